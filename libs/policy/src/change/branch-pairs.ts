import { isBranch } from '@headwater/org-tree';
import { anchorPair } from './anchors-within.js';
import type { Comparison } from './outcome.js';

/** All branches that are archived share one outcome, whatever would decide their rules. */
export const ARCHIVED = -1;

/** The branches of a comparison by their position, each with the pair of anchors that decides its rules before and after. */
export function* branchPairs(comparison: Omit<Comparison, 'touched'>): Generator<readonly [pair: number, position: number]> {
  const { before, after, kind, within, at } = comparison;
  const { tree } = after;
  const top = tree.positionOf(within);
  for (let position = top; position < tree.endAt(top); position += 1) {
    if (!isBranch(tree.nodeAt(position).type)) continue;
    yield [at >= tree.archivedFromAt(position) ? ARCHIVED : anchorPair(before, after, kind, position), position];
  }
}
