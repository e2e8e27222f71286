import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NodeRefView } from '../tree/org-node.view.js';

@ObjectType()
export class EffectBranchPage {
  @Field(() => [NodeRefView]) items: NodeRefView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
