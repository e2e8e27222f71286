import type { NodeType } from '@headwater/org-tree';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { NodeTypeEnum, OwnershipEnum } from './node-enums.js';
import type { Ownership } from './org-node.entity.js';

@ObjectType('NodeRef', { description: 'A unit by its name, which is no secret inside the chain.' })
export class NodeRefView {
  @Field(() => ID) id: string;
  @Field() name: string;
  @Field(() => NodeTypeEnum) type: NodeType;
}

/** A unit of the organization, served from the snapshot (`NodeFacts` is one). */
@ObjectType('OrgNode')
export class OrgNodeView {
  @Field(() => ID) id: string;
  @Field() code: string;
  @Field() name: string;
  @Field(() => NodeTypeEnum) type: NodeType;
  @Field(() => OwnershipEnum, { nullable: true }) ownership: Ownership | null;
  @Field(() => ID, { nullable: true }) parentId: string | null;
  @Field(() => Int) depth: number;
  @Field(() => String, { nullable: true }) provinceCode: string | null;
  @Field(() => String, { nullable: true }) province: string | null;
  @Field(() => String, { nullable: true }) city: string | null;
  @Field(() => String, { nullable: true }) address: string | null;
  @Field(() => String, { nullable: true }) phone: string | null;
  @Field() timeZone: string;
  @Field(() => Instant) since: number;
  @Field(() => Instant, { nullable: true }) archivedAt: number | null;
  @Field(() => ID, { nullable: true }) successorId: string | null;
  @Field(() => Int) version: number;
}
