import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalTextView } from '../../common/local-text.view.js';
import { Instant } from '../../common/scalars.js';
import { NodeRefView } from '../../tree/org-node.view.js';

@ObjectType('Overrule', { description: 'A case that was opened, or moved on, against a rule.' })
export class OverruleView {
  @Field(() => ID) caseId: string;
  @Field() code: string;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field() personName: string;
  @Field(() => Instant) at: number;
}

@ObjectType('OverruledRule')
export class OverruledRuleView {
  @Field({
    description:
      'typeAllowed, noReasonAllowed, window, evidence, contactFirst or applicationsLeft; repeatMax, modifyMax, modifyAfterTransitDays or reshipHours.',
  })
  rule: string;
  @Field(() => LocalTextView) name: LocalTextView;
  @Field(() => Int) count: number;
  @Field({ description: 'There are more than were counted.' }) hasMore: boolean;
  @Field(() => [OverruleView], { description: 'The latest few.' }) latest: OverruleView[];
}

@ObjectType('OverruledRules', { description: 'A15: which rules staff went against, the most overruled first.' })
export class OverruledRulesView {
  @Field(() => Instant) since: number;
  @Field(() => [OverruledRuleView]) rules: OverruledRuleView[];
}
