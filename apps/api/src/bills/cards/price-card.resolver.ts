import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { nullWhereAbsent } from '../../common/errors.js';
import { PageInput } from '../../common/pagination.js';
import { priceCardProfiles } from '../bill-profiles.js';
import { PriceCardPageView, PriceCardProfileView, PriceCardRowView, PriceCardView } from './price-card.view.js';
import { PriceCards } from './price-cards.service.js';

/** I5: price cards are read by whoever reads bills, taken in and removed by whoever does so with these. */
@Resolver(() => PriceCardView)
export class PriceCardResolver {
  constructor(@Inject(PriceCards) private readonly cards: PriceCards) {}

  @Requires('bill.read')
  @Query(() => PriceCardPageView, { description: 'The latest first, of one carrier or of all.' })
  priceCards(
    @CurrentStaff() actor: StaffActor,
    @Args('carrier', { type: () => String, nullable: true }) carrier?: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<PriceCardPageView> {
    return this.cards.cards(actor, carrier ?? null, page);
  }

  @Requires('bill.read')
  @Query(() => PriceCardView, { nullable: true })
  priceCard(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<PriceCardView | null> {
    return this.cards.card(actor, id).catch(nullWhereAbsent);
  }

  @Requires('bill.import')
  @Query(() => [PriceCardProfileView], { description: 'How a price card’s file may be read.' })
  priceCardProfiles(): PriceCardProfileView[] {
    return priceCardProfiles();
  }

  @Requires('bill.withdraw')
  @Mutation(() => Boolean, { description: 'Bills are then held against the cards that are left; nothing of it is in the books.' })
  async removePriceCard(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<boolean> {
    await this.cards.remove(actor, id);
    return true;
  }

  @ResolveField(() => [PriceCardRowView], { description: 'In the order of the file; up to a thousand.' })
  rows(@Parent() card: PriceCardView): Promise<PriceCardRowView[]> {
    return this.cards.rows(card.id);
  }
}
