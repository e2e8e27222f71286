import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const grave = new Set<string | null | undefined>(['serious', 'critical']);

/**
 * Serious and critical violations of WCAG on the page as it is now, each with the first elements that have it.
 * @param rules the only ones to look for; all where none are named
 */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(options),
    { resultTypes: ['violations'], ...(rules && { runOnly: [...rules] }) },
  );
  return violations
    .filter(({ impact }) => grave.has(impact))
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} – ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(' | ')}`,
    );
}

/** How many pixels the page stays wider than its window, given the time to be laid out for it. */
export async function overflowOf(page: Page): Promise<number> {
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (let looks = 0; looks < 20 && (await overflow()) > 0; looks += 1) await page.waitForTimeout(100);
  return overflow();
}
