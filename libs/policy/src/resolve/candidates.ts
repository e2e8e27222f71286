import type { NodeId } from '@headwater/org-tree';
import { heldFor, liveExemptions, liveOn, livePilot } from '../facts/node-facts.js';
import type { NodeFacts } from '../facts/node-facts.js';
import { isKnown } from '../facts/live.js';
import { tracks } from '../facts/types.js';
import type { Directive, Exemption, Track } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { sortedInstants } from '../timeline.js';
import type { Epoch, Instant } from '../time.js';
import { applyDirective, lift, untouched } from './apply.js';
import { idsOf, spoken } from './fold.js';
import type { Spoken, Step } from './fold.js';
import type { Candidate, FieldState, Lifting, Source } from './types.js';

/** A directive on one field where it stands. */
export interface Placed extends Spoken {
  readonly directive: Directive;
}

/** All that has a say in one field: directives, exemptions from what was said above, and directives whose place a pilot takes. */
export type Said = Placed | { readonly exemption: Exemption } | { readonly replaced: Placed };

export const isPlaced = (said: Said): said is Placed => 'directive' in said;

const placedOn = (spokenOf: Spoken | undefined, field: Field): Placed[] => {
  const directive = spokenOf?.version.directives[field.key];
  return spokenOf && directive ? [{ ...spokenOf, directive }] : [];
};

/** What is said of a field along a path, in the order of the fold: at each unit what is lifted, then what is directed. */
export function saidAlong(path: readonly Step[], field: Field, at: Instant, knownAt: Epoch): Said[] {
  const ids = idsOf(path);
  return path.flatMap(({ facts }) => [
    ...liveExemptions(facts, at, knownAt).flatMap((exemption) => (exemption.fields.includes(field.key) ? [{ exemption }] : [])),
    ...tracks.flatMap((track) => saidOn(facts, track, ids, field, at, knownAt)),
  ]);
}

/** What a track says to the unit at the end of a path: a pilot, before it what that takes the place of, or the ordinary assignment. */
function saidOn(facts: NodeFacts, track: Track, path: readonly NodeId[], field: Field, at: Instant, knownAt: Epoch): Said[] {
  const pilot = livePilot(facts, track, path, at, knownAt);
  const ordinary = placedOn(spoken(liveOn(facts, track, at, knownAt)), field);
  return pilot ? [...ordinary.map((replaced) => ({ replaced })), ...placedOn(spoken(pilot), field)] : ordinary;
}

export const foldSaid = (field: Field, said: readonly Said[]): FieldState =>
  said.reduce((state, each) => stateAfter(field, state, each), untouched(field));

function stateAfter(field: Field, before: FieldState, said: Said): FieldState {
  if (isPlaced(said)) return applyDirective(field, before, said.directive, said.place).state;
  return 'exemption' in said ? lift(field, before, said.exemption.ancestorId) : before;
}

/** The directives, each with its fate (P8). */
export function judged(field: Field, said: readonly Said[]): Candidate[] {
  const end = foldSaid(field, said);
  let state = untouched(field);
  return said.flatMap((each) => {
    const before = state;
    state = stateAfter(field, before, each);
    if ('replaced' in each) return [{ ...described(each.replaced), ...silenced }];
    return isPlaced(each) ? [judge(field, before, each, end)] : [];
  });
}

const silenced = { value: 'replaced-by-pilot', guard: 'none', lock: 'none', lockedBy: null } as const;

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
    if ('exemption' in each) return [liftingOf(each.exemption, after)];
    after += 1;
    return [];
  });
}

const liftingOf = ({ id, nodeId, ancestorId, from, to }: Exemption, after: number): Lifting => ({
  exemptionId: id,
  ...{ nodeId, ancestorId, from, to, after },
});

/** Each unit's and track's next directive on the field, not yet in force, from the instant it will be. */
export function upcoming(path: readonly Step[], field: Field, at: Instant, knownAt: Epoch): Candidate[] {
  const ids = idsOf(path);
  return path.flatMap(({ facts }) => tracks.flatMap((track) => nextOn(facts, track, ids, field, at, knownAt) ?? []));
}

const idle = { value: 'not-yet', guard: 'none', lock: 'none', lockedBy: null } as const;

function nextOn(
  facts: NodeFacts,
  track: Track,
  path: readonly NodeId[],
  field: Field,
  at: Instant,
  knownAt: Epoch,
): Candidate | null {
  const now = heldFor(facts, track, path, at, knownAt);
  for (const from of turnsAfter(facts, track, at, knownAt)) {
    const then = heldFor(facts, track, path, from, knownAt);
    const [placed] = then === now ? [] : placedOn(spoken(then), field);
    if (placed) return { ...described(placed), from, ...idle };
  }
  return null;
}

function turnsAfter(facts: NodeFacts, track: Track, at: Instant, knownAt: Epoch): Instant[] {
  const pilots = facts.pilots.filter(({ assignment }) => assignment.track === track);
  const assigned = [...facts[track], ...pilots].map(({ assignment }) => assignment);
  const known = assigned.filter((assignment) => isKnown(assignment, knownAt));
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
