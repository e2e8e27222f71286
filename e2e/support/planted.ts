import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProduct, temporaryFolder, type Product } from './product.js';

/** Where the run keeps the chain that it planted (playwright.config.ts). */
function nursery(): string {
  const folder = process.env['HEADWATER_E2E_NURSERY'];
  if (folder === undefined) throw new Error('HEADWATER_E2E_NURSERY is not set');
  return folder;
}

/** Whoever makes the folder first plants; of several workers, one. */
function isFirst(growing: string): boolean {
  try {
    mkdirSync(growing);
    return true;
  } catch {
    return false;
  }
}

/** The data folder of a demo chain that nobody has touched; planted once a run, as that takes longer than most tests. */
async function plantedOnce(): Promise<string> {
  const [planted, growing] = ['planted', 'growing'].map((name) => join(nursery(), name)) as [string, string];
  while (!existsSync(planted)) {
    if (isFirst(growing)) await plant(growing, planted);
    else await pause(500);
  }
  return planted;
}

async function plant(growing: string, planted: string): Promise<void> {
  try {
    const product = await startProduct({ HEADWATER_DATA_DIR: growing });
    await product.stop();
    renameSync(growing, planted);
  } catch (error) {
    rmSync(growing, { recursive: true, force: true });
    throw error;
  }
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
