import type { KindKey } from '@headwater/policy';
import { Field, ObjectType } from '@nestjs/graphql';
import { NodeRefView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum } from './enums.js';
import { RuleSourceView } from './rules.types.js';

@ObjectType('ReviewDue', {
  description: 'Rules that a unit is to look at again: on the day that it set, or a year after they were assigned.',
})
export class ReviewDueView {
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field({ description: 'A day of the calendar at the unit: 2026-03-12.' }) date: string;
  @Field({ description: 'The day has come.' }) hasCome: boolean;
  @Field(() => RuleSourceView, { description: 'Who set the date, or assigned the rules.' }) source: RuleSourceView;
}
