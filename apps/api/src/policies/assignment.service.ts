import { nodeId, type NodeId } from '@headwater/org-tree';
import {
  checkAssignment,
  checkDocuments,
  supposing,
  type KindKey,
  type PolicyProblem,
  type PolicySnapshot,
  type Proposal,
} from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import { ApprovalService } from './approval.service.js';
import { afterNow, clashesWithNew, plannedAt, spokenBy } from './clashes.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, effectWritten, type EffectPart } from './effects.js';
import {
  AlreadyCancelled,
  HeldByRollout,
  PartOfChangeSet,
  RulesRefused,
  WrongVersionStatus,
  type NamedProblem,
} from './errors.js';
import { toAssignment, toVersion } from './fact-book.js';
import { readReason, requireReason } from './inputs.js';
import { insertAssignment } from './insert-assignment.js';
import { loadVersion } from './load-library.js';
import { coveredBy } from './live.js';
import { assignmentView, nodeIn } from './naming.js';
import { PlannedRules, type PlannedRule } from './planned-rules.js';
import { PolicyAssignment, type Policy, type PolicyVersion } from './policy.entity.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { AssignmentView } from './policy.types.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type AlsoWrite, type PolicyWrite } from './policy-writer.service.js';
import { allNamed, refuseAny } from './problems.js';
import { ReviewService } from './review.service.js';

/** A version, or nothing, for a unit's library track over `[from, to)`; without `from`, from now on. */
export interface AssignmentRequest {
  readonly nodeId: string;
  readonly from?: number | null;
  readonly to?: number | null;
  readonly reason?: string | null;
  /** Of a rollback: values that are out of bounds by now may be fitted to them. */
  readonly fit?: boolean | null;
}

/** What is to be assigned; nothing is back to inherit. */
export interface Chosen {
  readonly kind: KindKey;
  readonly version: PolicyVersion | null;
  readonly policy: Policy | null;
}

export const ASSIGNABLE = ['published', 'deprecated'] as const;

/** Assigning versions to units and taking that back (P4, P7). One row each, whatever stands below the unit. */
@Injectable()
export class AssignmentService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(ReviewService) private readonly reviews: ReviewService,
    @Inject(PlannedRules) private readonly planned: PlannedRules,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, WrongVersionStatus, RulesRefused */
  async assign(actor: Actor, request: AssignmentRequest & { versionId: string }, also?: AlsoWrite): Promise<CoverageEffectView> {
    const written = await this.writer.run(actor, async (write) => {
      const chosen = await loadVersion(write.tx, request.versionId);
      const outcome = await this.record(write, { ...chosen, kind: chosen.version.kind }, request);
      await also?.(write.tx);
      return outcome;
    });
    return effectWritten(written);
  }

  /** Back to inherit, on the library track. @throws NotFound, Forbidden, RulesRefused */
  async assignNothing(actor: Actor, { kind, ...request }: AssignmentRequest & { kind: KindKey }): Promise<CoverageEffectView> {
    return effectWritten(
      await this.writer.run(actor, (write) => this.record(write, { kind, version: null, policy: null }, request)),
    );
  }

  /** What assigning would do, and why it would be refused. @throws NotFound, Forbidden, WrongVersionStatus */
  async preview(actor: Actor, request: AssignmentRequest & { versionId: string }): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const chosen = await loadVersion(this.database.read, request.versionId);
    const now = this.clock.now();
    const proposal = propose(actor, state, { ...chosen, kind: chosen.version.kind }, request, now);
    const isRollback = rollsBack(state, proposal, { ...chosen, kind: proposal.kind }, now);
    const { problems, fitted } = fitting(checkAssignment(state.snapshot, proposal), isRollback, request);
    const planned = await this.planned.of(actor, state);
    const effect = effectOfProposal(state, proposal, { version: chosen.version, planned, now });
    const weight = weighed(proposal, effect);
    const reasons = isRollback ? [] : await this.approvals.foreseen(state, weight, now);
    const after = isRollback ? await this.reviews.foreseen(state, weight, now) : [];
    const found = [...forbidden(actor, state, proposal, now), ...allNamed(state, problems, now)];
    return effectForeseen(state, { ...effect, warnings: [...effect.warnings, ...fitted, ...after] }, found, reasons);
  }

  /** What withdrawing would do, and why that would be refused. @throws NotFound, Forbidden, AlreadyCancelled, HeldByRollout, PartOfChangeSet */
  async previewCancel(actor: Actor, id: string): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const row = withdrawable(actor, state, { id, row: await this.database.read.findOneBy(PolicyAssignment, { id }) }, now);
    const { problems, effect } = withdrawing(state, row, now);
    const warnings = [...effect.warnings, ...(await this.reviews.foreseen(state, withdrawn(row, effect), now))];
    return effectForeseen(state, { ...effect, warnings }, allNamed(state, problems, now));
  }

  /** Withdraws an assignment: what lay beneath holds again. @throws NotFound, Forbidden, AlreadyCancelled, HeldByRollout, PartOfChangeSet, RulesRefused */
  async cancel(actor: Actor, id: string, why: string): Promise<CoverageEffectView> {
    const cancelReason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now } = write;
      const row = withdrawable(actor, state, { id, row: await write.tx.findOneBy(PolicyAssignment, { id }) }, now);
      const { problems, effect } = withdrawing(state, row, now);
      refuseAny(state, problems, now);
      await write.update(PolicyAssignment, id, { recordedTo: write.epoch, cancelReason });
      await write.record('rules.cancelAssignment', { type: 'assignment', id }, row.nodeId, { kind: row.kind, cancelReason });
      await this.reviews.note(write, 'cancel', withdrawn(row, effect), cancelReason);
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }

  private async record(write: PolicyWrite, chosen: Chosen, request: AssignmentRequest) {
    const { state, now, actor } = write;
    const reason = readReason('reason', request.reason);
    const proposal = propose(actor, state, chosen, request, now);
    const isCorrection = proposal.from < now;
    refuseForbidden(actor, state, proposal, now);
    const isRollback = rollsBack(state, proposal, chosen, now);
    refuseAny(state, fitting(checkAssignment(state.snapshot, proposal), isRollback, request).problems, now);
    const effect = effectOfProposal(state, proposal, { version: chosen.version, now });
    if (isRollback) await this.reviews.note(write, 'rollBack', weighed(proposal, effect), reason);
    else await this.approvals.refuseUnapproved(write, weighed(proposal, effect));
    const id = await insertAssignment(write, proposal, { reason, correction: isCorrection });
    await write.record('rules.assign', { type: 'assignment', id }, proposal.nodeId, {
      ...{ kind: chosen.kind, policyName: chosen.policy?.name ?? null, number: chosen.version?.number ?? null },
      ...{ from: proposal.from, to: proposal.to, correction: isCorrection, changed: effect.changed, reason },
    });
    return { wrote: true, result: effect };
  }
}

