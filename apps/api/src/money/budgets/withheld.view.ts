import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Instant } from '../../common/scalars.js';
import { NodeRefView } from '../../tree/org-node.view.js';

@ObjectType('PromiseWithheld', {
  description: 'S5: a budget was used up: what is paid here is promised no free returns, whatever the rules say.',
})
export class PromiseWithheldView {
  @Field(() => NodeRefView, { description: 'Whose budget it is: the unit itself, or one above it.' }) node: NodeRefView;
  @Field({ description: 'YYYY-MM: to its end, or until the budget is changed or removed.' }) month: string;
  @Field(() => Instant) since: number;
  @Field(() => ID, { nullable: true, description: 'For those who may read it.' }) budgetId: string | null;
}
