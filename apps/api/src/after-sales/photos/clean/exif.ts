const HEAD = 'Exif\0\0';
const ORIENTATION = 0x0112;
const SHORT = 3;
/** Marker, length and `Exif\0\0`. */
const TIFF_AT = 10;
const ENTRY = 12;

interface Tiff {
  readonly bytes: Buffer;
  readonly short: (at: number) => number;
  readonly long: (at: number) => number;
}

function tiffOf(segment: Buffer): Tiff | null {
  if (segment.toString('latin1', 4, TIFF_AT) !== HEAD) return null;
  const bytes = segment.subarray(TIFF_AT);
  if (bytes.length < 8) return null;
  const order = bytes.toString('latin1', 0, 2);
  if (order === 'II') return { bytes, short: (at) => bytes.readUInt16LE(at), long: (at) => bytes.readUInt32LE(at) };
  return order === 'MM' ? { bytes, short: (at) => bytes.readUInt16BE(at), long: (at) => bytes.readUInt32BE(at) } : null;
}

/** Which way is up, 2 to 8, as an APP1 segment of EXIF says; null where it says nothing, or what is normal. */
export function jpegOrientation(segment: Buffer): number | null {
  const tiff = tiffOf(segment);
  if (!tiff) return null;
  const directory = tiff.long(4);
  if (directory + 2 > tiff.bytes.length) return null;
  const entries = Math.min(tiff.short(directory), Math.floor((tiff.bytes.length - directory - 2) / ENTRY));
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * ENTRY;
    if (tiff.short(at) !== ORIENTATION || tiff.short(at + 2) !== SHORT) continue;
    const value = tiff.short(at + 8);
    return value >= 2 && value <= 8 ? value : null;
  }
  return null;
}

/** An APP1 segment of EXIF that says which way is up, and nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.alloc(TIFF_AT);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(TIFF_AT - 2 + tiff.length, 2);
  head.write(HEAD, 4, 'latin1');
  return Buffer.concat([head, tiff]);
}
