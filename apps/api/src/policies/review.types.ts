import type { KindKey } from '@headwater/policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { ApprovalReasonView } from './approval.types.js';
import { PolicyKindKeyEnum } from './enums.js';

@ObjectType('PolicyReview', { description: 'P10: what acted at once and wants a look by somebody else.' })
export class PolicyReviewView {
  @Field(() => ID) id: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field({ description: 'suspend resume rollBack cancel' }) act: string;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => [ApprovalReasonView]) thresholds: ApprovalReasonView[];
  @Field() authorName: string;
  @Field(() => Instant) at: number;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType('RuleReview', { description: 'P10: the look afterwards at what acted at once though a threshold was reached.' })
export class RuleReviewView {
  @Field(() => Instant, { nullable: true, description: 'Null: nobody has looked yet.' }) reviewedAt: number | null;
  @Field(() => String, { nullable: true }) reviewerName: string | null;
}

@ObjectType()
export class PolicyReviewPage {
  @Field(() => [PolicyReviewView]) items: PolicyReviewView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
