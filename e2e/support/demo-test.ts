import { test as base } from '@playwright/test';
import { startDemo } from './planted.js';

export interface Demo {
  readonly url: string;
  readonly dataDir: string;
}

/** Tests that look at the demo chain share one product: planting it takes longer than looking. */
export const test = base.extend<object, { demo: Demo }>({
  demo: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that nothing else is needed
    async ({}, use) => {
      const { dir, product, remove } = await startDemo();
      await use({ url: product.url, dataDir: dir });
      await product.stop();
      remove();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});
