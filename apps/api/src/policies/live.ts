import type { Assignment, PolicySnapshot, PolicyVersion, Track } from '@headwater/policy';

/** All facts of one kind at one unit, the one recorded last first. */
export type UnitFacts = ReturnType<PolicySnapshot['factsOf']>;

export interface Assigned {
  readonly assignment: Assignment;
  readonly version: PolicyVersion | null;
}

interface Interval {
  readonly from: number;
  readonly to: number | null;
}

export const holdsAt = ({ from, to }: Interval, at: number): boolean => from <= at && (to === null || at < to);

export const overlap = (a: Interval, b: Interval): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to);

/** What holds on a track at an instant, as known now or at an earlier epoch: of the live assignments the one recorded last. */
export const liveAt = (facts: UnitFacts, track: Track, at: number, knownAt = Infinity): Assigned | undefined =>
  facts[track].find(({ assignment }) => isKnown(assignment, knownAt) && holdsAt(assignment, at));

const isKnown = ({ recordedFrom, recordedTo }: Assignment, knownAt: number): boolean =>
  recordedFrom <= knownAt && (recordedTo === null || knownAt < recordedTo);

/** The assignments of a track that a new one over an interval would cover: those that hold at some instant of it. */
export function coveredBy(facts: UnitFacts, track: Track, interval: Interval): Assigned[] {
  const standing = facts[track].filter(({ assignment }) => assignment.recordedTo === null && overlap(assignment, interval));
  const instants = standing.flatMap(({ assignment }) => [assignment.from, assignment.to ?? interval.from]);
  const turns = [interval.from, ...instants.filter((at) => holdsAt(interval, at))];
  return standing.filter((each) => turns.some((at) => liveAt(facts, track, at) === each));
}

/** P11: whether a pilot says something to somebody at an instant. */
export const holdsAsPilot = ({ pilots }: UnitFacts, id: string, at: number): boolean =>
  pilots.some(({ assignment }) => assignment.id === id && isKnown(assignment, Infinity) && holdsAt(assignment, at));

/** Whether an assignment holds at some instant from `now` on: it has not ended, and is not covered for good. */
export function holdsFrom(facts: UnitFacts, track: Track, id: string, now: number): boolean {
  if (holdsAsPilot(facts, id, now)) return true;
  const standing = facts[track].filter(({ assignment }) => assignment.recordedTo === null);
  const turns = standing.flatMap(({ assignment: { from, to } }) => (to === null ? [from] : [from, to]));
  return [now, ...turns.filter((turn) => turn > now)].some((at) => liveAt(facts, track, at)?.assignment.id === id);
}
