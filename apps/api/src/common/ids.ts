import { encodeTime, monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A new ULID: 26 characters, sorted by the time given (UTC epoch milliseconds). */
export function newId(at: number = Date.now()): string {
  return next(at);
}

/** Below every id that is made at that time or later (UTC epoch ms). */
export const firstIdAt = (at: number): string => encodeTime(at) + '0'.repeat(16);
