import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import { kindOf } from '../kinds/registry.js';
import { stateOf } from '../resolve/fold.js';
import type { Source } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldKey, FieldValue, KindKey } from '../values/types.js';

/** A value that holds otherwise than somebody wanted it, from this unit down: an ancestor's later bounds bent it. */
export interface AdjustedValue {
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly field: FieldKey;
  readonly wanted: FieldValue;
  readonly value: FieldValue;
  /** Whose guard did it; null is a hard bound of the product. */
  readonly by: NodeId | null;
  readonly source: Source;
}

/**
 * The values that are adjusted at a unit and not in the same way above it, of either track: what it merely inherits is its ancestor's.
 * @throws PolicyError UNKNOWN_NODE
 */
export function adjustedValues(snapshot: PolicySnapshot, kind: KindKey, nodeId: NodeId, at: Instant): AdjustedValue[] {
  const here = snapshot.resolve(kind, nodeId, at);
  const parent = snapshot.tree.pathOf(nodeId).at(-2);
  const above = parent === undefined ? null : snapshot.resolve(kind, parent, at);
  return kindOf(kind).fields.flatMap(({ key: field }) => {
    const state = stateOf(here, field);
    if (!state?.adjusted || !state.source) return [];
    const { value, source, adjusted } = state;
    const held = above && stateOf(above, field);
    if (held?.source?.assignmentId === source.assignmentId && sameValue(held.value, value)) return [];
    return [{ kind, nodeId, field, value, source, ...adjusted }];
  });
}
