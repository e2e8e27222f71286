import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const TRUE_COLOUR = 2;

export type Colour = readonly [red: number, green: number, blue: number];

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.writeUInt8(8, 8);
  data.writeUInt8(TRUE_COLOUR, 9);
  return data;
}

/** A small picture made of numbers: for the demo chain and for tests, which show no real goods. */
export function drawnPng(width: number, height: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const row = 1 + 3 * width;
  const raw = Buffer.alloc(height * row);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) raw.set(colourAt(x, y), y * row + 1 + 3 * x);
  const data = deflateSync(raw);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header(width, height)), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
