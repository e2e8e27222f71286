import type { KindKey } from '@headwater/policy';
import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { Fen } from '../common/scalars.js';
import { ApprovalService } from './approval.service.js';
import { ApprovalRuleView } from './approval.types.js';
import { PolicyKindKeyEnum } from './enums.js';
import { ReviewService } from './review.service.js';
import { PolicyReviewPage } from './review.types.js';

@InputType()
export class ApprovalRuleInput {
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field() enabled: boolean;
  @Field(() => Int, { nullable: true }) branchesOver?: number | null;
  @Field() locks: boolean;
  @Field(() => Fen, { nullable: true }) costOver?: number | null;
  @Field(() => Int) version: number;
}

@Resolver()
export class ApprovalResolver {
  constructor(
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(ReviewService) private readonly reviews: ReviewService,
  ) {}

  @Requires('approval.read')
  @Query(() => [ApprovalRuleView], { description: 'One of each kind.' })
  approvalRules(@CurrentStaff() actor: StaffActor): Promise<ApprovalRuleView[]> {
    return this.approvals.list(actor);
  }

  @Requires('changeSet.read')
  @Query(() => PolicyReviewPage, {
    description: 'Suspensions and rollbacks that nobody else has looked at yet, the oldest first.',
  })
  policyReviews(
    @CurrentStaff() actor: StaffActor,
    @Args('within', { type: () => ID, nullable: true }) within?: string | null,
    @Args('mine', { type: () => Boolean, nullable: true, description: 'That wait for the viewer: of others, where he approves.' })
    mine?: boolean | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<PolicyReviewPage> {
    return this.reviews.list(actor, { within: within ?? null, mine: mine ?? false }, page);
  }

  @Requires('changeSet.approve')
  @Mutation(() => Boolean)
  async reviewPolicyAct(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.reviews.review(actor, id);
    return true;
  }

  @Requires('approval.set')
  @Mutation(() => [ApprovalRuleView])
  setApprovalRule(@CurrentStaff() actor: StaffActor, @Args('input') input: ApprovalRuleInput): Promise<ApprovalRuleView[]> {
    const { branchesOver = null, costOver = null } = input;
    return this.approvals.set(actor, { ...input, branchesOver, costOver });
  }
}
