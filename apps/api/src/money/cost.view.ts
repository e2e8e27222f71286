import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { LocalTextView } from '../common/local-text.view.js';
import { Fen, Instant } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { CostDimensionEnum, OrganisedEnum, type CostDimension, type Organised } from './cost-enums.js';

@InputType({
  description: 'Absent or empty: all. Refunds are no cost: they are left out unless the component `refund` is named.',
})
export class CostFilter {
  @Field(() => ID, { nullable: true }) within?: string | null;
  @Field(() => [String], { nullable: true, description: 'YYYY-MM.' }) months?: string[] | null;
  @Field(() => [String], { nullable: true }) bearers?: string[] | null;
  @Field(() => [String], { nullable: true }) components?: string[] | null;
  @Field(() => [String], { nullable: true }) reasons?: string[] | null;
  @Field(() => [String], { nullable: true }) carriers?: string[] | null;
  @Field(() => OrganisedEnum, { nullable: true, description: 'Absent: as organised then.' }) organised?: Organised | null;
  @Field(() => Int, { nullable: true, description: 'Only what was posted up to this day of each month, 1 to 31.' })
  throughDay?: number | null;
}

@ObjectType('CostKey')
export class CostKeyView {
  @Field(() => CostDimensionEnum) dimension: CostDimension;
  @Field() value: string;
  @Field({ description: "A unit's name; else the value, for the reader's own words." }) label: string;
  @Field(() => LocalTextView, { nullable: true, description: 'Of a reason.' }) text: LocalTextView | null;
}

@ObjectType('CostRow')
export class CostRowView {
  @Field(() => [CostKeyView]) keys: CostKeyView[];
  @Field(() => Fen) amount: number;
  @Field(() => Int, { nullable: true, description: 'Different cases behind the amount; null: too many to count at once.' })
  cases: number | null;
  @Field(() => Fen, { nullable: true, description: 'In the month it is compared with; null: with none.' }) before: number | null;
}

@ObjectType('CostComparison', { description: 'The rows and `otherAmount` add up to `totalAmount` there too.' })
export class CostComparisonView {
  @Field() month: string;
  @Field(() => Fen) totalAmount: number;
  @Field(() => Fen, { description: 'Of all that is not among the rows.' }) otherAmount: number;
  @Field(() => Int, { nullable: true, description: 'Both months up to this day, as the later is not over; null: whole months.' })
  throughDay: number | null;
}

@ObjectType('CostReport', { description: 'M2. The rows and `otherAmount` add up to `totalAmount`.' })
export class CostReportView {
  @Field(() => [CostRowView]) rows: CostRowView[];
  @Field(() => Fen) totalAmount: number;
  @Field(() => Fen) otherAmount: number;
  @Field(() => Int, { description: 'Rows beyond the top.' }) otherRows: number;
  @Field(() => CostComparisonView, { nullable: true, description: 'Null: it is compared with no month.' })
  comparison: CostComparisonView | null;
  @Field() currency: string;
  @Field(() => [String], { description: 'Months with any cost in the scope, the latest first.' }) months: string[];
  @Field({ description: 'The same rows, all of them, as CSV.' }) exportUrl: string;
  @Field({ description: 'And as XLSX.' }) sheetUrl: string;
}

@ObjectType('LedgerLine')
export class LedgerLineView {
  @Field(() => ID) id: string;
  @Field(() => ID) entryId: string;
  @Field(() => Instant) postedAt: number;
  @Field() period: string;
  @Field() cause: string;
  @Field() account: string;
  @Field(() => Fen) amount: number;
  @Field() currency: string;
  @Field() component: string;
  @Field(() => String, { nullable: true }) bearer: string | null;
  @Field(() => NodeRefView, { nullable: true }) bearerNode: NodeRefView | null;
  @Field(() => NodeRefView, { description: 'The selling unit.' }) origin: NodeRefView;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String, { nullable: true }) carrier: string | null;
  @Field(() => ID, { nullable: true }) caseId: string | null;
  @Field({ description: 'A share of the price, for nobody has said what the goods cost.' }) assumed: boolean;
  @Field(() => ID, { nullable: true }) orderId: string | null;
}

