import { nodeId } from '@headwater/org-tree';
import {
  checkDocuments,
  checkExemption,
  exemptionId,
  type FieldKey,
  type PolicyProblem,
  type PolicySnapshot,
  type ProposedExemption,
} from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput, Forbidden, NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, effectWritten, type EffectPart } from './effects.js';
import { ExemptionOver, PartOfChangeSet } from './errors.js';
import type { ExemptionInput } from './exemption.types.js';
import { toExemption } from './fact-book.js';
import { granting } from './granting.js';
import { requireReason } from './inputs.js';
import { nodeIn } from './naming.js';
import { ApprovalService } from './approval.service.js';
import { PolicyExemption } from './policy.entity.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type AlsoWrite, type PolicyWrite } from './policy-writer.service.js';
import { allNamed, refuseAny } from './problems.js';

/** P12: a lock or guard lifted at a unit for a time, by somebody who answers for the unit that set it. One row each. */
@Injectable()
export class ExemptionService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What granting would change at once, and why it would be refused. @throws NotFound, Forbidden, BadInput, NodeArchived */
  async preview(actor: Actor, input: ExemptionInput): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const proposed = propose(actor, state, input, now);
    const problems = checkExemption(state.snapshot, proposed);
    const after = problems.length > 0 ? state.snapshot : granting(state, [proposed]);
    const broken = problems.length > 0 ? problems : checkDocuments(state.snapshot, after, proposed);
    const effect = effectOf(state, proposed, after);
    const approval = await this.approvals.foreseen(state, weighed(proposed, effect), now);
    return effectForeseen(state, effect, allNamed(state, broken, now), approval);
  }

  /** @throws NotFound, Forbidden, BadInput, NodeArchived, RulesRefused */
  async grant(actor: Actor, input: ExemptionInput, why: string, also?: AlsoWrite): Promise<CoverageEffectView> {
    const reason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now } = write;
      const proposed = propose(actor, state, input, now);
      refuseAny(state, checkExemption(state.snapshot, proposed), now);
      const after = granting(state, [proposed]);
      refuseAny(state, checkDocuments(state.snapshot, after, proposed), now);
      const effect = effectOf(state, proposed, after);
      await this.approvals.refuseUnapproved(write, weighed(proposed, effect));
      const row = exemptionRow(write, proposed, reason);
      await write.insert(PolicyExemption, row);
      await write.record('exemption.grant', { type: 'exemption', id: row.id }, row.nodeId, {
        ...{ kind: row.kind, fields: row.fields, ancestor: nodeIn(state, row.ancestorId).name },
        ...{ from: row.validFrom, to: row.validTo, reason },
      });
      await also?.(write.tx);
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }

  /** What taking it back would change at once, and why that would be refused. @throws NotFound, Forbidden, ExemptionOver, PartOfChangeSet */
  async previewRevoke(actor: Actor, id: string): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const row = openOf(actor, state, { id, row: await this.database.read.findOneBy(PolicyExemption, { id }) }, now);
    const { problems, effect } = revoking(state, row, now);
    return effectForeseen(state, effect, allNamed(state, problems, now));
  }

  /** Ends an exemption now; that it held until now stays known. @throws NotFound, Forbidden, ExemptionOver, PartOfChangeSet, RulesRefused */
  async revoke(actor: Actor, id: string, why: string): Promise<CoverageEffectView> {
    const reason = requireReason(why);
    const written = await this.writer.run(actor, async (write) => {
      const { state, now, epoch } = write;
      const row = openOf(actor, state, { id, row: await write.tx.findOneBy(PolicyExemption, { id }) }, now);
      const { problems, effect } = revoking(state, row, now);
      refuseAny(state, problems, now);
      await write.update(PolicyExemption, id, { recordedTo: epoch });
      if (row.validFrom < now) await write.insert(PolicyExemption, untilNow(write, row));
      await write.record('exemption.revoke', { type: 'exemption', id }, row.nodeId, {
        ...{ kind: row.kind, fields: row.fields, ancestor: nodeIn(state, row.ancestorId).name, to: row.validTo, reason },
      });
      return { wrote: true, result: effect };
    });
    return effectWritten(written);
  }
}

