import { nodeId } from '@headwater/org-tree';
import {
  checkBranchChange,
  checkChanges,
  checkOwn,
  checkRebased,
  contentHash,
  newProblems,
  normaliseDirectives,
  rebasedOver,
  versionId,
  withChanges,
  type DirectiveChanges,
  type Directives,
  type KindKey,
  type PolicyProblem,
  type Proposal,
  type Rebased,
} from '@headwater/policy';
import { assignmentsCovered } from './assignment.service.js';
import { insertAssignment } from './insert-assignment.js';
import { liveAt } from './live.js';
import { PolicyAssignment, PolicyVersion } from './policy.entity.js';
import type { AssignmentView } from './policy.types.js';
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
  { snapshot }: Pick<PolicyState, 'snapshot'>,
  { kind, nodeId: unit }: OwnPlace,
  at: number,
  knownAt?: number,
): Directives => liveAt(snapshot.factsOf(kind, nodeId(unit)), 'own', at, knownAt)?.version?.directives ?? {};

/**
 * The own track after an edit that came as any JSON.
 * @throws RulesRefused
 */
export function ownAfter(state: PolicyState, place: OwnPlace, changes: unknown, now: number): Directives {
  const at = nodeId(place.nodeId);
  const problems = checkChanges(place.kind, changes).map((problem) => ({ ...problem, nodeId: at }));
  refuseAny(state, problems, now);
  return normaliseDirectives(place.kind, withChanges(ownDirectives(state, place, now), changes as DirectiveChanges));
}

/** Why the own track may not say this; for a branch's own people, also what a branch may not. */
export function ownProblems({ snapshot }: PolicyState, proposal: Proposal, byBranch: boolean): PolicyProblem[] {
  const { kind, nodeId: unit, from, version } = proposal;
  if (!byBranch) return checkOwn(snapshot, proposal);
  const directives = version?.directives ?? {};
  const change = { kind, nodeId: unit, from, to: null, directives };
  const problems = newProblems(snapshot, proposal, checkBranchChange(snapshot, change));
  return problems.length > 0 ? problems : checkRebased(snapshot, proposal);
}

/** What is scheduled on the own track for later than an edit: it is written again over it. */
export const scheduledOver = (state: PolicyState, proposal: Proposal, now: number): AssignmentView[] =>
  assignmentsCovered(state, proposal, now).filter(({ from }) => from > proposal.from);

/** A new version of the own track, in force from now on: two rows; and three for each that is scheduled for later, so that none is lost. */
export async function saveOwn(write: PolicyWrite, proposal: Proposal, reason: string | null): Promise<PolicyVersion> {
  const version = await insertOwn(write, proposal, reason, write.author);
  await insertAssignment(write, recordedAs(proposal, version), { reason, correction: false });
  for (const [index, rebased] of rebasedOver(write.state.snapshot, proposal).entries())
    await saveAgain(write, rebased, index + 1);
  return version;
}

/** What was scheduled, by whom and in which change set stays known; it is withdrawn and recorded over the new version. */
async function saveAgain(write: PolicyWrite, { replaces, proposal }: Rebased, seq: number): Promise<void> {
  const row = write.state.book.assignments.get(replaces);
  if (!row) return;
  const { authorId, authorName, reason, changeSetId, correction } = row;
  const version = await insertOwn(write, proposal, reason, { authorId, authorName });
  await write.update(PolicyAssignment, row.id, { recordedTo: write.epoch });
  const origin = { authorId, authorName, changeSetId, seq };
  await insertAssignment(write, recordedAs(proposal, version), { reason, correction, ...origin });
}

const recordedAs = (proposal: Proposal, { id }: PolicyVersion): Proposal => ({
  ...proposal,
  version: proposal.version && { ...proposal.version, id: versionId(id) },
});

async function insertOwn(
  write: PolicyWrite,
  proposal: Proposal,
  reason: string | null,
  author: Pick<PolicyVersion, 'authorId' | 'authorName'>,
): Promise<PolicyVersion> {
  const directives = proposal.version?.directives ?? {};
  const { kind, nodeId: unit } = proposal;
  const newest = await write.tx.findOne(PolicyVersion, { where: { nodeId: unit, kind }, order: { number: 'DESC' } });
  const version: PolicyVersion = {
    ...{ id: write.newId(), kind, policyId: null, nodeId: unit, number: (newest?.number ?? 0) + 1 },
    ...{ status: 'published', directives, notes: reason ?? '', contentHash: contentHash(directives), ...author },
    ...{ createdAt: write.now, publishedAt: write.now, epoch: write.epoch, version: 1 },
  };
  await write.insert(PolicyVersion, { ...version, directives: directives });
  return version;
}
