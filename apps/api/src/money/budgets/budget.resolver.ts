import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { PageInput } from '../../common/pagination.js';
import { MoneyHomeView } from '../cost.view.js';
import { BudgetList } from './budget-list.service.js';
import { BudgetSetter } from './budget-set.service.js';
import { BudgetDayView, BudgetInput, BudgetPageView, BudgetStateEnum, BudgetView, type BudgetState } from './budget.types.js';

/** S5. */
@Resolver(() => BudgetView)
export class BudgetResolver {
  constructor(
    @Inject(BudgetList) private readonly list: BudgetList,
    @Inject(BudgetSetter) private readonly setter: BudgetSetter,
  ) {}

  @Requires('money.read')
  @Query(() => BudgetPageView, { description: 'Of a month, the largest first.' })
  budgets(
    @CurrentStaff() actor: StaffActor,
    @Args('month', { type: () => String, nullable: true, description: 'YYYY-MM; the present one unless said.' })
    month: string | null,
    @Args('within', { type: () => ID, nullable: true, description: 'At and below this unit alone.' }) within: string | null,
    @Args('state', { type: () => BudgetStateEnum, nullable: true }) state: BudgetState | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<BudgetPageView> {
    return this.list.list(actor, { month, within, state }, page);
  }

  @Requires('money.read')
  @Query(() => BudgetView)
  budget(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<BudgetView> {
    return this.list.get(actor, id);
  }

  @Requires('money.setBudget')
  @Mutation(() => BudgetView, {
    description: 'Sets or changes one. What it did at 100 % ends; where it is still used up, it does at once what it says now.',
  })
  async setBudget(@CurrentStaff() actor: StaffActor, @Args('input') input: BudgetInput): Promise<BudgetView> {
    return this.list.get(actor, await this.setter.set(actor, input));
  }

  @Requires('money.setBudget')
  @Mutation(() => ID, { description: 'New promises that it withheld are made again.' })
  async removeBudget(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
  ): Promise<string> {
    await this.setter.remove(actor, id, version, reason);
    return id;
  }

  @ResolveField(() => [BudgetDayView], { description: 'Since it was set, the earliest first.' })
  days(@Parent() { id }: BudgetView): Promise<BudgetDayView[]> {
    return this.list.days(id);
  }
}

const SHOWN = 5;

/** What budgets add to finance's landing page. */
@Resolver(() => MoneyHomeView)
export class MoneyHomeBudgetsResolver {
  constructor(@Inject(BudgetList) private readonly budgets: BudgetList) {}

  @ResolveField(() => BudgetView, {
    nullable: true,
    description: 'S5: of the viewer’s own unit for the month; null: none is set.',
  })
  budget(@CurrentStaff() actor: StaffActor): Promise<BudgetView | null> {
    return this.budgets.ofUnit(actor, null);
  }

  @ResolveField(() => [BudgetView], {
    description: 'S5: budgets of the month of which 80 % are used, the longest so first, up to five.',
  })
  budgetsWarned(@CurrentStaff() actor: StaffActor): Promise<BudgetView[]> {
    return this.budgets.warned(actor, null, SHOWN);
  }

  @ResolveField(() => Int, { description: 'Budgets that are used up and wait for a decision of the viewer’s.' })
  budgetsUndecided(@CurrentStaff() actor: StaffActor): Promise<number> {
    return this.budgets.undecided(actor, null);
  }
}
