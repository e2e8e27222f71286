import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor, StaffActor } from '../auth/actor.js';
import { CurrentActor, CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { nullWhereAbsent } from '../common/errors.js';
import { PageInput } from '../common/pagination.js';
import { BuyerLinkService } from './buyer-link.service.js';
import { OrderListService } from './order-list.service.js';
import { OrderService } from './order.service.js';
import { BuyerLinkMadeView, BuyerLinkView, OrderFilter, OrderPageView, OrderView } from './order.view.js';

@Resolver()
export class OrderResolver {
  constructor(
    @Inject(OrderListService) private readonly list: OrderListService,
    @Inject(OrderService) private readonly service: OrderService,
    @Inject(BuyerLinkService) private readonly links: BuyerLinkService,
  ) {}

  @Requires('order.read')
  @Query(() => OrderPageView)
  async orders(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => OrderFilter, nullable: true }) filter: OrderFilter | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<OrderPageView> {
    return { ...(await this.list.list(actor, filter, page)), total: null };
  }

  @Requires('order.read')
  @Query(() => OrderView, { nullable: true, description: 'Null where there is none, or none in your scope.' })
  async order(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<OrderView | null> {
    return this.service.get(actor, id).catch(nullWhereAbsent);
  }

  @Requires('order.read')
  @Query(() => OrderView, { nullable: true, description: 'The order of the link in `Authorization: Buyer TOKEN`.' })
  async buyerOrder(@CurrentActor() actor: Actor): Promise<OrderView | null> {
    return actor.kind === 'buyer' ? this.service.get(actor, actor.orderId) : null;
  }

  @Requires('order.createBuyerLink')
  @Mutation(() => BuyerLinkMadeView)
  createBuyerLink(
    @CurrentStaff() actor: StaffActor,
    @Args('orderId', { type: () => ID }) orderId: string,
  ): Promise<BuyerLinkMadeView> {
    return this.links.create(actor, orderId);
  }

  @Requires('order.revokeBuyerLink')
  @Mutation(() => BuyerLinkView)
  revokeBuyerLink(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<BuyerLinkView> {
    return this.links.revoke(actor, id);
  }
}
