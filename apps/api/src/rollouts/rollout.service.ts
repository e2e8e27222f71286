import { nodeId } from '@headwater/org-tree';
import type { Proposal } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput, NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, updateVersioned } from '../database/database.js';
import { ApprovalService } from '../policies/approval.service.js';
import { ASSIGNABLE } from '../policies/assignment.service.js';
import { effectForeseen, effectWritten, type EffectPart } from '../policies/effects.js';
import { WrongVersionStatus } from '../policies/errors.js';
import { toVersion } from '../policies/fact-book.js';
import { requireReason } from '../policies/inputs.js';
import { insertAssignment } from '../policies/insert-assignment.js';
import { loadVersion, type LoadedVersion } from '../policies/load-library.js';
import { nodeIn } from '../policies/naming.js';
import { PolicyAssignment, PolicyRollout, type RolloutStatus, type RolloutStep } from '../policies/policy.entity.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import { PolicyWriter, type PolicyWrite } from '../policies/policy-writer.service.js';
import { allNamed, refuseAny } from '../policies/problems.js';
import { cohortOf, type Cohort } from './cohort.js';
import { ended, foresee, weighed, type Plan } from './pilot-plan.js';
import { RolloutPaused, RolloutRunning, WrongRolloutStatus } from './rollout.errors.js';
import type { CohortInput, RolloutChangeView, RolloutInput, RolloutMove } from './rollout.types.js';

const OPEN = ['running', 'paused'] as const satisfies RolloutStatus[];
const LIBRARY = 'library' as const;
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/u;

/** A step as it is about to be taken. */
interface Step extends Plan {
  readonly cohort: Cohort | null;
}

