import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import { covers } from '../facts/cohort.js';
import { isLive } from '../facts/live.js';
import { tracks } from '../facts/types.js';
import type { Assignment, Directives, Track } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { kindOf } from '../kinds/registry.js';
import { wantedBy } from '../resolve/apply.js';
import { foldSaid, isPlaced, saidAlong } from '../resolve/candidates.js';
import type { Said } from '../resolve/candidates.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { FieldValue, KindKey } from '../values/types.js';

/** A field of which the changed unit says something else on a track: what it says now, and whether a unit above keeps it from that. */
export interface Touch {
  readonly field: Field;
  readonly track: Track;
  readonly speaks: boolean;
  readonly wanted: FieldValue | undefined;
  readonly lockedBy: NodeId | null;
}

/** Why what changed does not reach a branch at all: see `NoEffect`. */
export type Beside = 'notInPilot' | 'inPilot';

/** What a change touches for a branch, or why it passes it by. */
export interface Reach {
  readonly touched: readonly Touch[];
  readonly beside: Beside | null;
}

interface Change {
  readonly before: PolicySnapshot;
  readonly after: PolicySnapshot;
  readonly kind: KindKey;
  readonly within: NodeId;
  readonly at: Instant;
}

/**
 * What the changed unit says now and did not say before, or said otherwise, to each branch below it. Without pilots on the way that is
 * the same for all; with them it is worked out once for those to whom the same is said.
 */
export function touchedAt(
  before: PolicySnapshot,
  after: PolicySnapshot,
  kind: KindKey,
  within: NodeId,
  at: Instant,
): (nodeId: NodeId) => Reach {
  const change = { before, after, kind, within, at };
  const pilots = pilotsAbove(change);
  if (pilots.length === 0) {
    const everyones = { touched: touchedFor(change, within), beside: null };
    return () => everyones;
  }
  const changed = changedPilots(change);
  const known = new Map<string, Reach>();
  return (nodeId) => {
    const path = after.tree.pathOf(nodeId);
    const key = pilots.map((pilot) => (covers(pilot, path) ? 'in' : 'out')).join(' ');
    const reach = known.get(key) ?? reachOf(change, nodeId, changed, path);
    known.set(key, reach);
    return reach;
  };
}

function reachOf(change: Change, nodeId: NodeId, changed: readonly Assignment[], path: readonly NodeId[]): Reach {
  const touched = touchedFor(change, nodeId);
  if (touched.length > 0) return { touched, beside: null };
  if (saysOtherwise(change) && isInPilot(change, nodeId)) return { touched, beside: 'inPilot' };
  const isBeside = changed.length > 0 && !changed.some((pilot) => covers(pilot, path));
  return { touched, beside: isBeside ? 'notInPilot' : null };
}

const differing = (kind: KindKey, old: Directives, now: Directives): Field[] =>
  kindOf(kind).fields.filter(({ key }) => !sameValue(old[key], now[key]));

function touchedFor({ before, after, kind, within, at }: Change, nodeId: NodeId): Touch[] {
  const saidTo = (snapshot: PolicySnapshot, track: Track): Directives =>
    snapshot.heldFor(kind, within, track, nodeId, at)?.version?.directives ?? {};
  return tracks.flatMap((track) =>
    differing(kind, saidTo(before, track), saidTo(after, track)).map((field) => ({
      field,
      track,
      ...placedIn(saidAlong(after.pathOf(kind, nodeId), field, at, after.epoch), field, within, track),
    })),
  );
}

/** What became of the changed unit's directive where it stands. */
function placedIn(said: readonly Said[], field: Field, within: NodeId, track: Track) {
  const position = said.findIndex((each) => isPlaced(each) && each.place.nodeId === within && each.place.track === track);
  const change = said[position];
  if (!change || !isPlaced(change)) return { speaks: false, wanted: undefined, lockedBy: null };
  const { lock } = foldSaid(field, said.slice(0, position));
  return { speaks: true, wanted: wantedBy(field, change.directive), lockedBy: lock };
}

/** Whether what the unit says to everyone is another thing than before. */
function saysOtherwise({ before, after, kind, within, at }: Change): boolean {
  const said = (snapshot: PolicySnapshot, track: Track) => snapshot.heldOn(kind, within, track, at)?.version?.directives ?? {};
  return tracks.some((track) => differing(kind, said(before, track), said(after, track)).length > 0);
}

const isInPilot = ({ after, kind, within, at }: Change, nodeId: NodeId): boolean =>
  tracks.some((track) => after.heldFor(kind, within, track, nodeId, at)?.assignment.cohort != null);

const livePilots = (snapshot: PolicySnapshot, kind: KindKey, nodeId: NodeId, at: Instant): Assignment[] =>
  snapshot
    .factsOf(kind, nodeId)
    .pilots.map(({ assignment }) => assignment)
    .filter((assignment) => isLive(assignment, at, snapshot.epoch));

/** All pilots that may say something else to some branches, at the unit or above it, before or after. */
const pilotsAbove = ({ before, after, kind, within, at }: Change): Assignment[] =>
  after.tree.pathOf(within).flatMap((id) => [...livePilots(before, kind, id, at), ...livePilots(after, kind, id, at)]);

/** Pilots of the unit that are live on one side alone. */
function changedPilots({ before, after, kind, within, at }: Change): Assignment[] {
  const [old, now] = [livePilots(before, kind, within, at), livePilots(after, kind, within, at)];
  const only = (these: readonly Assignment[], those: readonly Assignment[]) =>
    these.filter(({ id }) => !those.some((other) => other.id === id));
  return [...only(old, now), ...only(now, old)];
}
