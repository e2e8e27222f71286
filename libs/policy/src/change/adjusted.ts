import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import { kindOf } from '../kinds/registry.js';
import { stateOf } from '../resolve/fold.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldKey, FieldValue, KindKey } from '../values/types.js';
import { anchorsWithin } from './anchors-within.js';

/** A value that a change bends to a guard: what its unit wanted, what it becomes, whose guard did it, and for how many branches. */
export interface NewlyAdjusted {
  readonly field: FieldKey;
  readonly setAt: NodeId;
  readonly wanted: FieldValue;
  readonly value: FieldValue;
  readonly by: NodeId | null;
  readonly branches: number;
}

/** Values, set by some unit, that are adjusted after the change and were not, or otherwise, before it. */
export function adjustedBetween(
  before: PolicySnapshot,
  after: PolicySnapshot,
  kind: KindKey,
  within: NodeId,
  at: Instant,
): NewlyAdjusted[] {
  const found = new Map<string, NewlyAdjusted>();
  for (const [nodeId, branches] of anchorsWithin(before, after, { kind, nodeId: within, from: at, to: null })) {
    for (const each of adjustedAt(before, after, kind, nodeId, at)) {
      const key = [each.field, each.setAt, each.by].join(' ');
      found.set(key, { ...each, branches: branches + (found.get(key)?.branches ?? 0) });
    }
  }
  return [...found.values()];
}

function adjustedAt(before: PolicySnapshot, after: PolicySnapshot, kind: KindKey, nodeId: NodeId, at: Instant) {
  const now = after.resolve(kind, nodeId, at);
  return kindOf(kind).fields.flatMap(({ key }) => {
    const state = stateOf(now, key);
    if (!state?.adjusted || !state.source) return [];
    if (sameValue(stateOf(before.resolve(kind, nodeId, at), key)?.adjusted, state.adjusted)) return [];
    return [{ field: key, setAt: state.source.nodeId, value: state.value, ...state.adjusted }];
  });
}
