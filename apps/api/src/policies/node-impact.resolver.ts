import { nodeId } from '@headwater/org-tree';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Clock } from '../common/clock.js';
import { NodeImpactView } from '../org/views.js';
import { RuleChangeView } from './coverage.types.js';
import { moveImpact } from './move-impact.js';
import { ApprovalReasonView } from './approval.types.js';
import { MoveRules } from './move-rules.service.js';
import { PolicyEngine } from './policy-engine.service.js';

/** What the rules have to say of a move, before it is done. */
@Resolver(() => NodeImpactView)
export class NodeImpactResolver {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(MoveRules) private readonly moves: MoveRules,
  ) {}

  @ResolveField(() => [RuleChangeView], { description: 'Branches whose effective rules change, by kind and field.' })
  async ruleChanges(@Parent() { nodeId: id, parentId }: NodeImpactView): Promise<RuleChangeView[]> {
    if (parentId === null) return [];
    return moveImpact(await this.engine.current(), nodeId(id), nodeId(parentId), this.clock.now());
  }

  @ResolveField(() => [ApprovalReasonView], {
    description: 'Why a move has to go by way of a change set; empty: it may be done at once.',
  })
  async approval(@Parent() { nodeId: id, parentId }: NodeImpactView): Promise<ApprovalReasonView[]> {
    return parentId === null ? [] : this.moves.approvalOf({ id, parentId });
  }
}
