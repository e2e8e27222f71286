import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import { isKnown, isLive } from '../facts/live.js';
import type { NodeFacts } from '../facts/node-facts.js';
import type { Assignment } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { fieldOf } from '../kinds/registry.js';
import { wantedBy } from '../resolve/apply.js';
import { foldSaid, isPlaced, judged, saidAlong } from '../resolve/candidates.js';
import type { Placed, Said } from '../resolve/candidates.js';
import type { FieldState, Source } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldKey, FieldValue, KindKey } from '../values/types.js';

/**
 * P15: dead, it can never win under the lock above; redundant, it equals what is inherited; detached, what is inherited is
 * another value than when the unit first said its own; customised, none of these.
 */
export const driftClasses = ['dead', 'redundant', 'detached', 'customised'] as const;
export type DriftClass = (typeof driftClasses)[number];

/** A field that a unit's own track sets otherwise than it would inherit. */
export interface Drift {
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly field: FieldKey;
  readonly own: FieldValue;
  readonly inherited: FieldValue;
  readonly inheritedSource: Source | null;
  readonly class: DriftClass;
  /** The own assignment that says so now, and since when the unit has said so without a break. */
  readonly source: Source;
  readonly since: Instant;
}

/** What a unit's own track overrides at an instant, in the order of its fields. @throws PolicyError UNKNOWN_NODE */
export function driftAt(snapshot: PolicySnapshot, kind: KindKey, nodeId: NodeId, at: Instant): Drift[] {
  const keys = Object.keys(snapshot.heldOn(kind, nodeId, 'own', at)?.version?.directives ?? {});
  return keys.flatMap((key) => driftOf(snapshot, fieldOf(kind, key), { kind, nodeId, at }) ?? []);
}

interface Place {
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly at: Instant;
}

function driftOf(snapshot: PolicySnapshot, field: Field | undefined, place: Place): Drift | null {
  const { kind, nodeId, at } = place;
  const said = field ? saidAlong(snapshot.pathOf(kind, nodeId), field, at, snapshot.epoch) : [];
  const placed = said.find((each) => isOwn(each, nodeId));
  const own = field && placed && isPlaced(placed) ? wantedBy(field, placed.directive) : undefined;
  if (!field || !placed || !isPlaced(placed) || own === undefined) return null;
  const { value: inherited, source: inheritedSource } = inheritedOf(field, said, nodeId);
  const since = sinceWhen(snapshot, { kind, nodeId }, { field: field.key, own }, at);
  const isDead = judged(field, said).some(({ assignmentId, value }) => isOf(placed, assignmentId) && value === 'locked-by');
  const inheritedThen = inheritedOf(field, saidAlong(snapshot.pathOf(kind, nodeId), field, since, snapshot.epoch), nodeId).value;
  const isDetached = !sameValue(inheritedThen, inherited);
  return {
    ...{ kind, nodeId, field: field.key, own, inherited, inheritedSource, source: placed.place, since },
    class: isDead ? 'dead' : sameValue(own, inherited) ? 'redundant' : isDetached ? 'detached' : 'customised',
  };
}

const isOwn = (said: Said, nodeId: NodeId): boolean =>
  isPlaced(said) && said.place.nodeId === nodeId && said.place.track === 'own';

/** What the field would be without the unit's own word. */
const inheritedOf = (field: Field, said: readonly Said[], nodeId: NodeId): FieldState =>
  foldSaid(
    field,
    said.filter((each) => !isOwn(each, nodeId)),
  );

const isOf = ({ place }: Placed, assignmentId: Assignment['id']): boolean => place.assignmentId === assignmentId;

/** Own versions are written whole: the value stands since the first of those without a break that say it. */
function sinceWhen(
  snapshot: PolicySnapshot,
  { kind, nodeId }: Pick<Drift, 'kind' | 'nodeId'>,
  { field, own }: Pick<Drift, 'field' | 'own'>,
  at: Instant,
): Instant {
  const facts = snapshot.factsOf(kind, nodeId);
  const begins = beginningsBefore(facts, snapshot.epoch, at);
  const schema = fieldOf(kind, field);
  const says = (instant: Instant): boolean => {
    const directive = heldAt(facts, instant, snapshot.epoch)?.version?.directives[field];
    return schema !== undefined && directive !== undefined && sameValue(wantedBy(schema, directive), own);
  };
  const broken = begins.findIndex((instant) => !says(instant));
  return begins[broken < 0 ? begins.length - 1 : broken - 1] ?? at;
}

const heldAt = ({ own }: NodeFacts, at: Instant, knownAt: number) =>
  own.find(({ assignment }) => isLive(assignment, at, knownAt));

/** Where known own assignments begin, the latest first. */
const beginningsBefore = ({ own }: NodeFacts, knownAt: number, at: Instant): Instant[] =>
  own
    .filter(({ assignment }) => isKnown(assignment, knownAt) && assignment.from <= at)
    .map(({ assignment }) => assignment.from)
    .sort((a, b) => b - a);
