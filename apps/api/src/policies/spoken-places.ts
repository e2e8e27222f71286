import { nodeId } from '@headwater/org-tree';
import type { KindKey } from '@headwater/policy';
import type { PolicyAssignment } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';

/** A unit whose rules of a kind somebody set. */
export interface SpokenPlace {
  readonly kind: KindKey;
  readonly nodeId: string;
}

/** The units at which recorded assignments stand, or of whom a pilot speaks, once for each kind; archived ones have no rules any more. */
export function spokenPlaces(state: PolicyState, now: number, wanted: (row: PolicyAssignment) => boolean): SpokenPlace[] {
  const places = new Map<string, SpokenPlace>();
  for (const row of state.book.assignments.values()) {
    if (row.recordedTo !== null || !wanted(row)) continue;
    for (const unit of row.cohort ?? [row.nodeId])
      if (!isArchived(state, unit, now)) places.set(`${unit} ${row.kind}`, { kind: row.kind, nodeId: unit });
  }
  return [...places.values()];
}

function isArchived({ tree }: PolicyState, unit: string, now: number): boolean {
  const position = tree.tree.positionOf(nodeId(unit));
  return position < 0 || now >= tree.tree.archivedFromAt(position);
}
