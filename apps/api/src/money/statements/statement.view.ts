import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Fen, Instant } from '../../common/scalars.js';
import { NodeRefView } from '../../tree/org-node.view.js';
import { ClosedMonthView } from '../periods/periods.view.js';

@ObjectType('StatementAccount', {
  description: 'What returns of the store cost one bearer, in one currency: opening + entries = closing.',
})
export class StatementAccountView {
  @Field() bearer: string;
  @Field() currency: string;
  @Field(() => Fen, { description: 'All months before.' }) opening: number;
  @Field(() => Fen, { description: 'This month.' }) entries: number;
  @Field(() => Fen) closing: number;
}

@ObjectType('StatementLine')
export class StatementLineView {
  @Field(() => ID) id: string;
  @Field(() => Instant) postedAt: number;
  @Field() cause: string;
  @Field(() => String, { nullable: true, description: 'The month it belongs to, where it came after that was closed.' })
  causePeriod: string | null;
  @Field() component: string;
  @Field() bearer: string;
  @Field(() => String, { nullable: true, description: 'Which supplier, or which partner.' }) bearerName: string | null;
  @Field() reason: string;
  @Field(() => String, { nullable: true }) carrier: string | null;
  @Field(() => Fen) amount: number;
  @Field() currency: string;
  @Field(() => ID, { nullable: true }) caseId: string | null;
  @Field(() => String, { nullable: true }) caseCode: string | null;
}

@ObjectType('StatementDay')
export class StatementDayView {
  @Field({ description: 'YYYY-MM-DD, where the store is.' }) day: string;
  @Field() bearer: string;
  @Field() currency: string;
  @Field(() => Int) lines: number;
  @Field(() => Fen) amount: number;
}

@ObjectType('StatementAmount')
export class StatementAmountView {
  @Field() currency: string;
  @Field(() => Fen) amount: number;
}

@ObjectType('Statement', {
  description: 'M3: a store’s month. The lines, or the days where they are many, add up to its accounts.',
})
export class StatementView {
  @Field(() => NodeRefView) node: NodeRefView;
  @Field({ description: 'YYYY-MM.' }) period: string;
  @Field(() => ClosedMonthView, { nullable: true, description: 'Null while the month is open.' })
  closing: ClosedMonthView | null;
  @Field(() => [StatementAccountView]) accounts: StatementAccountView[];
  @Field(() => [StatementAmountView], { description: 'Refunds of the month whose goods came back: no cost.' })
  returnedSales: StatementAmountView[];
  @Field(() => Int) lineCount: number;
  @Field(() => [StatementLineView], { description: 'The first posted first; empty where they are shown by day.' })
  lines: StatementLineView[];
  @Field(() => [StatementDayView], { description: 'Where there are more than 500 lines.' }) days: StatementDayView[];
  @Field({ description: 'All lines, as CSV.' }) exportUrl: string;
  @Field({ description: 'And as XLSX.' }) sheetUrl: string;
}
