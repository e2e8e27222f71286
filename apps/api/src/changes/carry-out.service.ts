import { Inject, Injectable } from '@nestjs/common';
import { ApprovalService } from '../policies/approval.service.js';
import type { ApprovalReasonView } from '../policies/approval.types.js';
import { loadVersion } from '../policies/load-library.js';
import type { PolicyState } from '../policies/policy-state.js';
import type { PolicyWrite } from '../policies/policy-writer.service.js';
import { TreeService } from '../tree/tree.service.js';
import { isAssignable } from './authority.js';
import type { ChangeSet } from './change-set.entity.js';
import { change, goStale, recordChangeSet } from './change-set.store.js';
import type { ChangeSetStale } from './changes.errors.js';
import { hashOfContent, impactView, judge, judgeAgain, staleCauses, type Judgement, type StaleCause } from './judgement.js';
import { recordSteps } from './record-steps.js';
import { waitsForItsDate } from './status.js';
import { broughtBy, withdrawAll, withdrawing, type Brought } from './withdrawal.js';
import { approvalReasons } from './weighing.js';

type Action = 'changeSet.approve' | 'changeSet.apply' | 'changeSet.carryOut';

/** The one way in which change sets are carried out, whoever asks for it: the same check for all, or the set goes stale. */
@Injectable()
export class CarryOutService {
  constructor(
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(TreeService) private readonly trees: TreeService,
  ) {}

  /**
   * Carries the set out, or has it wait for its date where it moves units.
   * @param looked impact hash of what was approved; null: nobody had to
   * @returns why it went stale, to be thrown after the commit
   */
  async carryOut(write: PolicyWrite, set: ChangeSet, looked: string | null, action: Action): Promise<ChangeSetStale | null> {
    const judgement = judge(write.state, set, write.now);
    const causes = [...staleCauses(judgement, looked), ...(await othersCauses(write, set))];
    if (causes.length > 0) return goStale(write, set, judgement, causes);
    if (waitsForItsDate(set, write.now)) await change(write, set, { status: 'approved', ...approved(set, judgement) });
    else await this.record(write, set, judgement);
    await recordChangeSet(write, action, set, {
      ...{ from: judgement.at, author: set.authorName, impactHash: judgement.impactHash },
    });
    return null;
  }

  /**
   * P10: what waits for its date as recorded facts is held to the check that carried it out, whenever the rules have changed. What
   * fails it is taken back, unless that would break rules. A set that nobody had to approve may come to do something else.
   */
  async checkAgain(write: PolicyWrite, set: ChangeSet): Promise<boolean> {
    const { state, now } = write;
    const brought = await broughtBy(write.tx, set);
    const found = staleAgain(state, set, brought, now);
    if (!found || withdrawing(state, brought, now).some(({ problems }) => problems.length > 0)) return false;
    await withdrawAll(write, brought, null);
    await goStale(write, set, found.judgement, found.causes);
    return true;
  }

  private async record(write: PolicyWrite, set: ChangeSet, judgement: Judgement): Promise<void> {
    write.carryOut(set);
    await recordSteps(write, this.trees, judgement.steps, `#${String(set.number)} ${set.title}`);
    const reasons = await approvalReasons(write.tx, this.approvals, judgement);
    await change(write, set, {
      status: 'applied',
      appliedAt: write.now,
      ...approved(set, judgement),
      ...outcome(judgement, set, reasons),
    });
  }
}

/** Why a set that is scheduled may not come into force as it was carried out; null: it may. */
export function staleAgain(state: PolicyState, set: ChangeSet, brought: Brought, now: number) {
  const judgement = judgeAgain(state, set, brought, now);
  const causes = judgement ? staleCauses(judgement, set.approverId === null ? null : set.impactHash) : [];
  return judgement && causes.length > 0 ? { judgement, causes } : null;
}

const approved = ({ approverId, approverName, approvedAt }: ChangeSet, { impactHash }: Judgement): Partial<ChangeSet> => ({
  impactHash,
  approverId,
  approverName,
  approvedAt,
});

const outcome = (judgement: Judgement, set: ChangeSet, reasons: ApprovalReasonView[]): Pick<ChangeSet, 'outcome'> => ({
  outcome: { causes: [], impact: { ...impactView(judgement, set, reasons), frozen: true } },
});

async function othersCauses(write: PolicyWrite, set: ChangeSet): Promise<StaleCause[]> {
  return [
    ...(await retired(write, set)),
    // Law 21, also for a row that was changed behind the product's back.
    ...(hashOfContent(set) === set.contentHash ? [] : ['contentChanged' as const]),
  ];
}

/** A version that was retired since can be assigned no more. */
async function retired({ tx }: PolicyWrite, { operations }: ChangeSet): Promise<'versionRetired'[]> {
  for (const operation of operations) {
    if (operation.verb !== 'assign' || operation.versionId === null) continue;
    const { version } = await loadVersion(tx, operation.versionId);
    if (!isAssignable(version.status)) return ['versionRetired'];
  }
  return [];
}