/** P11: brings a version to the branches of a unit in steps. Each step writes one row of assignment, however many branches are in. */
@Injectable()
export class RolloutService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Who would be in at first, and what that does. @throws NotFound, Forbidden, WrongVersionStatus, RolloutRunning and those of cohortOf */
  async previewStart(actor: Actor, input: RolloutInput): Promise<RolloutChangeView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const id = readId(input.id) ?? newId(now);
    const loaded = await loadVersion(this.database.read, input.versionId);
    mayStart(actor, state, loaded, input.nodeId);
    await this.refuseSecond(this.database.read, loaded, input.nodeId);
    return this.foreseen(state, id, firstStep(state, loaded, { ...input, id }, now), now);
  }

  /** @throws those of previewStart, RulesRefused */
  async start(actor: Actor, input: RolloutInput, why: string): Promise<RolloutChangeView> {
    const reason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { tx, state, now } = write;
      const id = readId(input.id) ?? write.newId();
      if (await tx.existsBy(PolicyRollout, { id })) throw new BadInput('id', 'There is a rollout of this id.');
      const loaded = await loadVersion(tx, input.versionId);
      mayStart(actor, state, loaded, input.nodeId);
      await this.refuseSecond(tx, loaded, input.nodeId);
      const step = firstStep(state, loaded, { ...input, id }, now);
      const { effect, assignmentId } = await this.carryOut(write, id, step, reason);
      const row = rolloutRow(write, loaded, { id, nodeId: input.nodeId, reason }, [stepRow(write, step, assignmentId)]);
      await write.insert(PolicyRollout, row);
      await tell(write, 'start', row, { branches: step.cohort?.branches, changed: effect.changed, reason });
      return { wrote: true, result: { effect, id, inPilot: step.cohort?.branches ?? 0 } };
    });
    return changed(written);
  }

  /** What the next step, the end or the withdrawal would do. @throws NotFound, Forbidden, RolloutPaused, WrongRolloutStatus */
  async previewMove(actor: Actor, id: string, move: RolloutMove, cohort: CohortInput | null): Promise<RolloutChangeView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const row = await this.database.read.findOneBy(PolicyRollout, { id });
    const open = openFor(actor, state, row, id, move);
    const { version } = await loadVersion(this.database.read, open.versionId);
    return this.foreseen(state, id, stepOf(state, open, version, move, cohort, now), now);
  }

  /** @throws NotFound, Forbidden, RolloutPaused, WrongRolloutStatus, StaleVersion, RulesRefused, ApprovalRequired and those of cohortOf */
  advance(actor: Actor, id: string, cohort: CohortInput, version: number): Promise<RolloutChangeView> {
    return this.move(actor, id, 'advance', { cohort, version, reason: null });
  }

  /** The version for everyone at the unit, and no pilot any more, at once. @throws those of advance */
  finish(actor: Actor, id: string, why: string, version: number): Promise<RolloutChangeView> {
    return this.move(actor, id, 'finish', { cohort: null, version, reason: requireReason(why) });
  }

  /** What lay beneath the pilot holds again from now on. @throws those of advance */
  cancel(actor: Actor, id: string, why: string, version: number): Promise<RolloutChangeView> {
    return this.move(actor, id, 'cancel', { cohort: null, version, reason: requireReason(why) });
  }

  /** By hand alone: no figure stops a rollout by itself. @throws NotFound, Forbidden, WrongRolloutStatus, StaleVersion */
  async pause(actor: Actor, id: string, why: string, version: number): Promise<void> {
    await this.hold(actor, id, 'pause', { version, reason: requireReason(why) });
  }

  /** @throws those of pause */
  async resume(actor: Actor, id: string, why: string, version: number): Promise<void> {
    await this.hold(actor, id, 'resume', { version, reason: requireReason(why) });
  }

  private async move(actor: Actor, id: string, move: RolloutMove, asked: Asked): Promise<RolloutChangeView> {
    const written = await this.writer.run(actor, async (write) => {
      const { tx, state, now } = write;
      const row = openFor(actor, state, await tx.findOneBy(PolicyRollout, { id }), id, move);
      const { version } = await loadVersion(tx, row.versionId);
      const step = stepOf(state, row, version, move, asked.cohort, now);
      const { effect, assignmentId } = await this.carryOut(write, id, step, asked.reason ?? row.reason);
      await save(write, { ...row, version: asked.version }, afterMove(write, row, move, step, assignmentId, asked.reason));
      await tell(write, move, row, { branches: step.cohort?.branches, changed: effect.changed, reason: asked.reason });
      return { wrote: true, result: { effect, id, inPilot: step.cohort?.branches ?? 0 } };
    });
    return changed(written);
  }

  private async hold(
    actor: Actor,
    id: string,
    verb: 'pause' | 'resume',
    { version, reason }: Omit<Asked, 'cohort'>,
  ): Promise<void> {
    await this.writer.run(actor, async (write) => {
      const row = await write.tx.findOneBy(PolicyRollout, { id });
      if (!row) throw new NotFound('rollout', id);
      authorize(actor, `rollout.${verb}`, targetAt(write.state.tree, row.nodeId, 'rollout', id));
      const from = verb === 'pause' ? 'running' : 'paused';
      if (row.status !== from) throw new WrongRolloutStatus(row.status, [from]);
      await save(write, { ...row, version }, { status: verb === 'pause' ? 'paused' : 'running' });
      await tell(write, verb, row, { reason });
      return { wrote: true, result: null };
    });
  }

  /** Writes what a step does to the facts. @throws RulesRefused, ApprovalRequired */
  private async carryOut(write: PolicyWrite, rolloutId: string, step: Step, reason: string) {
    const { state, now, epoch } = write;
    const { problems, effect } = foresee(state, step, now);
    refuseAny(state, problems, now);
    const weight = weighed(step, effect);
    if (weight) await this.approvals.refuseUnapproved(write, weight);
    if (step.held) await endHeld(write, step.held, epoch, now);
    const assignmentId =
      step.proposal && (await insertAssignment(write, step.proposal, { reason, correction: false, rolloutId }));
    return { effect, assignmentId };
  }

  private async foreseen(state: PolicyState, rolloutId: string, step: Step, now: number): Promise<RolloutChangeView> {
    const { effect, problems } = foresee(state, step, now);
    const weight = weighed(step, effect);
    const approval = weight ? await this.approvals.foreseen(state, weight, now) : [];
    const told = effectForeseen(state, effect, allNamed(state, problems, now), approval);
    return { rolloutId, inPilot: step.cohort?.branches ?? 0, effect: told };
  }

  private async refuseSecond(tx: Database['read'], { version }: LoadedVersion, unit: string): Promise<void> {
    const other = await tx.findOneBy(PolicyRollout, { nodeId: unit, kind: version.kind, status: In(OPEN) });
    if (other) throw new RolloutRunning(other.id);
  }
}

interface Asked {
  readonly cohort: CohortInput | null;
  readonly version: number;
  readonly reason: string | null;
}

function readId(id: string | null | undefined): string | null {
  if (id == null) return null;
  if (!ULID.test(id)) throw new BadInput('id', 'Take the id that the preview gave.');
  return id;
}

function mayStart(actor: Actor, state: PolicyState, { policy, version }: LoadedVersion, unit: string): void {
  authorize(actor, 'policy.assign', targetAt(state.tree, policy.ownerNodeId, 'policy', policy.id));
  authorize(actor, 'rollout.start', targetAt(state.tree, unit));
  if (!ASSIGNABLE.some((status) => status === version.status)) throw new WrongVersionStatus(version.status, ASSIGNABLE);
}

/** @throws NotFound, Forbidden, RolloutPaused, WrongRolloutStatus */
function openFor(actor: Actor, state: PolicyState, row: PolicyRollout | null, id: string, move: RolloutMove): PolicyRollout {
  if (!row) throw new NotFound('rollout', id);
  authorize(actor, `rollout.${move}`, targetAt(state.tree, row.nodeId, 'rollout', id));
  if (row.status === 'paused' && move === 'advance') throw new RolloutPaused(id);
  if (row.status !== 'running' && row.status !== 'paused') throw new WrongRolloutStatus(row.status, OPEN);
  return row;
}

