import type { OperationValues } from './documents';

type Value = OperationValues['values'][number];

const keyOf = ({ kind, field, before, after }: Value): string => JSON.stringify([kind, field, before, after]);

/** What several operations change, each change once with its branches of all of them; null where that is not known of any. */
export function summedValues(all: readonly OperationValues[]): OperationValues | null {
  if (all.length === 0) return null;
  const sums = new Map<string, Value>();
  for (const value of all.flatMap(({ values }) => values)) {
    const held = sums.get(keyOf(value));
    sums.set(keyOf(value), held ? { ...held, branches: held.branches + value.branches } : value);
  }
  return { values: [...sums.values()], others: all.reduce((sum, { others }) => sum + others, 0) };
}
