import { plannedFrom } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { readNotes, readPolicyName, requireReason } from '../policies/inputs.js';
import { PolicyWriter, type PolicyWrite } from '../policies/policy-writer.service.js';
import { refuseAny } from '../policies/problems.js';
import { authorizeOperations, topOf } from './authority.js';
import { ChangeSetStale, WrongChangeSetStatus } from './changes.errors.js';
import type { ChangeSet } from './change-set.entity.js';
import type { ChangeSetInput } from './change-set.types.js';
import { backToDraft, change, editorsWith, goStale, insertChangeSet, open, recordChangeSet } from './change-set.store.js';
import { editedItems } from './edited.js';
import { hashOfContent, judge, staleCauses } from './judgement.js';
import { readOperations } from './read-operations.js';
import { statusOf } from './status.js';
import { refuseSteps } from './step-problems.js';
import { broughtBy, withdrawAll, withdrawing } from './withdrawal.js';

/** P10: drafting a change set, handing it in, sending it back. */
@Injectable()
export class ChangeSetService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, BadInput, NothingToChange, WrongVersionStatus */
  async create(actor: Actor, input: ChangeSetInput): Promise<string> {
    const content = this.read(input);
    const { result } = await this.writer.run(actor, async (write) => {
      await authorizeOperations(write.tx, actor, write.state, content.operations);
      const set = await insertChangeSet(write, { ...content, nodeId: topOf(write.state, content.operations) });
      await recordChangeSet(write, 'changeSet.draft', set);
      return { wrote: true, result: set.id };
    });
    return result;
  }

  /**
   * An edit takes the set back to its draft: what was submitted is no more, and what was scheduled is taken back.
   * @throws NotFound, Forbidden, StaleVersion, WrongChangeSetStatus, RulesRefused
   */
  async edit(actor: Actor, id: string, seen: number, input: ChangeSetInput): Promise<void> {
    const content = this.read(input);
    await this.writer.run(actor, async (write) => {
      const set = await open(write, id, 'changeSet.draft', ['draft', 'inReview', 'stale', 'approved', 'applied'], seen);
      const status = statusOf(set, write.now);
      if (status === 'live') throw new WrongChangeSetStatus('live', editable);
      await authorizeOperations(write.tx, actor, write.state, content.operations);
      const patch = { ...content, nodeId: topOf(write.state, content.operations) };
      const contentHash = hashOfContent({ ...set, ...patch });
      if (contentHash === set.contentHash) return { wrote: false, result: null };
      const isScheduled = status === 'scheduled';
      if (isScheduled) await unschedule(write, set);
      const based = isScheduled ? { baseEpoch: write.epoch, appliedAt: null } : {};
      await change(write, set, { ...patch, ...backToDraft, ...based, contentHash, editors: editorsWith(set, actor) });
      await recordChangeSet(
        write,
        'changeSet.draft',
        { ...set, ...patch },
        {
          ...{ wasInReview: set.status === 'inReview', items: editedItems(set, patch) },
        },
      );
      return { wrote: true, result: null };
    });
  }

  /** @throws NotFound, Forbidden, StaleVersion, WrongChangeSetStatus, RulesRefused, ChangeSetStale */
  submit(actor: Actor, id: string, seen: number): Promise<void> {
    return this.unlessStale(actor, async (write) => {
      const set = await open(write, id, 'changeSet.submit', ['draft'], seen);
      const judgement = judge(write.state, set, write.now);
      refuseSteps(write.state, judgement.steps, write.now);
      const causes = staleCauses(judgement, null);
      if (causes.length > 0) return goStale(write, set, judgement, causes);
      const { impactHash } = judgement;
      await change(write, set, { status: 'inReview', impactHash, submittedAt: write.now, reason: null });
      await recordChangeSet(write, 'changeSet.submit', set);
      return null;
    });
  }

  /** @throws NotFound, Forbidden, StaleVersion, WrongChangeSetStatus, BadInput */
  async sendBack(actor: Actor, id: string, seen: number, why: string): Promise<void> {
    const reason = requireReason(why);
    await this.writer.run(actor, async (write) => {
      const set = await open(write, id, 'changeSet.sendBack', ['inReview'], seen);
      await change(write, set, { status: 'draft', impactHash: null, submittedAt: null, reason });
      await recordChangeSet(write, 'changeSet.sendBack', set, { reason });
      return { wrote: true, result: null };
    });
  }

  /** Looked at anew from what holds now: a draft again. @throws NotFound, Forbidden, StaleVersion, WrongChangeSetStatus */
  async recalculate(actor: Actor, id: string, seen: number): Promise<void> {
    await this.writer.run(actor, async (write) => {
      const set = await open(write, id, 'changeSet.recalculate', ['draft', 'stale'], seen);
      const operations = plannedFrom(write.state.tree.tree, set.operations);
      const now = { operations, contentHash: hashOfContent({ ...set, operations }), baseEpoch: write.epoch };
      await change(write, set, { ...backToDraft, ...now, editors: editorsWith(set, actor) });
      await recordChangeSet(write, 'changeSet.recalculate', set);
      return { wrote: true, result: null };
    });
  }

  private async unlessStale(actor: Actor, work: (write: PolicyWrite) => Promise<ChangeSetStale | null>): Promise<void> {
    const { result } = await this.writer.run(actor, async (write) => ({ wrote: true, result: await work(write) }));
    if (result) throw result;
  }

  private read({
    title,
    notes,
    effectiveAt,
    operations,
  }: ChangeSetInput): Pick<ChangeSet, 'title' | 'notes' | 'effectiveAt' | 'operations'> {
    const now = this.clock.now();
    if (effectiveAt != null && effectiveAt <= now)
      throw new BadInput('effectiveAt', 'A change set takes effect later than now.', { min: new Date(now + 1).toISOString() });
    return {
      ...{ title: readPolicyName(title), notes: readNotes(notes ?? '') },
      ...{ effectiveAt: effectiveAt ?? null, operations: readOperations(operations) },
    };
  }
}

const editable = ['draft', 'inReview', 'scheduled', 'stale'] as const;

/** Takes back what a scheduled set has brought ahead of its time, by whoever could cancel it. @throws Forbidden, RulesRefused */
async function unschedule(write: PolicyWrite, set: ChangeSet): Promise<void> {
  authorize(write.actor, 'changeSet.cancel', targetAt(write.state.tree, set.nodeId, 'change set', set.id));
  const brought = await broughtBy(write.tx, set);
  const problems = withdrawing(write.state, brought, write.now).flatMap((each) => each.problems);
  refuseAny(write.state, problems, write.now);
  await withdrawAll(write, brought, null);
}
