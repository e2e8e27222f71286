import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { TreeService } from '../tree/tree.service.js';
import { BillDecisions } from './bill-decisions.service.js';
import { BillDisputes } from './bill-disputes.service.js';
import { BillWithdrawal } from './bill-withdrawal.service.js';
import { BilledSide } from './billed-side.service.js';
import type { BillLine } from './bill.entity.js';
import {
  AcceptBillLineArgs,
  BillBulkInput,
  BillBulkView,
  BillDisputeInput,
  BillDisputeResultView,
  BillLineView,
  BillPostingView,
  DisputeBillLineArgs,
} from './bill.view.js';

/** M4: lines of a bill, to be accepted or disputed. */
@Resolver()
export class BillDecisionsResolver {
  constructor(
    @Inject(BillDecisions) private readonly decisions: BillDecisions,
    @Inject(BillDisputes) private readonly disputes: BillDisputes,
    @Inject(BillWithdrawal) private readonly withdrawal: BillWithdrawal,
    @Inject(BilledSide) private readonly side: BilledSide,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  @Requires('bill.read')
  @Query(() => BillPostingView, { description: 'What accepting a line would post.' })
  async billPosting(
    @CurrentStaff() actor: StaffActor,
    @Args('lineId', { type: () => ID }) lineId: string,
  ): Promise<BillPostingView> {
    const { bill, line, match, entries, digest } = await this.decisions.preview(actor, lineId);
    const { outcome, subjectId, expected, difference } = match ?? line;
    const lines = entries.flatMap((entry) => entry.lines);
    const codes = await this.side.codes(lines.flatMap(({ caseId }) => caseId ?? []));
    return {
      line: await this.view({ ...line, outcome, subjectId, expected, difference }),
      stands: match !== null,
      period: entries[0]?.period ?? bill.period,
      lines: lines.map((each) => ({
        ...each,
        bearerNode: this.tree.snapshot.node(each.bearerNodeId ?? '') ?? null,
        caseCode: codes.get(each.caseId ?? '') ?? null,
      })),
      digest,
    };
  }

  @Requires('bill.accept')
  @Mutation(() => BillLineView, { description: 'The difference goes into the books, as its posting was shown.' })
  async acceptBillLine(
    @CurrentStaff() actor: StaffActor,
    @Args() { digest, ...seen }: AcceptBillLineArgs,
  ): Promise<BillLineView> {
    return this.view(await this.decisions.accept(actor, seen, digest));
  }

  @Requires('bill.accept')
  @Mutation(() => BillBulkView, { description: 'Up to a hundred lines; to be called again with `next` until that is null.' })
  acceptBillLines(@CurrentStaff() actor: StaffActor, @Args('input') input: BillBulkInput): Promise<BillBulkView> {
    const { billId, after, ...many } = input;
    return this.decisions.acceptMany(actor, billId, { ...many, after: after ?? -1 });
  }

  @Requires('bill.dispute')
  @Mutation(() => BillLineView, { description: 'Whoever billed is to correct it; nothing is posted.' })
  async disputeBillLine(
    @CurrentStaff() actor: StaffActor,
    @Args() { reason, ...seen }: DisputeBillLineArgs,
  ): Promise<BillLineView> {
    return this.view(await this.disputes.dispute(actor, seen, reason));
  }

  @Requires('bill.dispute')
  @Mutation(() => [BillDisputeResultView], { description: 'Up to a hundred lines for one reason, each with what came of it.' })
  disputeBillLines(@CurrentStaff() actor: StaffActor, @Args('input') input: BillDisputeInput): Promise<BillDisputeResultView[]> {
    return this.disputes.disputeMany(actor, input.billId, input.lines, input.reason);
  }

  @Requires('bill.withdraw')
  @Mutation(() => Boolean, { description: 'A bill that should not have come in, as long as nothing of it is accepted.' })
  async withdrawBill(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.withdrawal.withdraw(actor, id);
    return true;
  }

  private async view(line: BillLine): Promise<BillLineView> {
    const [view] = await this.side.views([line]);
    return view as BillLineView;
  }
}
