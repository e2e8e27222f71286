import type { NodeId } from '@headwater/org-tree';
import { PolicyError } from '../errors.js';
import { turnsOf } from '../facts/node-facts.js';
import type { Field } from '../kinds/field.js';
import { fieldOf } from '../kinds/registry.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import { sortedInstants } from '../timeline.js';
import type { Epoch, Instant } from '../time.js';
import type { FieldKey, KindKey } from '../values/types.js';
import { foldSaid, isPlaced, isWinner, judged, liftingsIn, saidAlong, upcoming } from './candidates.js';
import type { Placed, Said } from './candidates.js';
import { nextChange } from './next-change.js';
import type { Explanation, FieldState } from './types.js';

/** Whose field, when, and as known at which epoch (the snapshot's own where left out). */
export interface Question {
  readonly kind: KindKey;
  readonly field: FieldKey;
  readonly nodeId: NodeId;
  readonly at: Instant;
  readonly knownAt?: Epoch;
}

/**
 * P8: why a field has its value: who set it, what it overrode, what locked or bounded it, what will change it next.
 * @throws PolicyError UNKNOWN_NODE, ARCHIVED, UNKNOWN_FIELD
 */
export function explain(
  snapshot: PolicySnapshot,
  { kind, field: key, nodeId, at, knownAt = snapshot.epoch }: Question,
): Explanation {
  const { suspension } = snapshot.resolve(kind, nodeId, at, knownAt);
  const field = fieldIn(kind, key);
  const path = snapshot.pathOf(kind, nodeId);
  const said = saidAlong(path, field, at, knownAt);
  const state = foldSaid(field, said);
  const archivedFrom = snapshot.tree.archivedFromAt(snapshot.tree.positionOf(nodeId));
  const turns = sortedInstants(path.flatMap(({ facts }) => turnsOf(facts, knownAt))).filter((turn) => turn < archivedFrom);
  return {
    ...{ kind, field: key, nodeId, at, ...state, suspension },
    candidates: [...judged(field, said), ...upcoming(path, field, at, knownAt)],
    liftings: liftingsIn(said),
    runnerUp: runnerUp(field, said, state),
    inherited: without(field, said, ({ place }) => place.nodeId === nodeId && place.track === 'own'),
    nextChange: nextChange(path, field, turns, at, knownAt),
  };
}

function fieldIn(kind: KindKey, key: string): Field {
  const field = fieldOf(kind, key);
  if (!field) throw new PolicyError('UNKNOWN_FIELD', `${kind}.${key}`);
  return field;
}

/** The field with the winning directive taken out whole, its guard and lock too. */
const runnerUp = (field: Field, said: readonly Said[], { source }: FieldState): Explanation['runnerUp'] =>
  source && without(field, said, (placed) => isWinner(source, placed));

function without(field: Field, said: readonly Said[], isOut: (placed: Placed) => boolean): Explanation['inherited'] {
  const { value, source } = foldSaid(
    field,
    said.filter((each) => !isPlaced(each) || !isOut(each)),
  );
  return { value, source };
}
