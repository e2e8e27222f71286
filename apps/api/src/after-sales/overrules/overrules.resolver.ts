import { Inject } from '@nestjs/common';
import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, StaffActor } from '../../auth/actor.js';
import { CurrentActor, CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { Clock } from '../../common/clock.js';
import { CaseActions } from '../case-actions.service.js';
import type { AfterSalesCase } from '../case.entity.js';
import { CaseView, OverrulableActionView } from '../case.view.js';
import { Overrules } from './overrules.service.js';
import { OverruledRulesView } from './overrules.view.js';

@Resolver(() => CaseView)
export class OverrulesResolver {
  constructor(
    @Inject(Overrules) private readonly overrules: Overrules,
    @Inject(CaseActions) private readonly actions: CaseActions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Requires('case.readOverruled')
  @Query(() => OverruledRulesView, { description: 'Of so many days up to now.' })
  overruledRules(
    @CurrentStaff() actor: StaffActor,
    @Args('within', { type: () => ID, nullable: true }) within: string | null,
    @Args('days', { type: () => Int }) days: number,
  ): Promise<OverruledRulesView> {
    return this.overrules.most(actor, within, days);
  }

  @ResolveField(() => [OverrulableActionView], {
    description: 'A15: what the viewer may do with a reason for overruling a limit.',
  })
  overrulableActions(@CurrentActor() actor: Actor, @Parent() row: AfterSalesCase): Promise<OverrulableActionView[]> {
    return this.actions.overrulable(actor, row, this.clock.now());
  }
}
