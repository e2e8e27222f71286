const HEAD = 12;
/** Flags of VP8X for the chunks that are dropped. */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;

/** What a viewer needs to draw the picture right. EXIF, XMP and everything unknown are dropped. */
const needed: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']);

const says = (bytes: Buffer, at: number, word: string): boolean => bytes.toString('latin1', at, at + 4) === word;

/** The header of an extended file no longer promises what was dropped. */
function withoutPromises(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy.writeUInt8(copy.readUInt8(8) & ~(HAS_EXIF | HAS_XMP), 8);
  return copy;
}

function chunksOf(bytes: Buffer, end: number): Buffer[] | null {
  const kept: Buffer[] = [];
  for (let at = HEAD; at < end;) {
    if (at + 8 > end) return null;
    const size = bytes.readUInt32LE(at + 4);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > end) return null;
    const type = bytes.toString('latin1', at, at + 4);
    const chunk = bytes.subarray(at, Math.min(next, end));
    if (type === 'VP8X' && size < 10) return null;
    if (needed.has(type)) kept.push(type === 'VP8X' ? withoutPromises(chunk) : chunk);
    at = next;
  }
  return kept;
}

/**
 * A WebP without what it says beside the picture, and without whatever follows its end.
 * @returns null where the bytes are no whole WebP
 */
export function cleanWebp(bytes: Buffer): Buffer | null {
  if (bytes.length < HEAD || !says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return null;
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return null;
  const kept = chunksOf(bytes, end);
  if (!kept?.some((chunk) => says(chunk, 0, 'VP8 ') || says(chunk, 0, 'VP8L') || says(chunk, 0, 'ANMF'))) return null;
  const body = Buffer.concat(kept);
  const head = Buffer.from(bytes.subarray(0, HEAD));
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
