import type { Epoch, Instant } from '../time.js';
import { isKnown, isLive } from './live.js';
import { tracks } from './types.js';
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
  readonly suspensions: readonly Suspension[];
  readonly exemptions: readonly Exemption[];
}

export const noFacts: NodeFacts = { library: [], own: [], suspensions: [], exemptions: [] };

/** The facts with one more assignment, or with a newer record of one they hold. */
export function withAssigned(facts: NodeFacts, added: Assigned): NodeFacts {
  const { id, track } = added.assignment;
  const others = facts[track].filter(({ assignment }) => assignment.id !== id);
  return { ...facts, [track]: [...others, added].sort((a, b) => lastFirst(a.assignment, b.assignment)) };
}

export function withSuspension(facts: NodeFacts, added: Suspension): NodeFacts {
  const others = facts.suspensions.filter(({ id }) => id !== added.id);
  return { ...facts, suspensions: [...others, added].sort(lastFirst) };
}

export function withExemption(facts: NodeFacts, added: Exemption): NodeFacts {
  const others = facts.exemptions.filter(({ id }) => id !== added.id);
  return { ...facts, exemptions: [...others, added].sort(lastFirst) };
}

/** What holds on a track: of the live assignments the one recorded last. */
export const liveOn = (facts: NodeFacts, track: Track, at: Instant, knownAt: Epoch): Assigned | undefined =>
  facts[track].find(({ assignment }) => isLive(assignment, at, knownAt));

export const liveSuspension = (facts: NodeFacts, at: Instant, knownAt: Epoch): Suspension | undefined =>
  facts.suspensions.find((suspension) => isLive(suspension, at, knownAt));

/** All exemptions that hold; what one lifts, another cannot put back. */
export const liveExemptions = (facts: NodeFacts, at: Instant, knownAt: Epoch): Exemption[] =>
  facts.exemptions.filter((exemption) => isLive(exemption, at, knownAt));

/** Every instant at which a known fact of the unit begins or ends, in no order. */
export function turnsOf(facts: NodeFacts, knownAt: Epoch): Instant[] {
  const recorded: Recorded[] = [
    ...tracks.flatMap((track) => facts[track].map(({ assignment }) => assignment)),
    ...facts.suspensions,
    ...facts.exemptions,
  ];
  return recorded.filter((fact) => isKnown(fact, knownAt)).flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
}

type Ordered = Pick<Recorded, 'recordedFrom'> & { readonly seq?: number; readonly id: string };

/** Recording order, latest first. The id decides where a store gave two facts the same place, so that no answer hangs on input order. */
const lastFirst = (a: Ordered, b: Ordered): number =>
  b.recordedFrom - a.recordedFrom || (b.seq ?? 0) - (a.seq ?? 0) || (a.id < b.id ? 1 : -1);
