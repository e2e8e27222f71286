import { isBranch } from '@headwater/org-tree';
import type { NodeId } from '@headwater/org-tree';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { KindKey } from '../values/types.js';
import type { Instant } from '../time.js';

/** A kind's rules at a unit and below, over `[from, to)`. */
export interface Span {
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * One unit per distinct line of documents at and below a unit, before and after a change, with the number of branches that share it:
 * the first of them. A unit that inherits both from above stands for all below it that do.
 */
export function anchorsWithin(before: PolicySnapshot, after: PolicySnapshot, { kind, nodeId, from }: Span): [NodeId, number][] {
  const { tree } = after;
  const top = tree.positionOf(nodeId);
  const counts = new Map<number, { readonly first: number; branches: number }>();
  let [last, count] = [NaN, { first: top, branches: 0 }];
  for (let position = top; position < tree.endAt(top); position += 1) {
    if (from >= tree.archivedFromAt(position)) continue;
    const pair = anchorPair(before, after, kind, position);
    // Units with one pair mostly follow each other.
    if (pair !== last) counts.set(pair, (count = counts.get(pair) ?? { first: position, branches: 0 }));
    last = pair;
    if (isBranch(tree.nodeAt(position).type)) count.branches += 1;
  }
  return [...counts.values()].map(({ first, branches }) => [tree.idAt(first), branches]);
}

/** Names the documents that a unit of `after` has in two snapshots, also across a move: equal pairs, equal documents in both. */
export const anchorPair = (before: PolicySnapshot, after: PolicySnapshot, kind: KindKey, position: number): number =>
  before.anchorPosition(kind, placeIn(before, after, position)) * after.tree.size + after.anchorPosition(kind, position);

/** A move gives the units other positions. */
const placeIn = (before: PolicySnapshot, { tree }: PolicySnapshot, position: number): number =>
  before.tree === tree ? position : before.tree.positionOf(tree.idAt(position));
