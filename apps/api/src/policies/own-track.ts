import { nodeId } from '@headwater/org-tree';
import {
  checkAssignment,
  checkBranchChange,
  checkDirectives,
  contentHash,
  normaliseDirectives,
  sameValue,
  versionId,
  withChanges,
  type DirectiveChanges,
  type Directives,
  type KindKey,
  type PolicyProblem,
  type Proposal,
} from '@headwater/policy';
import { insertAssignment } from './insert-assignment.js';
import { liveAt } from './live.js';
import { PolicyVersion } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';
import type { PolicyWrite } from './policy-writer.service.js';
import { refuseAny } from './problems.js';

/** Whose own track, of which kind. */
export interface OwnPlace {
  readonly kind: KindKey;
  readonly nodeId: string;
}

/** The epoch at which a unit's own track was last written or withdrawn from: what an edit is based on. 0 before the first. */
export const ownVersionOf = ({ snapshot }: PolicyState, { kind, nodeId: unit }: OwnPlace): number =>
  Math.max(
    0,
    ...snapshot
      .factsOf(kind, nodeId(unit))
      .own.flatMap(({ assignment }) => [assignment.recordedFrom, assignment.recordedTo ?? 0]),
  );

/** What a unit's own track says at an instant, as known now or at an earlier epoch. */
export const ownDirectives = (
  { snapshot }: PolicyState,
  { kind, nodeId: unit }: OwnPlace,
  at: number,
  knownAt?: number,
): Directives => liveAt(snapshot.factsOf(kind, nodeId(unit)), 'own', at, knownAt)?.version?.directives ?? {};

/**
 * The own track after an edit that came as any JSON.
 * @throws RulesRefused
 */
export function ownAfter(state: PolicyState, place: OwnPlace, changes: unknown, now: number): Directives {
  refuseAny(state, checkChanges(place.kind, changes), now);
  return normaliseDirectives(place.kind, withChanges(ownDirectives(state, place, now), changes as DirectiveChanges));
}

/** Of a null only the key can be wrong, as of a reset. */
function checkChanges(kind: KindKey, changes: unknown): PolicyProblem[] {
  if (changes === null || typeof changes !== 'object' || Array.isArray(changes)) return checkDirectives(kind, changes);
  const asDirectives = Object.entries(changes).map(([key, directive]: [string, unknown]) => [key, directive ?? { reset: true }]);
  return checkDirectives(kind, Object.fromEntries(asDirectives));
}

/** The directives as they would stand on the own track from now on. */
export const ownProposal = ({ kind, nodeId: unit }: OwnPlace, directives: Directives, now: number): Proposal => ({
  ...{ kind, nodeId: nodeId(unit), track: 'own', from: now, to: null },
  version: { id: versionId(''), kind, policyId: null, number: 0, directives },
});

/** A directive that stands already and lost its force since is in nobody's way: it may stay. */
const STANDING = ['LOCKED', 'OUT_OF_BOUNDS', 'GUARD_CONFLICT'];

/** Why the own track may not say this; for a branch's own people, also what a branch may not. */
export function ownProblems(state: PolicyState, proposal: Proposal, byBranch: boolean): PolicyProblem[] {
  const { kind, nodeId: unit, from, version } = proposal;
  const directives = version?.directives ?? {};
  const before = ownDirectives(state, proposal, from);
  const problems = byBranch
    ? checkBranchChange(state.snapshot, { kind, nodeId: unit, from, to: null, directives })
    : checkAssignment(state.snapshot, proposal);
  return problems.filter(
    ({ code, field }) => !STANDING.includes(code) || !sameValue(before[field ?? ''], directives[field ?? '']),
  );
}

/** A new version of the own track, in force from now on: two rows. */
export async function saveOwn(write: PolicyWrite, proposal: Proposal, reason: string | null): Promise<PolicyVersion> {
  const directives = proposal.version?.directives ?? {};
  const { kind, nodeId: unit } = proposal;
  const newest = await write.tx.findOne(PolicyVersion, { where: { nodeId: unit, kind }, order: { number: 'DESC' } });
  const version: PolicyVersion = {
    ...{ id: write.newId(), kind, policyId: null, nodeId: unit, number: (newest?.number ?? 0) + 1 },
    ...{ status: 'published', directives, notes: reason ?? '', contentHash: contentHash(directives), ...write.author },
    ...{ createdAt: write.now, publishedAt: write.now, epoch: write.epoch, version: 1 },
  };
  await write.insert(PolicyVersion, { ...version, directives: directives });
  const recorded = { ...proposal, version: proposal.version && { ...proposal.version, id: versionId(version.id) } };
  await insertAssignment(write, recorded, { reason, correction: false });
  return version;
}
