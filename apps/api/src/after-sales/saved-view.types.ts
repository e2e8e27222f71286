import type { CaseType } from '@headwater/after-sales';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { NodeRefView } from '../tree/org-node.view.js';
import { CaseSortEnum, CaseTypeEnum, type CaseSort } from './case-enums.js';

@InputType()
export class SavedViewInput {
  @Field() name: string;
  @Field(() => String, { description: 'The view that it narrows, as in CaseFilter.' }) view: string;
  @Field(() => CaseTypeEnum, { nullable: true }) type?: CaseType | null;
  @Field(() => String, { nullable: true }) reasonClass?: string | null;
  @Field(() => Int, { nullable: true, description: 'Hours.' }) dueWithin?: number | null;
  @Field(() => CaseSortEnum) sort: CaseSort;
  @Field(() => ID, { nullable: true, description: 'Shared with this unit and those below; absent: kept to oneself.' })
  nodeId?: string | null;
}

@ObjectType('SavedView', { description: 'A17.' })
export class SavedViewView {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field() view: string;
  @Field(() => CaseTypeEnum, { nullable: true }) type: CaseType | null;
  @Field(() => String, { nullable: true }) reasonClass: string | null;
  @Field(() => Int, { nullable: true }) dueWithin: number | null;
  @Field(() => CaseSortEnum) sort: CaseSort;
  @Field(() => NodeRefView, { nullable: true }) node: NodeRefView | null;
  @Field() ownerName: string;
  @Field(() => Int) version: number;
  @Field(() => Int, { description: 'Cases in it.' }) count: number;
  @Field({ description: 'There are more than the count, which is as far as they were looked at.' }) hasMore: boolean;
  @Field(() => [String], { description: 'update, remove: for whoever keeps it.' }) allowedActions: string[];
}
