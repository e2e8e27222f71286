import type { Readable } from 'node:stream';
import { cleanPhoto, photoTypeOf, type CleanPhoto } from './clean/clean-photo.js';
import { MAX_PHOTO_BYTES } from './photo-kinds.js';
import { PhotoTooLarge, PhotoTypeRefused, PhotoUnreadable } from './photo.errors.js';

/** @throws PhotoTooLarge as soon as it is: no more than that is ever held */
async function bytesOf(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_PHOTO_BYTES) throw new PhotoTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A photo as it is kept: of a type that its own bytes say, and without what the camera wrote into it. */
export async function readPhoto(body: Readable): Promise<CleanPhoto> {
  const bytes = await bytesOf(body);
  if (bytes.length === 0) throw new PhotoUnreadable();
  const type = photoTypeOf(bytes);
  if (type === null) throw new PhotoTypeRefused();
  const clean = cleanPhoto(type, bytes);
  if (!clean) throw new PhotoUnreadable();
  return clean;
}
