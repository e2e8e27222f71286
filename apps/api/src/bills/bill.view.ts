import { billKinds, billOutcomes, type BillKind, type BillOutcome } from '@headwater/ledger';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Fen, Instant } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import type { BillLineStatus } from './bill.entity.js';
import type { PriceCardGap } from './cards/card-book.js';

const BillKindEnum = Object.fromEntries(billKinds.map((kind) => [kind, kind])) as { [K in BillKind]: K };
registerEnumType(BillKindEnum, { name: 'BillKind', description: 'A carrier bills parcels, an insurer the premiums of orders.' });

export const BillOutcomeEnum = Object.fromEntries(billOutcomes.map((outcome) => [outcome, outcome])) as {
  [K in BillOutcome]: K;
};
registerEnumType(BillOutcomeEnum, {
  name: 'BillOutcome',
  description: 'What comes of holding a line against the books; all but `matched` are differences.',
});

const BillLineStatusEnum: { [K in BillLineStatus]: K } = {
  agreed: 'agreed',
  open: 'open',
  accepted: 'accepted',
  disputed: 'disputed',
};
registerEnumType(BillLineStatusEnum, { name: 'BillLineStatus', description: '`agreed`: nothing about it is to be decided.' });

@ObjectType('BillOutcomeSum', { description: 'The lines of a bill with one outcome.' })
export class BillOutcomeSumView {
  @Field(() => BillOutcomeEnum) outcome: BillOutcome;
  @Field(() => Int) lines: number;
  @Field(() => Fen, { description: 'What they ask beyond what is owed, together.' }) difference: number;
  @Field(() => Int) open: number;
  @Field(() => Fen) openDifference: number;
}

@ObjectType('Bill', { description: 'M4: what a carrier or an insurer asks for a month.' })
export class BillView {
  @Field(() => ID) id: string;
  @Field(() => BillKindEnum) kind: BillKind;
  @Field({ description: 'The carrier or the insurer.' }) biller: string;
  @Field({ description: 'YYYY-MM.' }) period: string;
  @Field() currency: string;
  @Field() fileName: string;
  @Field(() => Fen, { description: 'What its lines ask for, together.' }) amount: number;
  @Field(() => Fen, { description: 'How far a line may be from what is owed and still match.' }) tolerance: number;
  @Field(() => Int) lineCount: number;
  @Field(() => Int, { description: 'Lines of the file that could not go in.' }) refusedCount: number;
  @Field(() => Instant) importedAt: number;
  @Field(() => String, { nullable: true, description: 'Null: from the command line.' }) importedByName: string | null;
  @Field(() => Int, { description: 'Lines that wait for a decision.' }) open: number;
  @Field(() => Fen, { description: 'What these ask beyond what is owed.' }) openDifference: number;
}

@ObjectType('BillPage')
export class BillPageView {
  @Field(() => [BillView]) items: BillView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
}

@ObjectType('BilledCase')
export class BilledCaseView {
  @Field(() => ID) id: string;
  @Field() code: string;
  @Field(() => NodeRefView) node: NodeRefView;
}

@ObjectType('BilledParcel', { description: 'Our side of a line of a carrier’s bill.' })
export class BilledParcelView {
  @Field(() => ID) id: string;
  @Field({ description: 'return, back or out.' }) direction: string;
  @Field({ description: 'By our label.' }) prepaid: boolean;
  @Field(() => Instant) shippedAt: number;
  @Field(() => Instant, { nullable: true }) deliveredAt: number | null;
  @Field(() => [BilledCaseView]) cases: BilledCaseView[];
}

@ObjectType('BilledOrder', { description: 'Our side of a line of an insurer’s bill.' })
export class BilledOrderView {
  @Field(() => ID) id: string;
  @Field() code: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => Instant, { nullable: true }) paidAt: number | null;
  @Field(() => Instant, { nullable: true }) cancelledAt: number | null;
}

const PriceCardGapEnum: { [K in PriceCardGap]: K } = { noCard: 'noCard', noWeight: 'noWeight', noZone: 'noZone' };
registerEnumType(PriceCardGapEnum, { name: 'PriceCardGap', description: 'Why a line has no price by the carrier’s card.' });

@ObjectType('BillLineByCard', { description: 'I5: a line of a carrier’s bill held against the card of its day.' })
export class BillLineByCardView {
  @Field(() => Fen, { nullable: true, description: 'What the card asks.' }) price: number | null;
  @Field(() => PriceCardGapEnum, { nullable: true, description: 'Null: there is a price.' }) gap: PriceCardGap | null;
}

@ObjectType('BillByCard', {
  description: 'I5: a carrier’s bill held against its price cards; told only, nothing is posted by it.',
})
export class BillByCardView {
  @Field(() => Int, { description: 'Lines of the bill with a price by the card.' }) compared: number;
  @Field(() => Int, { description: 'Lines without one.' }) notCompared: number;
  @Field(() => Int, { description: 'Lines that ask more than the card.' }) aboveLines: number;
  @Field(() => Fen, { description: 'What these ask beyond it, together; lines below the card take nothing off.' }) above: number;
}

