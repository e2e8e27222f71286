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

/** One unit per distinct line of documents at and below a unit, with the number of branches that share it. */
export function anchorsWithin(snapshot: PolicySnapshot, { kind, nodeId, from }: Span): Map<NodeId, number> {
  const { tree } = snapshot;
  const top = tree.positionOf(nodeId);
  const counts = new Map<NodeId, number>();
  for (let position = top; position < tree.endAt(top); position += 1) {
    if (from >= tree.archivedFromAt(position)) continue;
    const anchor = tree.idAt(Math.max(top, snapshot.anchorPosition(kind, position)));
    counts.set(anchor, (counts.get(anchor) ?? 0) + (isBranch(tree.nodeAt(position).type) ? 1 : 0));
  }
  return counts;
}
