import { jpegOrientation, orientationSegment } from './exif.js';

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

const hasNoBody = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

const says = (segment: Buffer, word: string): boolean => segment.toString('latin1', 4, 4 + word.length) === word;

/** What a viewer needs to draw the picture right; everything else that applications leave in a file is dropped. */
function isNeeded(marker: number, segment: Buffer): boolean {
  if (marker === APP0) return says(segment, 'JFIF\0');
  if (marker === APP2) return says(segment, 'ICC_PROFILE\0');
  if (marker === APP14) return says(segment, 'Adobe');
  return marker !== COMMENT && !(marker >= APP0 && marker <= APP15);
}

/** Where the entropy-coded bytes that begin at `from` end: at the next marker that is none of their own. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes.readUInt8(at + 1);
    if (marker !== 0x00 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return -1;
}

interface Piece {
  readonly kept: Buffer | null;
  readonly next: number;
}

function segmentAt(bytes: Buffer, at: number, marker: number): Piece | null {
  if (at + 4 > bytes.length) return null;
  const length = bytes.readUInt16BE(at + 2);
  const end = at + 2 + length;
  if (length < 2 || end > bytes.length) return null;
  const segment = bytes.subarray(at, end);
  if (marker !== SCAN) return { kept: keptOf(marker, segment), next: end };
  const next = endOfScan(bytes, end);
  return next < 0 ? null : { kept: bytes.subarray(at, next), next };
}

/** Of a camera's notes only which way is up stays, without which phones' pictures lie on their side. */
function keptOf(marker: number, segment: Buffer): Buffer | null {
  if (isNeeded(marker, segment)) return segment;
  const orientation = marker === APP1 ? jpegOrientation(segment) : null;
  return orientation === null ? null : orientationSegment(orientation);
}

function pieceAt(bytes: Buffer, at: number): Piece | null {
  if (bytes.readUInt8(at) !== 0xff) return null;
  const marker = bytes.readUInt8(at + 1);
  if (marker === 0xff) return { kept: null, next: at + 1 };
  return hasNoBody(marker) ? { kept: bytes.subarray(at, at + 2), next: at + 2 } : segmentAt(bytes, at, marker);
}

/**
 * A JPEG without what it says of the place, the device and the person: EXIF, XMP, IPTC, comments, and whatever follows its end.
 * @returns null where the bytes are no whole JPEG
 */
export function cleanJpeg(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xff00 + START) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let scanned = false;
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes.readUInt16BE(at) === 0xff00 + END) return scanned ? Buffer.concat([...kept, bytes.subarray(at, at + 2)]) : null;
    scanned ||= bytes.readUInt16BE(at) === 0xff00 + SCAN;
    const piece = pieceAt(bytes, at);
    if (!piece) return null;
    if (piece.kept) kept.push(piece.kept);
    at = piece.next;
  }
  return null;
}
