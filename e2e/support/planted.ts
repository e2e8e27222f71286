import { cpSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { startProduct, temporaryFolder, type Product } from './product.js';

/** Where the run keeps the chain that it planted (playwright.config.ts). */
function nursery(): string {
  const folder = process.env['HEADWATER_E2E_NURSERY'];
  if (folder === undefined) throw new Error('HEADWATER_E2E_NURSERY is not set');
  return folder;
}

/** The data folder of a demo chain that nobody has touched; planted once a run, as that takes longer than most tests. */
async function plantedOnce(): Promise<string> {
  const planted = join(nursery(), 'planted');
  if (existsSync(planted)) return planted;
  const growing = join(nursery(), `growing-${String(process.pid)}`);
  const product = await startProduct({ HEADWATER_DATA_DIR: growing });
  await product.stop();
  renameSync(growing, planted);
  return planted;
}

export interface Planted {
  readonly dir: string;
  readonly product: Product;
  readonly remove: () => void;
}

/** A product on a demo chain of the caller's own. */
export async function startDemo(): Promise<Planted> {
  const planted = await plantedOnce();
  const { dir, remove } = temporaryFolder();
  cpSync(planted, dir, { recursive: true });
  return { dir, remove, product: await startProduct({ HEADWATER_DATA_DIR: dir }) };
}
