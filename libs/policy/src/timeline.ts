import type { Instant } from './time.js';

/** Sorted, each instant once. */
export const sortedInstants = (instants: readonly Instant[]): Instant[] => [...new Set(instants)].sort((a, b) => a - b);

/** How many of the sorted instants have come by `at`: 0 before the first. Between two of them nothing changes. */
export function stretchAt(turns: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