/** The assignment, as far as the actor may withdraw it at all. @throws NotFound, Forbidden, AlreadyCancelled, HeldByRollout, PartOfChangeSet */
function withdrawable(
  actor: Actor,
  { tree }: PolicyState,
  { id, row }: { id: string; row: PolicyAssignment | null },
  now: number,
): PolicyAssignment {
  if (!row) throw new NotFound('assignment', id);
  authorize(actor, 'rules.cancelAssignment', targetAt(tree, row.nodeId, 'assignment', id));
  if (row.recordedTo !== null) throw new AlreadyCancelled(id);
  if (row.cohort !== null) throw new HeldByRollout(row.rolloutId);
  if (row.changeSetId !== null && row.validFrom > now) throw new PartOfChangeSet(row.changeSetId);
  return row;
}

/** A withdrawal as the thresholds of approval see it: it says nothing itself. */
const withdrawn = ({ kind, nodeId: unit }: PolicyAssignment, { changed, latent }: EffectPart) => ({
  ...{ kind, nodeId: unit, changed: changed + latent, said: [] },
});

/** What withdrawing does, and the rules that it would break; what is over breaks none. */
function withdrawing(state: PolicyState, row: PolicyAssignment, now: number): { problems: PolicyProblem[]; effect: EffectPart } {
  const before = state.snapshot;
  const epoch = before.epoch + 1;
  const after = before.withFacts({ assignments: [{ ...toAssignment(row), recordedTo: epoch }] }, epoch);
  const span = { kind: row.kind, nodeId: nodeId(row.nodeId), from: Math.max(row.validFrom, now), to: row.validTo };
  const hasEnded = row.validTo !== null && row.validTo <= now;
  const effect = described(state, { ...span, from: row.validFrom }, before, after, now);
  return { problems: hasEnded ? [] : checkDocuments(before, after, span), effect };
}

/** A rollback whose every problem is a value that is out of bounds by now: it may be fitted, where somebody says so. */
const mayBeFitted: NamedProblem = {
  ...{ code: 'MAY_BE_FITTED', field: 'fit', nodeId: null, nodeName: null, allowed: null, setBy: null },
};

/** What still stands in the way of an assignment once consent to fit it is counted, and what is to be known of that. */
function fitting(problems: readonly PolicyProblem[], isRollback: boolean, { fit }: AssignmentRequest) {
  const fits = isRollback && problems.length > 0 && problems.every(({ code }) => code === 'OUT_OF_BOUNDS');
  return { problems: fits && fit === true ? [] : problems, fitted: fits ? [mayBeFitted] : [] };
}