@ObjectType('LedgerLinePage')
export class LedgerLinePageView {
  @Field(() => [LedgerLineView]) items: LedgerLineView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
}

@ObjectType('SameDays', { description: 'The days of this month that are over, and the same ones of the month before.' })
export class SameDaysView {
  @Field(() => Int, { description: 'On the first day of a month that one, as far as it is.' }) days: number;
  @Field(() => Fen) cost: number;
  @Field(() => Fen) before: number;
}

@ObjectType('UnusualStore', {
  description: 'A store that costs much more than in the same days of the month before, or in all of it.',
})
export class UnusualStoreView {
  @Field(() => CostRowView) store: CostRowView;
  @Field(() => CostRowView, { description: 'The reason and component that rose most.' }) why: CostRowView;
}

/** Three ratios and what they are made of. */
@ObjectType({ isAbstract: true })
export abstract class SubsidyFigures {
  @Field(() => Fen, { description: 'Freight borne and premiums paid, less what insurers paid back.' }) subsidy: number;
  @Field(() => Int, { description: 'Paid in these months.' }) orders: number;
  @Field(() => Fen, { description: 'Paid for them.' }) paidAmount: number;
  @Field(() => Int, { description: 'Parcels sent back in these months.' }) returns: number;
  @Field(() => Fen, { nullable: true, description: 'Null: no order.' }) perOrder: number | null;
  @Field(() => Fen, { nullable: true, description: 'Null: no return.' }) perReturn: number | null;
  @Field(() => Int, { nullable: true, description: 'Of what was paid, in basis points; null: nothing was.' }) rate: number | null;
}

@ObjectType('SubsidyTotal')
export class SubsidyTotalView extends SubsidyFigures {}

@ObjectType('StoreSubsidy')
export class StoreSubsidyView extends SubsidyFigures {
  @Field(() => ID) id: string;
  @Field() name: string;
}

@ObjectType('SubsidyRates', { description: 'M2. As organised today.' })
export class SubsidyRatesView {
  @Field(() => SubsidyTotalView) total: SubsidyTotalView;
  @Field(() => [StoreSubsidyView], { description: 'Those that cost most.' }) stores: StoreSubsidyView[];
  @Field(() => Int, { description: 'Stores beyond them.' }) otherStores: number;
  @Field(() => [String], { description: 'Months with any subsidy in the scope, the latest first.' }) months: string[];
  @Field() currency: string;
}

@ObjectType('MonthCost')
export class MonthCostView {
  @Field() month: string;
  @Field(() => Fen) cost: number;
}

@ObjectType('StoresSpan', {
  description: 'For what stores are looked at: in the first days of a month for the one that is over, if it cost anything.',
})
export class StoresSpanView {
  @Field() month: string;
  @Field(() => Int, { nullable: true, description: 'Its days that are over; null: all of it.' }) days: number | null;
}

@ObjectType('MoneyHome')
export class MoneyHomeView {
  @Field() month: string;
  @Field(() => Fen, { description: 'Of the month so far.' }) cost: number;
  @Field(() => MonthCostView) lastMonth: MonthCostView;
  @Field(() => SameDaysView) sameDays: SameDaysView;
  @Field(() => [CostRowView]) byBearer: CostRowView[];
  @Field(() => [CostRowView], { description: 'The ten that cost most in the month of `storesIn`.' }) topStores: CostRowView[];
  @Field(() => [UnusualStoreView], { description: 'The largest rise first.' }) unusual: UnusualStoreView[];
  @Field(() => StoresSpanView, { description: 'What is unusual is compared with the same of the month before.' })
  storesIn: StoresSpanView;
}
