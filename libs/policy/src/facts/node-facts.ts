import type { NodeId } from '@headwater/org-tree';
import type { Epoch, Instant } from '../time.js';
import { covers, isPilot } from './cohort.js';
import { isKnown, isLive } from './live.js';
import type { Assignment, Exemption, PolicyVersion, Recorded, Suspension, Track } from './types.js';

/** An assignment with its version; null is back to inherit. */
export interface Assigned {
  readonly assignment: Assignment;
  readonly version: PolicyVersion | null;
}

/** All facts of one kind at one unit, withdrawn ones included; each list has the one recorded last first. */
export interface NodeFacts {
  readonly library: readonly Assigned[];
  readonly own: readonly Assigned[];
  /** P11: assignments with a cohort, of either track; the two tracks above hold the ordinary ones alone. */
  readonly pilots: readonly Assigned[];
  readonly suspensions: readonly Suspension[];
  readonly exemptions: readonly Exemption[];
}

export const noFacts: NodeFacts = { library: [], own: [], pilots: [], suspensions: [], exemptions: [] };

/** The facts with one more assignment, or with a newer record of one they hold. */
export function withAssigned(facts: NodeFacts, added: Assigned): NodeFacts {
  const { id, track } = added.assignment;
  const list = isPilot(added.assignment) ? 'pilots' : track;
  const others = facts[list].filter(({ assignment }) => assignment.id !== id);
  return { ...facts, [list]: [...others, added].sort((a, b) => lastFirst(a.assignment, b.assignment)) };
}

export function withSuspension(facts: NodeFacts, added: Suspension): NodeFacts {
  const others = facts.suspensions.filter(({ id }) => id !== added.id);
  return { ...facts, suspensions: [...others, added].sort(lastFirst) };
}

export function withExemption(facts: NodeFacts, added: Exemption): NodeFacts {
  const others = facts.exemptions.filter(({ id }) => id !== added.id);
  return { ...facts, exemptions: [...others, added].sort(lastFirst) };
}

/** What holds on a track for everyone: of the live ordinary assignments the one recorded last. */
export const liveOn = (facts: NodeFacts, track: Track, at: Instant, knownAt: Epoch): Assigned | undefined =>
  facts[track].find(({ assignment }) => isLive(assignment, at, knownAt));

/** P11: the pilot that speaks on a track to the unit at the end of a path: of the live ones that cover it the one recorded last. */
export const livePilot = (facts: NodeFacts, track: Track, path: readonly NodeId[], at: Instant, knownAt: Epoch) =>
  facts.pilots.find(
    ({ assignment }) => assignment.track === track && isLive(assignment, at, knownAt) && covers(assignment, path),
  );

/** What holds on a track for the unit at the end of a path: the pilot that covers it, else the ordinary assignment. */
export const heldFor = (facts: NodeFacts, track: Track, path: readonly NodeId[], at: Instant, knownAt: Epoch) =>
  livePilot(facts, track, path, at, knownAt) ?? liveOn(facts, track, at, knownAt);

export const liveSuspension = (facts: NodeFacts, at: Instant, knownAt: Epoch): Suspension | undefined =>
  facts.suspensions.find((suspension) => isLive(suspension, at, knownAt));

/** All exemptions that hold; what one lifts, another cannot put back. */
export const liveExemptions = (facts: NodeFacts, at: Instant, knownAt: Epoch): Exemption[] =>
  facts.exemptions.filter((exemption) => isLive(exemption, at, knownAt));

/** Every instant at which a known fact of the unit begins or ends, in no order. */
export function turnsOf(facts: NodeFacts, knownAt: Epoch): Instant[] {
  const recorded: Recorded[] = [
    ...[...facts.library, ...facts.own, ...facts.pilots].map(({ assignment }) => assignment),
    ...facts.suspensions,
    ...facts.exemptions,
  ];
  return recorded.filter((fact) => isKnown(fact, knownAt)).flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
}

type Ordered = Pick<Recorded, 'recordedFrom'> & { readonly seq?: number; readonly id: string };

/** Recording order, latest first. The id decides where a store gave two facts the same place, so that no answer hangs on input order. */
const lastFirst = (a: Ordered, b: Ordered): number =>
  b.recordedFrom - a.recordedFrom || (b.seq ?? 0) - (a.seq ?? 0) || (a.id < b.id ? 1 : -1);
