import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { BadInput, type DomainError } from '../common/errors.js';
import { BillTooLarge } from './bill.errors.js';

/** How large a file may be, and what is said of a larger one. */
export interface SizeLimit {
  readonly bytes: number;
  readonly refusal: (bytes: number) => DomainError;
}

export const billSize: SizeLimit = { bytes: 20_000_000, refusal: (bytes) => new BillTooLarge(bytes, 'bytes') };

async function* limited(body: Readable, { bytes, refusal }: SizeLimit): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bytes) throw refusal(bytes);
    yield chunk;
  }
}

/** Still unread: what is too large by its own word is refused before any of it is. @throws BadInput, and as the limit says */
export function bodyOf({ headers, body }: FastifyRequest, { bytes, refusal }: SizeLimit): Readable {
  if (Number(headers['content-length'] ?? 0) > bytes) throw refusal(bytes);
  const isReadable = body !== null && typeof body === 'object' && Symbol.asyncIterator in body;
  if (!isReadable) throw new BadInput('file', 'The body of the request is the file.', 'content-type application/octet-stream');
  return body as Readable;
}

interface Uploaded {
  readonly body: Readable;
  /** What it is called, for people. */
  readonly name: string;
  readonly limit: SizeLimit;
}

/**
 * What is uploaded as a file that readers of files can read, for as long as `work` takes. What they say of its place they say by its name.
 * @throws as the limit says, as soon as it is too large
 */
export async function inTemporaryFile<T>({ body, name, limit }: Uploaded, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'headwater-bill-'));
  const path = join(folder, 'bill');
  try {
    await pipeline(limited(body, limit), createWriteStream(path));
    return await work(path);
  } catch (error) {
    if (error instanceof Error) error.message = error.message.replaceAll(path, name);
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
