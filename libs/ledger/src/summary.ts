import type { Amount, Entry, Line, Period } from './entry.js';
import type { Account } from './vocabulary.js';

/** Stands where a line has no bearer or no carrier: a key needs a value in every column. */
export const NONE = 'none';

/** What reports of one store and month are grouped by. */
export interface SummaryKey {
  readonly originNodeId: string;
  readonly period: Period;
  readonly bearer: string;
  readonly component: string;
  readonly reason: string;
  readonly carrier: string;
  readonly currency: string;
}

export interface Summary extends SummaryKey {
  readonly amount: Amount;
  readonly lines: number;
}

const reported: ReadonlySet<Account> = new Set<Account>(['expense', 'returnedSales']);

/** M2: the total a line belongs to; null for a line that is neither a cost nor a returned sale. */
export function summaryKey(line: Line, period: Period): SummaryKey | null {
  if (!reported.has(line.account)) return null;
  const { originNodeId, component, reason, currency } = line;
  return { originNodeId, period, bearer: line.bearer ?? NONE, component, reason, carrier: line.carrier ?? NONE, currency };
}

const textOf = (key: SummaryKey): string =>
  JSON.stringify([key.originNodeId, key.period, key.bearer, key.component, key.reason, key.carrier, key.currency]);

/** The totals that entries add up to, by `summaryKey`, in order of first appearance. */
export function summarize(entries: readonly Entry[]): Summary[] {
  const sums = new Map<string, Summary>();
  for (const { period, lines } of entries) {
    for (const line of lines) {
      const key = summaryKey(line, period);
      if (!key) continue;
      const sum = sums.get(textOf(key)) ?? { ...key, amount: 0, lines: 0 };
      sums.set(textOf(key), { ...sum, amount: sum.amount + line.amount, lines: sum.lines + 1 });
    }
  }
  return [...sums.values()];
}
