import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import { PolicyError } from '../errors.js';
import { turnsOf } from '../facts/node-facts.js';
import { fieldOf } from '../kinds/registry.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { sortedInstants } from '../timeline.js';
import type { Epoch, Instant } from '../time.js';
import type { FieldKey, KindKey } from '../values/types.js';
import { stateOf } from './fold.js';
import type { FieldState } from './types.js';

/** A time `[from, to)` over which a field keeps its value, who set it, and who locks it. */
export interface FieldStretch extends Pick<FieldState, 'value' | 'source' | 'lock'> {
  readonly from: Instant;
  readonly to: Instant;
}

/** Whose field, and as known at which epoch (the snapshot's own where left out). */
export interface TimelineQuestion {
  readonly kind: KindKey;
  readonly field: FieldKey;
  readonly nodeId: NodeId;
  readonly knownAt?: Epoch;
}

/**
 * P7: what a field was and will be over `[from, to)`, without gap or overlap (law 13), neighbours that say the same as one. It ends
 * where the unit is archived.
 * @throws PolicyError UNKNOWN_NODE, UNKNOWN_FIELD
 */
export function fieldTimeline(
  snapshot: PolicySnapshot,
  { kind, field, nodeId, knownAt = snapshot.epoch }: TimelineQuestion,
  from: Instant,
  to: Instant,
): FieldStretch[] {
  if (!fieldOf(kind, field)) throw new PolicyError('UNKNOWN_FIELD', `${kind}.${field}`);
  const turns = snapshot.pathOf(kind, nodeId).flatMap(({ facts }) => turnsOf(facts, knownAt));
  const end = Math.min(to, snapshot.tree.archivedFromAt(snapshot.tree.positionOf(nodeId)));
  const starts = from < end ? sortedInstants([from, ...turns.filter((turn) => from < turn && turn < end)]) : [];
  return joined(
    starts.flatMap((start, index) => {
      const state = stateOf(snapshot.resolve(kind, nodeId, start, knownAt), field);
      return state ? [{ ...state, from: start, to: starts[index + 1] ?? end }] : [];
    }),
  );
}

/** Stretches one after the other, those that touch and say the same made one. */
export function joined(stretches: readonly FieldStretch[]): FieldStretch[] {
  const made: FieldStretch[] = [];
  for (const { from, to, value, source, lock } of stretches) {
    const last = made.at(-1);
    if (last && last.to === from && saysTheSame(last, { value, source, lock })) made[made.length - 1] = { ...last, to };
    else made.push({ from, to, value, source, lock });
  }
  return made;
}

const saysTheSame = (a: Omit<FieldStretch, 'from' | 'to'>, b: Omit<FieldStretch, 'from' | 'to'>): boolean =>
  sameValue(a.value, b.value) && a.source?.assignmentId === b.source?.assignmentId && a.lock === b.lock;
