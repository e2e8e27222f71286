import type { BillOutcome } from '@headwater/ledger';
import { Inject } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { nullWhereAbsent } from '../common/errors.js';
import { PageInput } from '../common/pagination.js';
import { Fen } from '../common/scalars.js';
import { MoneyHomeView } from '../money/cost.view.js';
import { readsBills } from './bill-access.js';
import { BillLists } from './bill-list.service.js';
import { billProfiles } from './bill-profiles.js';
import { CardPrices } from './cards/card-prices.service.js';
import {
  BillByCardView,
  BillLinePageView,
  BillOutcomeEnum,
  BillOutcomeSumView,
  BillPageView,
  BillProblemPageView,
  BillProfileView,
  BillView,
  BillWithinView,
} from './bill.view.js';

const SHOWN = 5;

/** M4: bills of carriers and insurers, to be read. */
@Resolver(() => MoneyHomeView)
export class BillResolver {
  constructor(@Inject(BillLists) private readonly lists: BillLists) {}

  @Requires('bill.read')
  @Query(() => BillPageView, { description: 'The latest month first.' })
  bills(
    @CurrentStaff() actor: StaffActor,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<BillPageView> {
    return this.lists.bills(actor, page);
  }

  @Requires('bill.read')
  @Query(() => BillView, { nullable: true })
  bill(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<BillView | null> {
    return this.lists.bill(actor, id).catch(nullWhereAbsent);
  }

  @Requires('bill.read')
  @Query(() => BillLinePageView, { description: 'Lines of one outcome, in the order of the file.' })
  billLines(
    @CurrentStaff() actor: StaffActor,
    @Args('billId', { type: () => ID }) billId: string,
    @Args('outcome', { type: () => BillOutcomeEnum }) outcome: BillOutcome,
    @Args('open', { description: 'Only those that wait for a decision.' }) open: boolean,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<BillLinePageView> {
    return this.lists.lines(actor, { billId, outcome, open }, page);
  }

  @Requires('bill.read')
  @Query(() => BillProblemPageView, { description: 'Lines of the file that did not go in.' })
  billProblems(
    @CurrentStaff() actor: StaffActor,
    @Args('billId', { type: () => ID }) billId: string,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<BillProblemPageView> {
    return this.lists.problems(actor, billId, page);
  }

  @Requires('bill.read')
  @Query(() => BillWithinView, { description: 'What accepting in bulk would accept.' })
  billWithin(
    @CurrentStaff() actor: StaffActor,
    @Args('billId', { type: () => ID }) billId: string,
    @Args('outcome', { type: () => BillOutcomeEnum }) outcome: BillOutcome,
    @Args('tolerance', { type: () => Fen }) tolerance: number,
  ): Promise<BillWithinView> {
    return this.lists.within(actor, billId, { outcome, tolerance });
  }

  @Requires('bill.import')
  @Query(() => [BillProfileView], { description: 'How a bill’s file may be read.' })
  billProfiles(): BillProfileView[] {
    return billProfiles();
  }

  @ResolveField(() => [BillView], {
    description: 'Of the latest bills those with differences to decide; for those who read bills.',
  })
  async billsToDecide(@CurrentStaff() actor: StaffActor): Promise<BillView[]> {
    if (!readsBills(actor)) return [];
    const { items } = await this.lists.bills(actor);
    return items.filter(({ open }) => open > 0).slice(0, SHOWN);
  }
}

/** What a page about one bill asks; lists do not. */
@Resolver(() => BillView)
export class BillOutcomesResolver {
  constructor(
    @Inject(BillLists) private readonly lists: BillLists,
    @Inject(CardPrices) private readonly prices: CardPrices,
  ) {}

  @ResolveField(() => BillByCardView, { nullable: true, description: 'Null: an insurer’s.' })
  byPriceCard(@Parent() bill: BillView): Promise<BillByCardView | null> {
    return this.prices.ofBill(bill);
  }

  @ResolveField(() => [BillOutcomeSumView], { description: 'Each outcome once.' })
  outcomes(@Parent() bill: BillView): Promise<BillOutcomeSumView[]> {
    return this.lists.outcomes(bill.id);
  }
}
