import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Forbidden } from '../common/errors.js';
import { ApprovalService } from '../policies/approval.service.js';
import { ApprovalRequired } from '../policies/errors.js';
import { PolicyWriter, type PolicyWrite } from '../policies/policy-writer.service.js';
import { answersFor, authorizeOperations } from './authority.js';
import { CarryOutService } from './carry-out.service.js';
import { open } from './change-set.store.js';
import { ChangedSinceReview, SelfApproval, type ChangeSetStale } from './changes.errors.js';
import { judge } from './judgement.js';
import { refuseSteps } from './step-problems.js';
import { approvalReasons } from './weighing.js';

/** What an approver looked at. */
export interface Looked {
  readonly contentHash: string;
  readonly impactHash: string;
}

/** P10: carrying a change set out, by the approval of somebody else where its threshold asks for one. */
@Injectable()
export class ApplyService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(CarryOutService) private readonly carrier: CarryOutService,
  ) {}

  /**
   * Approves exactly what was looked at, and carries it out: from its date on, or at once. Units are moved when the date has come.
   * @throws NotFound, Forbidden, SelfApproval, WrongChangeSetStatus, ChangedSinceReview, ChangeSetStale
   */
  approve(actor: Actor, id: string, looked: Looked): Promise<void> {
    return this.unlessStale(actor, async (write) => {
      const set = await open(write, id, 'changeSet.approve', ['inReview']);
      if (!answersFor(actor, write.state, set.operations)) throw new Forbidden('changeSet.approve');
      if (actor.kind === 'staff' && set.editors.includes(actor.personId)) throw new SelfApproval(set.authorName);
      if (looked.contentHash !== set.contentHash)
        throw new ChangedSinceReview({ seen: looked.contentHash, now: set.contentHash });
      const { authorId: approverId, authorName: approverName } = write.self;
      const approval = { approverId, approverName, approvedAt: write.now };
      return this.carrier.carryOut(write, { ...set, ...approval }, looked.impactHash, 'changeSet.approve');
    });
  }

  /** Without an approval, where none is needed. @throws NotFound, Forbidden, StaleVersion, WrongChangeSetStatus, ApprovalRequired, ChangeSetStale */
  apply(actor: Actor, id: string, seen: number): Promise<void> {
    return this.unlessStale(actor, async (write) => {
      const set = await open(write, id, 'changeSet.apply', ['draft'], seen);
      await authorizeOperations(write.tx, actor, write.state, set.operations);
      const judgement = judge(write.state, set, write.now);
      const reasons = await approvalReasons(write.tx, this.approvals, judgement);
      if (reasons.length > 0) throw new ApprovalRequired(reasons);
      refuseSteps(write.state, judgement.steps, write.now);
      return this.carrier.carryOut(write, set, null, 'changeSet.apply');
    });
  }

  private async unlessStale(actor: Actor, work: (write: PolicyWrite) => Promise<ChangeSetStale | null>): Promise<void> {
    const { result } = await this.writer.run(actor, async (write) => ({ wrote: true, result: await work(write) }));
    if (result) throw result;
  }
}
