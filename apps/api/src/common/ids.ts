import { monotonicFactory } from 'ulid';

const next = monotonicFactory();

/** A new ULID: 26 characters, sorted by the time given (UTC epoch milliseconds). */
export function newId(at: number = Date.now()): string {
  return next(at);
}
