import type { Billable } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import type { Biller } from './same-numbers.js';

export type Known = Omit<Billable, 'due'>;

/** What the books hold against one kind of bill. */
export interface BooksSide {
  /** What they know under these numbers, each number once. */
  known(manager: EntityManager, of: Biller, numbers: readonly string[]): Promise<Known[]>;
  /** What belongs on a bill of the month, and no bill has spoken of, each number once. */
  due(manager: EntityManager, of: Biller, period: string): Promise<Known[]>;
}

/** As many keys as one query takes. */
const AT_ONCE = 500;

export const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

export function* inChunks<T>(values: readonly T[]): Generator<T[]> {
  for (let at = 0; at < values.length; at += AT_ONCE) yield values.slice(at, at + AT_ONCE);
}
