import { nodeId } from '@headwater/org-tree';
import { checkAssignment, checkDocuments, supposing, type PolicySnapshot, type Proposal } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import { ApprovalService } from './approval.service.js';
import { effectOfProposal, forbidden, propose, refuseForbidden, weighed, type Chosen } from './assignment.service.js';
import type { CoverageEffectView } from './coverage.types.js';
import { effectForeseen, effectWritten, type EffectPart } from './effects.js';
import { AlreadyCancelled, AlreadyInForce, PartOfChangeSet } from './errors.js';
import { toAssignment } from './fact-book.js';
import { requireReason } from './inputs.js';
import { insertAssignment } from './insert-assignment.js';
import { loadVersion } from './load-library.js';
import { PlannedRules, type PlannedRule } from './planned-rules.js';
import { PolicyAssignment } from './policy.entity.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type PolicyWrite } from './policy-writer.service.js';
import { allNamed, refuseAny } from './problems.js';

/** Another time for an assignment that has not begun: `[from, to)`, UTC epoch ms; from now on, and without end, where null. */
export interface RescheduleRequest {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
}

interface Moved {
  readonly row: PolicyAssignment;
  readonly chosen: Chosen;
  readonly proposal: Proposal;
  /** The rules as if the assignment had never been scheduled. */
  readonly without: PolicySnapshot;
}

/** 改期 (P7): an assignment that has not begun is withdrawn and recorded anew with another time, in one epoch. */
@Injectable()
export class RescheduleService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(PlannedRules) private readonly planned: PlannedRules,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What the new time would do, what it covers and meets, and why it would be refused. @throws as `reschedule` */
  async preview(actor: Actor, request: RescheduleRequest): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const moved = await load(this.database.read, actor, state, request, now);
    const problems = allNamed(state, problemsOf(state, moved), now);
    const effect = effectOf(state, moved, await this.planned.of(actor, state), now);
    const approval = await this.approvals.foreseen(state, weighed(moved.proposal, effect), now);
    return effectForeseen(state, effect, [...forbidden(actor, state, moved.proposal, now), ...problems], approval);
  }

  /** @throws NotFound, Forbidden, AlreadyCancelled, AlreadyInForce, WrongVersionStatus, RulesRefused, ApprovalRequired */
  async reschedule(actor: Actor, request: RescheduleRequest, why: string): Promise<CoverageEffectView> {
    const reason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now } = write;
      const moved = await load(write.tx, actor, state, request, now);
      const isCorrection = moved.proposal.from < now;
      refuseForbidden(actor, state, moved.proposal, now);
      refuseAny(state, problemsOf(state, moved), now);
      const effect = effectOf(state, moved, [], now);
      if (isSame(moved)) return { wrote: false, result: effect };
      await this.approvals.refuseUnapproved(write, weighed(moved.proposal, effect));
      await this.record(write, moved, { reason, isCorrection, changed: effect.changed });
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }

  private async record(
    write: PolicyWrite,
    { row, chosen, proposal }: Moved,
    { reason, isCorrection, changed }: { reason: string; isCorrection: boolean; changed: number },
  ): Promise<void> {
    await write.update(PolicyAssignment, row.id, { recordedTo: write.epoch, cancelReason: reason });
    const id = await insertAssignment(write, proposal, { reason, correction: isCorrection });
    await write.record('rules.reschedule', { type: 'assignment', id }, row.nodeId, {
      ...{ kind: row.kind, policyName: chosen.policy?.name ?? null, number: chosen.version?.number ?? null },
      ...{ from: proposal.from, to: proposal.to, fromBefore: row.validFrom, toBefore: row.validTo },
      ...{ replaces: row.id, correction: isCorrection, changed, reason },
    });
  }
}

/** @throws NotFound, Forbidden, AlreadyCancelled, AlreadyInForce, WrongVersionStatus */
async function load(
  tx: EntityManager,
  actor: Actor,
  state: PolicyState,
  { id, ...when }: RescheduleRequest,
  now: number,
): Promise<Moved> {
  const row = await tx.findOneBy(PolicyAssignment, { id });
  if (!row) throw new NotFound('assignment', id);
  authorize(actor, 'rules.cancelAssignment', targetAt(state.tree, row.nodeId, 'assignment', id));
  if (row.recordedTo !== null) throw new AlreadyCancelled(id);
  if (row.validFrom <= now) throw new AlreadyInForce(id, row.validFrom);
  if (row.changeSetId !== null) throw new PartOfChangeSet(row.changeSetId);
  const nothing = { kind: row.kind, version: null, policy: null };
  const chosen = row.versionId === null ? nothing : { ...(await loadVersion(tx, row.versionId)), kind: row.kind };
  const proposal = { ...propose(actor, state, chosen, { nodeId: row.nodeId, ...when }, now), track: row.track };
  return { row, chosen, proposal, without: withoutRow(state, row) };
}

function withoutRow({ snapshot }: PolicyState, row: PolicyAssignment): PolicySnapshot {
  const epoch = snapshot.epoch + 1;
  return snapshot.withFacts({ assignments: [{ ...toAssignment(row), recordedTo: epoch }] }, epoch);
}

/** What stands in the way at the new time; then what breaks in the old one, where other rules hold again. */
function problemsOf({ snapshot }: PolicyState, { row, proposal, without }: Moved) {
  const problems = checkAssignment(without, proposal);
  if (problems.length > 0) return problems;
  const left = { kind: row.kind, nodeId: nodeId(row.nodeId), from: row.validFrom, to: row.validTo };
  return checkDocuments(snapshot, supposing(without, proposal), left);
}

const effectOf = (
  state: PolicyState,
  { proposal, chosen, without }: Moved,
  planned: readonly PlannedRule[],
  now: number,
): EffectPart => effectOfProposal(state, proposal, { version: chosen.version, planned, now, before: without });

const isSame = ({ row, proposal }: Moved): boolean => row.validFrom === proposal.from && row.validTo === proposal.to;
