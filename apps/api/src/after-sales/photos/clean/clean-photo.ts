import { cleanJpeg } from './jpeg.js';
import { cleanPng } from './png.js';
import { cleanWebp } from './webp.js';

/** What browsers draw everywhere; HEIC is drawn by Apple's alone. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof photoTypes)[number];

export interface CleanPhoto {
  readonly type: PhotoType;
  readonly bytes: Buffer;
}

type Cleaner = (bytes: Buffer) => Buffer | null;

const cleaners: Readonly<Record<PhotoType, Cleaner>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
};

const signatures: Readonly<Record<PhotoType, (bytes: Buffer) => boolean>> = {
  'image/jpeg': (bytes) => bytes.toString('hex', 0, 3) === 'ffd8ff',
  'image/png': (bytes) => bytes.toString('hex', 0, 8) === '89504e470d0a1a0a',
  'image/webp': (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
};

/** The type that the first bytes say, whatever a client calls it. */
export const photoTypeOf = (bytes: Buffer): PhotoType | null => photoTypes.find((type) => signatures[type](bytes)) ?? null;

/** A photo without the place, device and person that its file tells of; null where the file is broken. */
export function cleanPhoto(type: PhotoType, bytes: Buffer): CleanPhoto | null {
  const clean = cleaners[type](bytes);
  return clean && { type, bytes: clean };
}