type Version = LoadedVersion['version'];

function proposalFor(version: Version, unit: string, now: number, cohort: Cohort | null): Proposal {
  const place = { kind: version.kind, nodeId: nodeId(unit), track: LIBRARY, version: toVersion(version), from: now, to: null };
  return { ...place, cohort: cohort && cohort.roots };
}

function firstStep(state: PolicyState, { version }: LoadedVersion, input: RolloutInput & { id: string }, now: number): Step {
  const place = { rolloutId: input.id, nodeId: nodeId(input.nodeId) };
  const cohort = cohortOf(state.tree, place, input.cohort, null);
  return { held: null, cohort, proposal: proposalFor(version, input.nodeId, now, cohort) };
}

function stepOf(
  state: PolicyState,
  row: PolicyRollout,
  version: Version,
  move: RolloutMove,
  input: CohortInput | null,
  now: number,
): Step {
  const held = state.book.assignments.get(row.steps[row.currentStep]?.assignmentId ?? '') ?? null;
  if (move === 'cancel') return { held, cohort: null, proposal: null };
  if (move === 'finish') return { held, cohort: null, proposal: proposalFor(version, row.nodeId, now, null) };
  if (!input) throw new BadInput('cohort', 'The next step says who is in.');
  const before = { roots: held?.cohort ?? [], bps: lastShare(row) };
  const cohort = cohortOf(state.tree, { rolloutId: row.id, nodeId: nodeId(row.nodeId) }, input, before);
  return { held, cohort, proposal: proposalFor(version, row.nodeId, now, cohort) };
}

/** The greatest share that was drawn so far. */
const lastShare = ({ steps }: PolicyRollout): number | null =>
  steps.reduce<number | null>((most, { bps }) => (bps !== null && bps > (most ?? 0) ? bps : most), null);

async function endHeld(write: PolicyWrite, held: PolicyAssignment, epoch: number, now: number): Promise<void> {
  const [, until] = ended(held, epoch, now, write.newId());
  await write.update(PolicyAssignment, held.id, { recordedTo: epoch });
  if (until) await write.insert(PolicyAssignment, until);
}

const stepRow = (write: PolicyWrite, { cohort }: Step, assignmentId: string | null): RolloutStep => ({
  ...{ at: write.now, bps: cohort?.bps ?? null, units: cohort?.units ?? [], branches: cohort?.branches ?? 0 },
  ...{ assignmentId: assignmentId ?? '', authorName: write.author.authorName },
});

const rolloutRow = (
  write: PolicyWrite,
  { policy, version }: LoadedVersion,
  about: Pick<PolicyRollout, 'id' | 'nodeId' | 'reason'>,
  steps: RolloutStep[],
): PolicyRollout => ({
  ...{ ...about, kind: version.kind, policyId: policy.id, versionId: version.id, track: LIBRARY, status: 'running' },
  ...{ currentStep: 0, steps, endReason: null, ...write.author, startedAt: write.now, endedAt: null, version: 1 },
});

function afterMove(
  write: PolicyWrite,
  { steps }: PolicyRollout,
  move: RolloutMove,
  step: Step,
  assignmentId: string | null,
  endReason: string | null,
): Partial<PolicyRollout> {
  if (move === 'advance') return { steps: [...steps, stepRow(write, step, assignmentId)], currentStep: steps.length };
  return { status: move === 'finish' ? 'finished' : 'cancelled', endedAt: write.now, endReason };
}

async function save(write: PolicyWrite, seen: PolicyRollout, patch: Partial<PolicyRollout>): Promise<void> {
  await updateVersioned(write.tx, PolicyRollout, seen, patch, 'rollout');
  write.rows += 1;
}

function tell(
  write: PolicyWrite,
  verb: RolloutMove | 'start' | 'pause' | 'resume',
  row: PolicyRollout,
  data: object,
): Promise<void> {
  const version = write.state.book.versions.get(row.versionId);
  const policy = write.state.book.policies.get(row.policyId);
  return write.record(`rollout.${verb}`, { type: 'rollout', id: row.id }, row.nodeId, {
    ...{ kind: row.kind, policyName: policy?.name ?? null, number: version?.number ?? null },
    ...{ unit: nodeIn(write.state, row.nodeId).name, ...data },
  });
}

interface Made {
  readonly effect: EffectPart;
  readonly id: string;
  readonly inPilot: number;
}

const changed = ({ result, ...written }: { result: Made; rows: number; state: PolicyState }): RolloutChangeView => ({
  ...{ rolloutId: result.id, inPilot: result.inPilot },
  effect: effectWritten({ ...written, result: result.effect }),
});
