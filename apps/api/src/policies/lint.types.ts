import type { FieldKey, KindKey, LintRule, Text } from '@headwater/policy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalTextView } from '../common/local-text.view.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum } from './enums.js';

const LintRuleEnum = {
  legalFloor: 'legalFloor',
  qualityShorterThanNoReason: 'qualityShorterThanNoReason',
  reminderAfterDecision: 'reminderAfterDecision',
  pauseLongerThanClock: 'pauseLongerThanClock',
  noTimeToPay: 'noTimeToPay',
  unreachableRow: 'unreachableRow',
  riskWithoutEffect: 'riskWithoutEffect',
  excludedUnconfirmed: 'excludedUnconfirmed',
  coversNothing: 'coversNothing',
  paysNothing: 'paysNothing',
  returnWithoutAddress: 'returnWithoutAddress',
  routedNowhere: 'routedNowhere',
  numberInText: 'numberInText',
  valueWithoutMeaning: 'valueWithoutMeaning',
  badgeWithoutSubsidy: 'badgeWithoutSubsidy',
} as const satisfies Record<LintRule, LintRule>;

registerEnumType(LintRuleEnum, { name: 'LintRule' });

@ObjectType('LintFinding', { description: 'P13: allowed, and yet hardly meant.' })
export class LintFindingView {
  @Field(() => LintRuleEnum) rule: LintRule;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => NodeRefView, { description: 'The unit where the rules were looked at.' }) node: NodeRefView;
  @Field(() => String) field: FieldKey;
  @Field(() => Int, { nullable: true, description: 'Of a table, from 0.' }) row: number | null;
  @Field(() => LocalTextView, { description: 'What is the matter, and the way out.' }) text: Text;
}