/** An exemption as the thresholds of approval see it: what it lets speak at once, though it says nothing itself. */
const weighed = ({ kind, nodeId: unit }: ProposedExemption, { changed, latent }: EffectPart) => ({
  ...{ kind, nodeId: unit, changed: changed + latent, said: [] },
});

/** Whoever lifts a lock answers for the unit that set it: an approver at or above it. @throws Forbidden */
export function answerFor(
  actor: Actor,
  permission: 'exemption.grant' | 'exemption.revoke',
  state: PolicyState,
  ancestor: string,
): void {
  if (!may(actor, permission, targetAt(state.tree, ancestor))) throw new Forbidden(permission);
}

/** The exemption, as far as the actor may end it and it has not ended. @throws NotFound, Forbidden, ExemptionOver, PartOfChangeSet */
function openOf(
  actor: Actor,
  state: PolicyState,
  { id, row }: { id: string; row: PolicyExemption | null },
  now: number,
): PolicyExemption {
  if (!row) throw new NotFound('exemption', id);
  authorize(actor, 'exemption.read', targetAt(state.tree, row.nodeId, 'exemption', id));
  answerFor(actor, 'exemption.revoke', state, row.ancestorId);
  if (row.recordedTo !== null || row.validTo <= now) throw new ExemptionOver(id);
  if (row.changeSetId !== null && row.validFrom > now) throw new PartOfChangeSet(row.changeSetId);
  return row;
}

/** What ending it now does, and the rules that it would break. */
function revoking(state: PolicyState, row: PolicyExemption, now: number): { problems: PolicyProblem[]; effect: EffectPart } {
  const before = state.snapshot;
  const epoch = before.epoch + 1;
  const fact = toExemption(row);
  const ended = fact.from < now ? [{ ...fact, id: exemptionId(''), to: now, recordedFrom: epoch }] : [];
  const after = before.withFacts({ exemptions: [{ ...fact, recordedTo: epoch }, ...ended] }, epoch);
  const span = { ...fact, from: Math.max(fact.from, now) };
  return { problems: checkDocuments(before, after, span), effect: effectOf(state, span, after) };
}

function propose(actor: Actor, state: PolicyState, input: ExemptionInput, now: number): ProposedExemption {
  const { kind, fields, from, to } = input;
  authorize(actor, 'exemption.read', targetAt(state.tree, input.nodeId));
  resolveIn(state.snapshot, kind, input.nodeId, now);
  if (state.tree.node(input.ancestorId)) answerFor(actor, 'exemption.grant', state, input.ancestorId);
  if (from != null && from < now)
    throw new BadInput('from', 'An exemption begins now or later.', { min: new Date(now).toISOString() });
  return { kind, nodeId: nodeId(input.nodeId), ancestorId: nodeId(input.ancestorId), fields, from: from ?? now, to };
}

export const exemptionRow = (
  write: PolicyWrite,
  { fields, from, to, ...place }: ProposedExemption,
  reason: string,
): PolicyExemption => ({
  ...{ id: write.newId(), ...place, fields: fields as FieldKey[], validFrom: from, validTo: to },
  ...{
    recordedFrom: write.epoch,
    recordedTo: null,
    reason,
    changeSetId: write.changeSetId,
    ...write.author,
    recordedAt: write.now,
  },
});

/** The same exemption, known to have ended; it keeps its author. */
const untilNow = (write: PolicyWrite, row: PolicyExemption): PolicyExemption => ({
  ...row,
  ...{ id: write.newId(), validTo: write.now, recordedFrom: write.epoch, recordedAt: write.now },
});

const effectOf = (
  state: PolicyState,
  { kind, nodeId: unit, from: at }: Pick<ProposedExemption, 'kind' | 'nodeId' | 'from'>,
  after: PolicySnapshot,
): EffectPart => countEffect(state, { kind, nodeId: unit, before: state.snapshot, after, at, alreadySo: 'same' });
