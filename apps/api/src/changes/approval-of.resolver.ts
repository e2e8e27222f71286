import { Inject } from '@nestjs/common';
import { Field, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Instant } from '../common/scalars.js';
import { AssignmentView } from '../policies/policy.types.js';
import { RuleExemptionView, RuleSourceView } from '../policies/rules.types.js';
import { ApprovalOfService } from './approval-of.service.js';

@ObjectType('SourceApproval', { description: 'The change set that brought something, and who approved it.' })
export class SourceApprovalView {
  @Field(() => ID) changeSetId: string;
  @Field(() => Int) number: number;
  @Field(() => String, { nullable: true, description: 'Null: it needed no approval.' }) approverName: string | null;
  @Field(() => Instant, { nullable: true }) approvedAt: number | null;
}

const field = { nullable: true, description: 'Null: it was done at once, without a change set.' };

/** Who approved what a source says. */
@Resolver(() => RuleSourceView)
export class SourceApprovalResolver {
  constructor(@Inject(ApprovalOfService) private readonly approvals: ApprovalOfService) {}

  @ResolveField(() => SourceApprovalView, field)
  approval(@Parent() { changeSetId }: RuleSourceView): Promise<SourceApprovalView | null> {
    return this.approvals.of(changeSetId);
  }
}

@Resolver(() => AssignmentView)
export class AssignmentApprovalResolver {
  constructor(@Inject(ApprovalOfService) private readonly approvals: ApprovalOfService) {}

  @ResolveField(() => SourceApprovalView, field)
  approval(@Parent() { changeSetId }: AssignmentView): Promise<SourceApprovalView | null> {
    return this.approvals.of(changeSetId);
  }
}

@Resolver(() => RuleExemptionView)
export class ExemptionApprovalResolver {
  constructor(@Inject(ApprovalOfService) private readonly approvals: ApprovalOfService) {}

  @ResolveField(() => SourceApprovalView, field)
  approval(@Parent() { changeSetId }: RuleExemptionView): Promise<SourceApprovalView | null> {
    return this.approvals.of(changeSetId);
  }
}
