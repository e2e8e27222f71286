import type { BudgetAction, BudgetKind } from '@headwater/ledger';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Fen, Instant } from '../../common/scalars.js';
import { NodeRefView } from '../../tree/org-node.view.js';

const BudgetKindEnum = { returnShippingSubsidy: 'returnShippingSubsidy' } as const satisfies Record<BudgetKind, BudgetKind>;
const BudgetActionEnum = { alert: 'alert', ask: 'ask', suspend: 'suspend' } as const satisfies Record<BudgetAction, BudgetAction>;
export const BudgetStateEnum = { warned: 'warned', usedUp: 'usedUp', undecided: 'undecided' } as const;
export type BudgetState = keyof typeof BudgetStateEnum;

registerEnumType(BudgetKindEnum, { name: 'BudgetKind', description: 'What a budget is for: the kind of policy that costs.' });
registerEnumType(BudgetActionEnum, {
  name: 'BudgetAction',
  description:
    'S5: at 100 %. `alert` tells; `ask` tells and waits for a decision; `suspend` withholds new promises. What was promised is paid.',
});
registerEnumType(BudgetStateEnum, {
  name: 'BudgetState',
  description: '`warned`: 80 % are used; `usedUp`: all of it, committed included; `undecided`: used up, and HQ is asked.',
});

@ObjectType('BudgetTrip', { description: 'S5: what happened when the budget was used up.' })
export class BudgetTripView {
  @Field(() => ID) id: string;
  @Field(() => Instant) at: number;
  @Field(() => BudgetActionEnum) action: BudgetAction;
  @Field(() => Fen, { description: 'The budget then.' }) amount: number;
  @Field(() => Fen, { description: 'Spent and committed then.' }) used: number;
  @Field(() => Fen, { description: 'By how much the budget was overshot when it was seen.' }) overshoot: number;
}

@ObjectType('BudgetDay', { description: 'The figures at the end of a day where the unit is, or so far.' })
export class BudgetDayView {
  @Field({ description: 'YYYY-MM-DD.' }) day: string;
  @Field(() => Fen) spent: number;
  @Field(() => Fen) committed: number;
}

@ObjectType('Budget', { description: 'S5: of a unit and all below it, for a kind and a month, whoever bears the cost.' })
export class BudgetView {
  @Field(() => ID) id: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => BudgetKindEnum) kind: BudgetKind;
  @Field({ description: 'YYYY-MM, where the unit is.' }) month: string;
  @Field() currency: string;
  @Field(() => Fen) amount: number;
  @Field(() => BudgetActionEnum) action: BudgetAction;
  @Field() reason: string;
  @Field() authorName: string;
  @Field(() => Instant) setAt: number;
  @Field({ description: "A store's: `spent` is exact. Others' are summed up every minute." }) exact: boolean;
  @Field(() => Fen, { description: 'In the books.' }) spent: number;
  @Field(() => Fen, { description: 'At most still to come of open cases, as of `asOf`.' }) committed: number;
  @Field(() => Fen, { description: 'Expected of promised orders in their windows, as of `asOf`.' }) exposure: number;
  @Field(() => Fen, {
    description:
      'Spent, committed and exposure, or more where the month comes to more if it goes on as until now. With new promises suspended: what is known.',
  })
  forecast: number;
  @Field(() => Fen, { description: 'Not spent and not committed; below 0 where it is overshot.' }) remaining: number;
  @Field(() => Fen) overshoot: number;
  @Field(() => Instant, {
    nullable: true,
    description: 'When committed, exposure and what units above stores spent were looked at.',
  })
  asOf: number | null;
  @Field(() => Instant, { nullable: true, description: 'When 80 % were used.' }) warnedAt: number | null;
  @Field(() => BudgetTripView, { nullable: true, description: 'Null: not used up.' }) trip: BudgetTripView | null;
  @Field({ description: 'New promises are withheld, to the end of the month or until the budget is changed.' }) suspends: boolean;
  @Field(() => Int) version: number;
  @Field(() => [String], { description: 'setBudget, removeBudget.' }) allowedActions: string[];
}

@ObjectType('BudgetPage')
export class BudgetPageView {
  @Field(() => [BudgetView], { description: 'The largest first.' }) items: BudgetView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int, { nullable: true }) total: number | null;
  @Field({ description: 'YYYY-MM: the one asked for, or the present one.' }) month: string;
  @Field(() => [String], { description: 'setBudget, where the viewer may set one.' }) allowedActions: string[];
}

@InputType()
export class BudgetInput {
  @Field(() => ID) nodeId: string;
  @Field(() => BudgetKindEnum) kind: BudgetKind;
  @Field({ description: 'YYYY-MM, the present one or a later one where the unit is.' }) month: string;
  @Field(() => Fen, { description: 'Above 0.' }) amount: number;
  @Field(() => String, { nullable: true, description: 'ISO 4217; CNY unless said; it stays as it was first set.' })
  currency?: string | null;
  @Field(() => BudgetActionEnum) action: BudgetAction;
  @Field() reason: string;
  @Field(() => Int, { description: 'As seen; 0: there is none yet.' }) version: number;
}
