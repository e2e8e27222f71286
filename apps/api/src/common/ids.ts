import { randomFillSync } from 'node:crypto';
import { encodeTime, monotonicFactory } from 'ulid';

const drawn = new Uint8Array(4096);
let left = 0;

/** In [0, 1), from bytes that are drawn many at a time: an id takes sixteen of them. */
function random(): number {
  if (left === 0) left = randomFillSync(drawn).length;
  left -= 1;
  return (drawn[left] ?? 0) / 256;
}

const next = monotonicFactory(random);

/** A new ULID: 26 characters, sorted by the time given (UTC epoch milliseconds). */
export function newId(at: number = Date.now()): string {
  return next(at);
}

/** Below every id that is made at that time or later (UTC epoch ms). */
export const firstIdAt = (at: number): string => encodeTime(at) + '0'.repeat(16);
