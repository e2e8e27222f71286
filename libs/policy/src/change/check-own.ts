import { sameValue } from '../canonical.js';
import type { PolicyProblem } from '../check/problem.js';
import { normaliseDirectives } from '../check/normalise.js';
import type { Directives } from '../facts/types.js';
import { versionId } from '../ids.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import type { KindKey } from '../values/types.js';
import type { NodeId } from '@headwater/org-tree';
import { checkAssignment } from './check-assignment.js';
import { withChanges } from './directives.js';
import type { DirectiveChanges } from './directives.js';
import { supposing } from './proposal.js';
import type { Proposal } from './proposal.js';
import { rebasedOver } from './rebase-own.js';

/** What a unit's own track says at an instant. @throws PolicyError UNKNOWN_NODE */
export const ownDirectivesAt = (snapshot: PolicySnapshot, kind: KindKey, nodeId: NodeId, at: Instant): Directives =>
  snapshot.heldOn(kind, nodeId, 'own', at)?.version?.directives ?? {};

/** The own track of a unit after an edit that was found right by itself (`checkChanges`), in force from `at` on. */
export const ownProposal = (
  snapshot: PolicySnapshot,
  { kind, nodeId }: Pick<Proposal, 'kind' | 'nodeId'>,
  changes: DirectiveChanges,
  at: Instant,
): Proposal =>
  ownTrack({ kind, nodeId }, normaliseDirectives(kind, withChanges(ownDirectivesAt(snapshot, kind, nodeId, at), changes)), at);

/** Directives as they would stand on a unit's own track from `at` on. */
export const ownTrack = ({ kind, nodeId }: Pick<Proposal, 'kind' | 'nodeId'>, directives: Directives, at: Instant): Proposal => ({
  ...{ kind, nodeId, track: 'own', from: at, to: null },
  version: { id: versionId(''), kind, policyId: null, number: 0, directives },
});

/** A directive that stands already and lost its force since is in nobody's way: it may stay. */
const STANDING = ['LOCKED', 'OUT_OF_BOUNDS', 'GUARD_CONFLICT'];

/** Of the problems of a new own track, those that are not of directives which stood there before, word for word. */
export function newProblems(snapshot: PolicySnapshot, proposal: Proposal, problems: readonly PolicyProblem[]): PolicyProblem[] {
  const before = ownDirectivesAt(snapshot, proposal.kind, proposal.nodeId, proposal.from);
  const directives = proposal.version?.directives ?? {};
  return problems.filter(({ code, field }) => !stands(code, before[field ?? ''], directives[field ?? '']));
}

/** Why an own track is refused; see `checkAssignment`. */
export function checkOwn(snapshot: PolicySnapshot, proposal: Proposal): PolicyProblem[] {
  const problems = newProblems(snapshot, proposal, checkAssignment(snapshot, proposal));
  return problems.length > 0 ? problems : checkRebased(snapshot, proposal);
}

/** Why what is scheduled for later would not do over a new own track; what was scheduled word for word is in nobody's way. */
export function checkRebased(snapshot: PolicySnapshot, proposal: Proposal): PolicyProblem[] {
  const found: PolicyProblem[] = [];
  let over = supposing(snapshot, proposal);
  for (const { proposal: later, scheduled } of rebasedOver(snapshot, proposal)) {
    const problems = newProblems(over, later, checkAssignment(over, later));
    const said = later.version?.directives ?? {};
    found.push(...problems.filter(({ code, field }) => !stands(code, scheduled[field ?? ''], said[field ?? ''])));
    over = supposing(over, later);
  }
  return found;
}

const stands = (code: PolicyProblem['code'], before: unknown, after: unknown): boolean =>
  STANDING.includes(code) && sameValue(before, after);
