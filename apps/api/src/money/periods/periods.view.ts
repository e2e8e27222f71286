import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Instant } from '../../common/scalars.js';
import { CloseCheckEnum, type CloseCheck } from './close-checks.js';

registerEnumType(CloseCheckEnum, { name: 'CloseCheck', description: 'What is looked at before a month closes.' });

@ObjectType('CloseCheckOutcome')
export class CloseCheckView {
  @Field(() => CloseCheckEnum) check: CloseCheck;
  @Field(() => Int, { description: 'How many are wrong; 0: passed.' }) count: number;
  @Field({ description: 'What does not block comes into a later month by itself.' }) blocks: boolean;
}

@ObjectType('ClosedMonth')
export class ClosedMonthView {
  @Field({ description: 'YYYY-MM.' }) period: string;
  @Field(() => Instant) closedAt: number;
  @Field() personName: string;
  @Field(() => Int) entries: number;
}

@ObjectType('MonthToClose', { description: 'M3: the first open month with entries.' })
export class MonthToCloseView {
  @Field({ description: 'YYYY-MM.' }) period: string;
  @Field(() => Instant, { description: 'When it is over in every time zone of the chain.' }) overAt: number;
  @Field(() => Int) entries: number;
}

@ObjectType('MonthClose')
export class MonthCloseView {
  @Field(() => MonthToCloseView, { nullable: true, description: 'Null: no open month has entries.' })
  next: MonthToCloseView | null;
  @Field(() => [CloseCheckView], { description: 'Of the next one.' }) checks: CloseCheckView[];
  @Field(() => [ClosedMonthView], { description: 'The latest 24, the latest first.' }) closed: ClosedMonthView[];
}