@ObjectType('BillLine')
export class BillLineView {
  @Field(() => ID) id: string;
  @Field(() => ID) billId: string;
  @Field(() => Int, { nullable: true, description: 'Of the file; null: it is not on the bill.' }) line: number | null;
  @Field({ description: 'Of the parcel, or of the order as its source names it.' }) number: string;
  @Field(() => Instant, { nullable: true }) billedOn: number | null;
  @Field(() => Int, { nullable: true, description: 'The weight billed, in grams, where the file says it.' }) grams: number | null;
  @Field(() => String, { nullable: true, description: 'Where the parcel went, as the carrier calls it.' }) zone: string | null;
  @Field(() => BillOutcomeEnum) outcome: BillOutcome;
  @Field(() => Fen, { nullable: true, description: 'Null: it is not on the bill.' }) billed: number | null;
  @Field(() => Fen, { nullable: true, description: 'Null: the books know no such number.' }) expected: number | null;
  @Field(() => Fen, { description: 'Billed beyond what is owed.' }) difference: number;
  @Field(() => BillLineStatusEnum) status: BillLineStatus;
  @Field(() => String, { nullable: true, description: 'Why it is disputed.' }) reason: string | null;
  @Field(() => Instant, { nullable: true }) decidedAt: number | null;
  @Field(() => String, { nullable: true }) decidedByName: string | null;
  @Field(() => Int) version: number;
  @Field(() => BilledParcelView, { nullable: true, description: 'Of a carrier’s line.' }) parcel: BilledParcelView | null;
  @Field(() => [BilledOrderView], {
    description: 'Of an insurer’s line, all under its number; those free returns did not cover too.',
  })
  orders: BilledOrderView[];
  @Field(() => BillLineByCardView, { nullable: true, description: 'Null: an insurer’s line, or one not on the bill.' })
  byPriceCard: BillLineByCardView | null;
}

@ObjectType('BillLinePage')
export class BillLinePageView {
  @Field(() => [BillLineView]) items: BillLineView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
}

@ObjectType('BillProblem', { description: 'What was wrong with a line of the file, which therefore did not go in.' })
export class BillProblemView {
  @Field(() => ID) id: string;
  @Field(() => Int) line: number;
  @Field({ description: 'Name of the column; empty: the whole line.' }) cell: string;
  @Field() value: string;
  @Field() code: string;
  @Field({ description: 'What would be right.' }) allowed: string;
}

@ObjectType('BillProblemPage')
export class BillProblemPageView {
  @Field(() => [BillProblemView]) items: BillProblemView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
}

@ObjectType('BillPostingLine')
export class BillPostingLineView {
  @Field() account: string;
  @Field() component: string;
  @Field(() => String, { nullable: true }) bearer: string | null;
  @Field(() => NodeRefView, { nullable: true }) bearerNode: NodeRefView | null;
  @Field(() => Fen, { description: 'Debit above 0, credit below.' }) amount: number;
  @Field(() => String, { nullable: true }) caseCode: string | null;
}

@ObjectType('BillPosting', { description: 'What accepting a line would post, and what it posts if nothing changes meanwhile.' })
export class BillPostingView {
  @Field(() => BillLineView, { description: 'As it stands now, whatever it was at the import.' }) line: BillLineView;
  @Field({ description: 'False: there is nothing about it any more.' }) stands: boolean;
  @Field({ description: 'The month in which it lands.' }) period: string;
  @Field(() => [BillPostingLineView], { description: 'Empty: nothing is posted.' }) lines: BillPostingLineView[];
  @Field({ description: 'To be sent with the acceptance.' }) digest: string;
}

@ObjectType('BillWithin', { description: 'Open lines of an outcome that differ by no more than a tolerance.' })
export class BillWithinView {
  @Field(() => Int) lines: number;
  @Field(() => Fen) difference: number;
}

@ObjectType('BillBulkNext')
export class BillBulkNextView extends BillWithinView {
  @Field(() => Int) after: number;
}

@ObjectType('BillBulk')
export class BillBulkView {
  @Field(() => Int) accepted: number;
  @Field(() => Fen) difference: number;
  @Field(() => Int, { description: 'Lines the books have moved under: to be looked at one by one.' }) moved: number;
  @Field(() => BillBulkNextView, { nullable: true, description: 'To be asked for next; null: all are done.' })
  next: BillBulkNextView | null;
}

@ObjectType('BillProfile', { description: 'A way to read a bill’s file that ships with the product.' })
export class BillProfileView {
  @Field(() => ID) name: string;
  @Field(() => BillKindEnum, { description: 'Whose bills it reads.' }) kind: BillKind;
  @Field() encoding: string;
  @Field(() => [String], { description: 'Columns that the file has to have.' }) columns: string[];
  @Field(() => [String], { description: 'Columns that are read where they are there.' }) optional: string[];
}

@InputType()
export class BillBulkInput {
  @Field(() => ID) billId: string;
  @Field(() => BillOutcomeEnum) outcome: BillOutcome;
  @Field(() => Fen) tolerance: number;
  @Field(() => Int, { description: 'How many there are, as was shown.' }) lines: number;
  @Field(() => Fen, { description: 'Their sum, as was shown.' }) difference: number;
  @Field(() => Int, { nullable: true, description: 'Of `next`; absent: the first.' }) after?: number | null;
}

@InputType()
export class BillLineSeenInput {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'The version that was shown.' }) version: number;
}

@InputType()
export class BillDisputeInput {
  @Field(() => ID) billId: string;
  @Field(() => [BillLineSeenInput], { description: 'Up to a hundred, each once.' }) lines: BillLineSeenInput[];
  @Field({ description: 'What whoever billed is told; up to 300 characters.' }) reason: string;
}

@ObjectType('BillDisputeResult')
export class BillDisputeResultView {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'Code of why it stays as it is; null: it is disputed.' }) code:
    string | null;
}

@ArgsType()
class BillLineArgs {
  @Field(() => ID) id: string;
  @Field(() => Int, { description: 'The version that was shown.' }) version: number;
}

@ArgsType()
export class AcceptBillLineArgs extends BillLineArgs {
  @Field({ description: 'Of the posting that was shown.' }) digest: string;
}

@ArgsType()
export class DisputeBillLineArgs extends BillLineArgs {
  @Field() reason: string;
}
