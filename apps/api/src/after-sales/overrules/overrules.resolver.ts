import { Inject } from '@nestjs/common';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { Overrules } from './overrules.service.js';
import { OverruledRulesView } from './overrules.view.js';

@Resolver()
export class OverrulesResolver {
  constructor(@Inject(Overrules) private readonly overrules: Overrules) {}

  @Requires('case.readOverruled')
  @Query(() => OverruledRulesView, { description: 'Of so many days up to now.' })
  overruledRules(
    @CurrentStaff() actor: StaffActor,
    @Args('within', { type: () => ID, nullable: true }) within: string | null,
    @Args('days', { type: () => Int }) days: number,
  ): Promise<OverruledRulesView> {
    return this.overrules.most(actor, within, days);
  }
}
