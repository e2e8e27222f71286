import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BillTooLarge } from './bill.errors.js';

export const MAX_BILL_BYTES = 20_000_000;

async function* limited(body: Readable): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BILL_BYTES) throw new BillTooLarge(MAX_BILL_BYTES, 'bytes');
    yield chunk;
  }
}

/**
 * What is uploaded as a file that readers of files can read, for as long as `work` takes. What they say of its place they say by its name.
 * @throws BillTooLarge as soon as it is
 */
export async function inTemporaryFile<T>(body: Readable, name: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'headwater-bill-'));
  const path = join(folder, 'bill');
  try {
    await pipeline(limited(body), createWriteStream(path));
    return await work(path);
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replaceAll(path, name);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
