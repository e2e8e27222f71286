import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Fen, Instant } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { CostDimensionEnum, type CostDimension } from './cost-enums.js';

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
}

@ObjectType('CostKey')
export class CostKeyView {
  @Field(() => CostDimensionEnum) dimension: CostDimension;
  @Field() value: string;
  @Field({ description: "A unit's name; else the value, for the reader's own words." }) label: string;
}

@ObjectType('CostRow')
export class CostRowView {
  @Field(() => [CostKeyView]) keys: CostKeyView[];
  @Field(() => Fen) amount: number;
  @Field(() => Int, { description: 'Different cases behind the amount.' }) cases: number;
}

@ObjectType('CostReport', { description: 'M2. The rows and `otherAmount` add up to `totalAmount`.' })
export class CostReportView {
  @Field(() => [CostRowView]) rows: CostRowView[];
  @Field(() => Fen) totalAmount: number;
  @Field(() => Fen) otherAmount: number;
  @Field(() => Int, { description: 'Rows beyond the top.' }) otherRows: number;
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
  @Field(() => ID, { nullable: true }) orderId: string | null;
}

@ObjectType('LedgerLinePage')
export class LedgerLinePageView {
  @Field(() => [LedgerLineView]) items: LedgerLineView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
}

@ObjectType('MoneyHome')
export class MoneyHomeView {
  @Field() month: string;
  @Field(() => Fen, { description: 'Of the month so far.' }) cost: number;
  @Field(() => Fen, { description: 'Of the same days of the month before.' }) costSameDaysBefore: number;
  @Field(() => [CostRowView]) byBearer: CostRowView[];
  @Field(() => [CostRowView], { description: 'The ten that cost most.' }) topStores: CostRowView[];
}
