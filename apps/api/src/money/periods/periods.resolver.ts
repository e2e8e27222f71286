import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { MoneyHomeView } from '../cost.view.js';
import { MonthCloseService } from './month-close.service.js';
import { ClosedMonthView, MonthCloseView, MonthToCloseView } from './periods.view.js';

/** M3: closing months. */
@Resolver(() => MoneyHomeView)
export class PeriodsResolver {
  constructor(@Inject(MonthCloseService) private readonly months: MonthCloseService) {}

  @Requires('money.close')
  @Query(() => MonthCloseView, { description: 'The month to close, what stands in its way, and those that are closed.' })
  async monthClose(@CurrentStaff() actor: StaffActor): Promise<MonthCloseView> {
    const next = await this.months.next(actor);
    return { next, checks: await this.months.checks(actor, next), closed: await this.months.closed(actor) };
  }

  @Requires('money.close')
  @Mutation(() => ClosedMonthView, { description: 'For good: what comes later is posted in the next open month.' })
  closeMonth(
    @CurrentStaff() actor: StaffActor,
    @Args('period', { description: 'YYYY-MM, the next one.' }) period: string,
  ): Promise<ClosedMonthView> {
    return this.months.close(actor, period);
  }

  @ResolveField(() => MonthToCloseView, { nullable: true, description: 'For those who close months.' })
  monthToClose(@CurrentStaff() actor: StaffActor): Promise<MonthToCloseView | null> {
    return this.months.next(actor);
  }
}
