import { isKnown } from '../facts/live.js';
import { liveOn } from '../facts/node-facts.js';
import type { Assigned, NodeFacts } from '../facts/node-facts.js';
import { tracks } from '../facts/types.js';
import type { Directive, Track } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { sortedInstants } from '../timeline.js';
import type { Epoch, Instant } from '../time.js';
import { applyDirective, untouched } from './apply.js';
import { spoken, spokenAt } from './fold.js';
import type { Spoken, Step } from './fold.js';
import type { Candidate, FieldState, Source } from './types.js';

/** A directive on one field where it stands. */
export interface Placed extends Spoken {
  readonly directive: Directive;
}

const placedOn = (spokenOf: Spoken | undefined, field: Field): Placed[] => {
  const directive = spokenOf?.version.directives[field.key];
  return spokenOf && directive ? [{ ...spokenOf, directive }] : [];
};

/** The directives on a field that hold along a path, in the order of the fold. */
export const placedAlong = (path: readonly Step[], field: Field, at: Instant, knownAt: Epoch): Placed[] =>
  path.flatMap(({ facts }) => spokenAt(facts, at, knownAt).flatMap((version) => placedOn(version, field)));

export const foldPlaced = (field: Field, placed: readonly Placed[]): FieldState =>
  placed.reduce((state, { directive, place }) => applyDirective(field, state, directive, place).state, untouched(field));

/** The placed directives, each with its fate (P8). */
export function judged(field: Field, placed: readonly Placed[]): Candidate[] {
  const winner = foldPlaced(field, placed).source;
  let state = untouched(field);
  return placed.map((each) => {
    const lockedBy = state.lock;
    const { state: after, guard, lock, sets } = applyDirective(field, state, each.directive, each.place);
    state = after;
    const value = lockedBy !== null ? 'locked-by' : !sets ? 'none' : isWinner(winner, each) ? 'applied' : 'overridden';
    return { ...described(each), value, guard, lock, lockedBy };
  });
}

export const isWinner = (winner: Source | null, { place }: Placed): boolean =>
  winner !== null && winner.assignmentId === place.assignmentId;

/** Each unit's and track's next directive on the field, not yet in force, from the instant it will be. */
export const upcoming = (path: readonly Step[], field: Field, at: Instant, knownAt: Epoch): Candidate[] =>
  path.flatMap(({ facts }) => tracks.flatMap((track) => nextOn(facts, track, field, at, knownAt) ?? []));

const idle = { value: 'not-yet', guard: 'none', lock: 'none', lockedBy: null } as const;

function nextOn(facts: NodeFacts, track: Track, field: Field, at: Instant, knownAt: Epoch): Candidate | null {
  const now = liveOn(facts, track, at, knownAt);
  for (const from of turnsAfter(facts[track], at, knownAt)) {
    const then = liveOn(facts, track, from, knownAt);
    const [placed] = then === now ? [] : placedOn(spoken(then), field);
    if (placed) return { ...described(placed), from, ...idle };
  }
  return null;
}

function turnsAfter(assigned: readonly Assigned[], at: Instant, knownAt: Epoch): Instant[] {
  const known = assigned.map(({ assignment }) => assignment).filter((assignment) => isKnown(assignment, knownAt));
  return sortedInstants(known.flatMap(({ from, to }) => [from, to ?? -Infinity]).filter((turn) => turn > at));
}

const described = ({ place, assignment, version, directive }: Placed) => ({
  ...place,
  versionNumber: version.number,
  policyId: version.policyId,
  directive,
  from: assignment.from,
  to: assignment.to,
});
