import { liveExemptions, liveOn } from '../facts/node-facts.js';
import type { Assigned, NodeFacts } from '../facts/node-facts.js';
import { isKnown } from '../facts/live.js';
import { tracks } from '../facts/types.js';
import type { Directive, Exemption, Track } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { sortedInstants } from '../timeline.js';
import type { Epoch, Instant } from '../time.js';
import { applyDirective, lift, untouched } from './apply.js';
import { spoken, spokenAt } from './fold.js';
import type { Spoken, Step } from './fold.js';
import type { Candidate, FieldState, Lifting, Source } from './types.js';

/** A directive on one field where it stands. */
export interface Placed extends Spoken {
  readonly directive: Directive;
}

/** All that has a say in one field: directives, and exemptions from what was said above. */
export type Said = Placed | { readonly exemption: Exemption };

export const isPlaced = (said: Said): said is Placed => !('exemption' in said);

const placedOn = (spokenOf: Spoken | undefined, field: Field): Placed[] => {
  const directive = spokenOf?.version.directives[field.key];
  return spokenOf && directive ? [{ ...spokenOf, directive }] : [];
};

/** What is said of a field along a path, in the order of the fold: at each unit what is lifted, then what is directed. */
export const saidAlong = (path: readonly Step[], field: Field, at: Instant, knownAt: Epoch): Said[] =>
  path.flatMap(({ facts }) => [
    ...liveExemptions(facts, at, knownAt).flatMap((exemption) => (exemption.fields.includes(field.key) ? [{ exemption }] : [])),
    ...spokenAt(facts, at, knownAt).flatMap((version) => placedOn(version, field)),
  ]);

export const foldSaid = (field: Field, said: readonly Said[]): FieldState =>
  said.reduce((state, each) => stateAfter(field, state, each), untouched(field));

const stateAfter = (field: Field, before: FieldState, said: Said): FieldState =>
  isPlaced(said)
    ? applyDirective(field, before, said.directive, said.place).state
    : lift(field, before, said.exemption.ancestorId);

/** The directives, each with its fate (P8). */
export function judged(field: Field, said: readonly Said[]): Candidate[] {
  const end = foldSaid(field, said);
  let state = untouched(field);
  return said.flatMap((each) => {
    const before = state;
    state = stateAfter(field, before, each);
    return isPlaced(each) ? [judge(field, before, each, end)] : [];
  });
}

/** What became of one directive: at once, where it stands, and in the end, where the path ends. */
function judge(field: Field, before: FieldState, placed: Placed, end: FieldState): Candidate {
  const { guard, lock, sets } = applyDirective(field, before, placed.directive, placed.place);
  const { nodeId } = placed.place;
  const lockedBy = before.lock;
  const hasGuard = end.guards.some((each) => each.nodeId === nodeId);
  return {
    ...described(placed),
    value: lockedBy !== null ? 'locked-by' : !sets ? 'none' : isWinner(end.source, placed) ? 'applied' : 'overridden',
    guard: guard === 'in-force' && !hasGuard ? 'lifted' : guard,
    lock: lock === 'holds' && end.lock !== nodeId ? 'lifted' : lock,
    lockedBy,
  };
}

export const isWinner = (winner: Source | null, { place }: Placed): boolean =>
  winner !== null && winner.assignmentId === place.assignmentId;

/** The exemptions among what is said, each with its place among the candidates. */
export function liftingsIn(said: readonly Said[]): Lifting[] {
  let after = 0;
  return said.flatMap((each) => {
    if (isPlaced(each)) after += 1;
    return isPlaced(each) ? [] : [liftingOf(each.exemption, after)];
  });
}

const liftingOf = ({ id, nodeId, ancestorId, from, to }: Exemption, after: number): Lifting => ({
  exemptionId: id,
  ...{ nodeId, ancestorId, from, to, after },
});

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
