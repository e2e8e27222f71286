import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Json } from '../common/scalars.js';
import { OrgNodeView } from '../tree/org-node.view.js';

@ObjectType('OrgNodePage')
export class OrgNodePageView {
  @Field(() => [OrgNodeView]) items: OrgNodeView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@ObjectType('Problem', { description: 'Why something would be refused.' })
export class ProblemView {
  @Field() code: string;
  @Field(() => String, { nullable: true }) field?: string | null;
  @Field(() => String, { nullable: true, description: 'Place within the value, such as set.2.priceTo.' }) path?: string | null;
  @Field(() => ID, { nullable: true }) nodeId?: string | null;
  @Field(() => String, { nullable: true }) nodeName?: string | null;
  @Field(() => Json, { nullable: true }) allowed?: unknown;
  @Field(() => String, { nullable: true }) setBy?: string | null;
}

/** Which rules change is a later feature's to say; it knows the change by `nodeId` and `parentId` (null: archived, not moved). */
@ObjectType('NodeImpact', { description: 'Who is affected by a move or an archive, before it is done.' })
export class NodeImpactView {
  nodeId: string;
  parentId: string | null;
  @Field(() => Int) branches: number;
  @Field(() => Int, { description: 'People with a role at or below the unit.' }) people: number;
  @Field(() => Int) openCases: number;
  @Field(() => [ProblemView], { description: 'Empty: it may be done.' }) problems: ProblemView[];
}
