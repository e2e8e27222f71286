import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { OrderWindowView } from '../orders/order.view.js';
import { AppliedRuleView, DeadlineView, EligibilityView, RuleTraceView } from './case.view.js';

@ObjectType('WhatIf', { description: 'A20: what an application at an instant would come to; nothing is written.' })
export class WhatIfView {
  @Field(() => ID) orderId: string;
  @Field(() => Instant) at: number;
  @Field(() => EligibilityView) eligibility: EligibilityView;
  @Field(() => [OrderWindowView], { description: 'The windows of these goods for this reason; none before receipt.' })
  windows: OrderWindowView[];
  @Field(() => DeadlineView, {
    nullable: true,
    description: 'What would happen by itself if nobody answered; null where it cannot be filed.',
  })
  next: DeadlineView | null;
  @Field(() => [RuleTraceView], {
    description: 'What an approval would decide of the goods: whether they come back, and where to; for staff.',
  })
  goods: RuleTraceView[];
  @Field(() => [AppliedRuleView], { description: 'The rules it would obey, and who set them.' }) rules: AppliedRuleView[];
}
