import { nodeId, type NodeId } from '@headwater/org-tree';
import { checkAssignment, checkDocuments, supposing, type KindKey, type PolicySnapshot, type Proposal } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, effectWritten, type EffectPart } from './effects.js';
import { AlreadyCancelled, WrongVersionStatus, type NamedProblem } from './errors.js';
import { toAssignment, toVersion } from './fact-book.js';
import { readReason, requireReason } from './inputs.js';
import { insertAssignment } from './insert-assignment.js';
import { loadVersion } from './load-library.js';
import { coveredBy } from './live.js';
import { assignmentView, nodeIn } from './naming.js';
import { PolicyAssignment, type Policy, type PolicyVersion } from './policy.entity.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type PolicyWrite } from './policy-writer.service.js';
import { allNamed, refuseAny } from './problems.js';

/** A version, or nothing, for a unit's library track over `[from, to)`; without `from`, from now on. */
export interface AssignmentRequest {
  readonly nodeId: string;
  readonly from?: number | null;
  readonly to?: number | null;
  readonly reason?: string | null;
}

interface Chosen {
  readonly kind: KindKey;
  readonly version: PolicyVersion | null;
  readonly policy: Policy | null;
}

const ASSIGNABLE = ['published', 'deprecated'] as const;

/** Assigning versions to units and taking that back (P4, P7). One row each, whatever stands below the unit. */
@Injectable()
export class AssignmentService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, WrongVersionStatus, RulesRefused */
  async assign(actor: Actor, request: AssignmentRequest & { versionId: string }): Promise<CoverageEffectView> {
    const written = await this.writer.run(actor, async (write) => {
      const chosen = await loadVersion(write.tx, request.versionId);
      return this.record(write, { ...chosen, kind: chosen.version.kind }, request);
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
    const problems = allNamed(state, checkAssignment(state.snapshot, proposal), now);
    const effect = effectOfProposal(state, proposal, chosen.version, now);
    return effectForeseen(state, effect, [...forbidden(actor, state, proposal, now), ...problems]);
  }

  /** Withdraws an assignment: what lay beneath holds again. @throws NotFound, Forbidden, AlreadyCancelled, RulesRefused */
  async cancel(actor: Actor, id: string, why: string): Promise<CoverageEffectView> {
    const cancelReason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const row = await write.tx.findOneBy(PolicyAssignment, { id });
      if (!row) throw new NotFound('assignment', id);
      authorize(actor, 'rules.cancelAssignment', targetAt(write.state.tree, row.nodeId, 'assignment', id));
      if (row.recordedTo !== null) throw new AlreadyCancelled(id);
      const effect = this.withdraw(write, row);
      await write.update(PolicyAssignment, id, { recordedTo: write.epoch, cancelReason });
      await write.record('rules.cancelAssignment', { type: 'assignment', id }, row.nodeId, { kind: row.kind, cancelReason });
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }

  private async record(write: PolicyWrite, chosen: Chosen, request: AssignmentRequest) {
    const { state, now, actor } = write;
    const reason = readReason('reason', request.reason);
    const proposal = propose(actor, state, chosen, request, now);
    const isCorrection = proposal.from < now;
    if (isCorrection) authorize(actor, 'rules.correct', targetAt(state.tree, proposal.nodeId));
    refuseAny(state, checkAssignment(state.snapshot, proposal), now);
    const effect = effectOfProposal(state, proposal, chosen.version, now);
    const id = await insertAssignment(write, proposal, { reason, correction: isCorrection });
    await write.record('rules.assign', { type: 'assignment', id }, proposal.nodeId, {
      ...{ kind: chosen.kind, policyName: chosen.policy?.name ?? null, number: chosen.version?.number ?? null },
      ...{ from: proposal.from, to: proposal.to, correction: isCorrection, changed: effect.changed, reason },
    });
    return { wrote: true, result: effect };
  }

  private withdraw({ state, epoch, now }: PolicyWrite, row: PolicyAssignment): EffectPart {
    const before = state.snapshot;
    const after = before.withFacts({ assignments: [{ ...toAssignment(row), recordedTo: epoch }] }, epoch);
    const span = { kind: row.kind, nodeId: nodeId(row.nodeId), from: Math.max(row.validFrom, now), to: row.validTo };
    const hasEnded = row.validTo !== null && row.validTo <= now;
    if (!hasEnded) refuseAny(state, checkDocuments(before, after, span), now);
    return described(state, { ...span, from: row.validFrom }, before, after, now);
  }
}

/** The proposal, as far as the actor may make one at all. @throws NotFound, Forbidden, WrongVersionStatus */
function propose(actor: Actor, state: PolicyState, chosen: Chosen, request: AssignmentRequest, now: number): Proposal {
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
function forbidden(actor: Actor, state: PolicyState, { nodeId: at, from }: Proposal, now: number): NamedProblem[] {
  if (from >= now || may(actor, 'rules.correct', targetAt(state.tree, at))) return [];
  const { id, name } = nodeIn(state, at);
  const allowed = { min: new Date(now).toISOString() };
  return [{ code: 'FORBIDDEN', field: 'from', nodeId: id, nodeName: name, allowed, setBy: null }];
}

function effectOfProposal(state: PolicyState, proposal: Proposal, version: PolicyVersion | null, now: number): EffectPart {
  const before = state.snapshot;
  const effect = described(state, proposal, before, supposing(before, proposal), now);
  const covered = coveredBy(before.factsOf(proposal.kind, proposal.nodeId), proposal.track, proposal);
  const rows = covered.flatMap(({ assignment }) => state.book.assignments.get(assignment.id) ?? []);
  const warnings = [...statusWarnings(version), ...effect.warnings];
  return { ...effect, warnings, covers: rows.map((row) => assignmentView(state, row, now)) };
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
