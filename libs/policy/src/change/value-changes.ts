import { hashOf } from '../canonical.js';
import { ARCHIVED, branchPairs } from './branch-pairs.js';
import { documentDifferences, type Difference } from './difference.js';
import type { Comparison } from './outcome.js';

/** From which value to which a field changes, and in how many branches. */
export interface ValueChange extends Difference {
  readonly branches: number;
}

/**
 * P10: the distinct changes of values at and below a unit, those of the most branches first. Branches that share their anchors share
 * the answer, so it is worked out once for each distinct pair. What changes at a suspended branch is not told: it meets none of it.
 * @throws PolicyError UNKNOWN_NODE
 */
export function valueChanges(comparison: Omit<Comparison, 'touched'>): ValueChange[] {
  const tally = new Map<string, ValueChange>();
  for (const { position, branches } of countedPairs(comparison))
    for (const change of changesAt(comparison, position)) {
      const key = hashOf([change.field, change.before, change.after]);
      tally.set(key, { ...change, branches: (tally.get(key)?.branches ?? 0) + branches });
    }
  return [...tally.values()].sort((a, b) => b.branches - a.branches);
}

/** Each distinct pair with one of its branches, and how many there are. */
function countedPairs(comparison: Omit<Comparison, 'touched'>): Iterable<{ position: number; branches: number }> {
  const pairs = new Map<number, { position: number; branches: number }>();
  for (const [pair, position] of branchPairs(comparison)) {
    const known = pairs.get(pair);
    if (known) known.branches += 1;
    else if (pair !== ARCHIVED) pairs.set(pair, { position, branches: 1 });
  }
  return pairs.values();
}

function changesAt({ before, after, kind, at }: Omit<Comparison, 'touched'>, position: number): Difference[] {
  const nodeId = after.tree.idAt(position);
  const [old, now] = [before.resolve(kind, nodeId, at), after.resolve(kind, nodeId, at)];
  if (old.suspension && now.suspension) return [];
  return documentDifferences(old, now);
}