/** Back, from now on, to an earlier version of the policy whose version the unit has. */
function rollsBack({ snapshot }: PolicyState, { kind, nodeId: unit, from }: Proposal, { version }: Chosen, now: number): boolean {
  const held = snapshot.heldOn(kind, unit, 'library', now)?.version;
  return from <= now && version !== null && held?.policyId === version.policyId && version.number < held.number;
}

/** The proposal as the thresholds of approval see it. */
export const weighed = ({ kind, nodeId: unit, version }: Proposal, { changed, latent }: EffectPart) => ({
  ...{ kind, nodeId: unit, changed: changed + latent, said: version ? [version.directives] : [] },
});

/** The proposal, as far as the actor may make one at all. @throws NotFound, Forbidden, WrongVersionStatus */
export function propose(actor: Actor, state: PolicyState, chosen: Chosen, request: AssignmentRequest, now: number): Proposal {
  const { policy, version, kind } = chosen;
  if (policy) authorize(actor, 'policy.assign', targetAt(state.tree, policy.ownerNodeId, 'policy', policy.id));
  authorize(actor, 'rules.assign', targetAt(state.tree, request.nodeId));
  if (version && !ASSIGNABLE.some((status) => status === version.status))
    throw new WrongVersionStatus(version.status, ASSIGNABLE);
  return {
    ...{ kind, nodeId: nodeId(request.nodeId), track: 'library', version: version && toVersion(version) },
    ...{ from: request.from ?? now, to: request.to ?? null },
  };
}

/** A date in the past is a correction, which is somebody else's to make. */
export function forbidden(actor: Actor, state: PolicyState, { nodeId: at, from }: Proposal, now: number): NamedProblem[] {
  if (from >= now || may(actor, 'rules.correct', targetAt(state.tree, at))) return [];
  const { id, name } = nodeIn(state, at);
  const allowed = { min: new Date(now).toISOString() };
  return [{ code: 'FORBIDDEN', field: 'from', nodeId: id, nodeName: name, allowed, setBy: null }];
}

/** @throws RulesRefused FORBIDDEN, with the earliest date that the actor may choose */
export function refuseForbidden(actor: Actor, state: PolicyState, proposal: Proposal, now: number): void {
  const [first] = forbidden(actor, state, proposal, now);
  if (first) throw new RulesRefused([first]);
}

interface Circumstances {
  readonly version: PolicyVersion | null;
  /** What change sets will bring: said before anything is written, and not again afterwards. */
  readonly planned?: readonly PlannedRule[];
  readonly now: number;
  readonly before?: PolicySnapshot;
}

/** What a proposal does to the rules before it: the state's own, or those without what it takes the place of. */
export function effectOfProposal(
  state: PolicyState,
  proposal: Proposal,
  { version, planned = [], now, before = state.snapshot }: Circumstances,
): EffectPart {
  const facts = before.factsOf(proposal.kind, proposal.nodeId);
  const effect = described(state, proposal, before, supposing(before, proposal), now);
  const warnings = [...statusWarnings(version), ...effect.warnings];
  const meant = afterNow(plannedAt(planned, proposal));
  const clashes = clashesWithNew(state, facts, spokenBy(facts, proposal), meant, now);
  return { ...effect, warnings, covers: assignmentsCovered(state, proposal, now, before), clashes };
}

/** What a proposal would lie over: it holds again where the proposal is withdrawn. */
export function assignmentsCovered(
  state: PolicyState,
  proposal: Proposal,
  now: number,
  before = state.snapshot,
): AssignmentView[] {
  const covered = coveredBy(before.factsOf(proposal.kind, proposal.nodeId), proposal.track, proposal);
  const rows = covered.flatMap(({ assignment }) => state.book.assignments.get(assignment.id) ?? []);
  return rows.map((row) => assignmentView(state, row, now));
}

interface Span {
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly from: number;
  readonly to: number | null;
}

/** The instant an interval is judged by: now where it holds now, else when it begins. */
const instantOf = ({ from, to }: Span, now: number): number => (from <= now && (to === null || now < to) ? now : from);

function described(state: PolicyState, span: Span, before: PolicySnapshot, after: PolicySnapshot, now: number): EffectPart {
  const { kind, nodeId: unit } = span;
  return countEffect(state, { kind, nodeId: unit, before, after, at: instantOf(span, now), alreadySo: 'same' });
}

const statusWarnings = (version: PolicyVersion | null): NamedProblem[] =>
  version?.status === 'deprecated'
    ? [{ code: 'VERSION_DEPRECATED', field: null, nodeId: null, nodeName: null, allowed: null, setBy: null }]
    : [];
