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
import type { Source } from '../resolve/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldKey, FieldValue, KindKey } from '../values/types.js';

/**
 * P15: dead, it can never win under the lock above; redundant, it equals what is inherited; detached, what is inherited has changed
 * since; customised, none of these.
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
  const path = snapshot.pathOf(kind, nodeId);
  const keys = Object.keys(snapshot.heldOn(kind, nodeId, 'own', at)?.version?.directives ?? {});
  return keys.flatMap((key) => {
    const field = fieldOf(kind, key);
    const drift = field && driftOf(field, saidAlong(path, field, at, snapshot.epoch), nodeId);
    if (!drift) return [];
    return [{ kind, nodeId, ...drift, since: sinceWhen(snapshot, { kind, nodeId }, drift, at) }];
  });
}

function driftOf(field: Field, said: readonly Said[], nodeId: NodeId): Omit<Drift, 'kind' | 'nodeId' | 'since'> | null {
  const isOwn = (each: Said): each is Placed => isPlaced(each) && each.place.nodeId === nodeId && each.place.track === 'own';
  const placed = said.find(isOwn);
  const own = placed && wantedBy(field, placed.directive);
  if (!placed || own === undefined) return null;
  const inherited = foldSaid(
    field,
    said.filter((each) => !isOwn(each)),
  );
  const isDead = judged(field, said).some(({ assignmentId, value }) => isOf(placed, assignmentId) && value === 'locked-by');
  const above = said.filter(isPlaced).find(({ place }) => place.assignmentId === inherited.source?.assignmentId);
  return {
    ...{ field: field.key, own, inherited: inherited.value, inheritedSource: inherited.source, source: placed.place },
    class: isDead ? 'dead' : sameValue(own, inherited.value) ? 'redundant' : isLater(above, placed) ? 'detached' : 'customised',
  };
}

const isOf = ({ place }: Placed, assignmentId: Assignment['id']): boolean => place.assignmentId === assignmentId;

/** Whether what is inherited began to hold after the own value did. */
const isLater = (above: Placed | undefined, { assignment }: Placed): boolean =>
  above !== undefined && above.assignment.from > assignment.from;

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
