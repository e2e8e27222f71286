import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Clock } from '../common/clock.js';
import { LocalTextView } from '../common/local-text.view.js';
import { NodeRefView } from '../tree/org-node.view.js';
import { TreeService } from '../tree/tree.service.js';
import { BuyerLinkService } from './buyer-link.service.js';
import { orderActions } from './order-actions.js';
import { available } from './order-facts.js';
import { OrderPromiseService } from './order-promise.service.js';
import type { OrderLine, OrderPayment, SalesOrder } from './order.entity.js';
import { OrderTexts } from './order-texts.service.js';
import { OrderService } from './order.service.js';
import {
  BuyerLinkView,
  OrderBadgeView,
  OrderLineView,
  OrderPaymentView,
  OrderPromiseView,
  OrderView,
  OrderWindowView,
} from './order.view.js';

/** The fields of an order that cost a query, or depend on who asks. */
@Resolver(() => OrderView)
export class OrderFieldsResolver {
  constructor(
    @Inject(OrderService) private readonly orders: OrderService,
    @Inject(OrderPromiseService) private readonly promised: OrderPromiseService,
    @Inject(OrderTexts) private readonly texts: OrderTexts,
    @Inject(BuyerLinkService) private readonly links: BuyerLinkService,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @ResolveField(() => NodeRefView, { description: 'The selling unit.' })
  node(@Parent() order: SalesOrder): NodeRefView {
    return this.tree.snapshot.require(order.nodeId);
  }

  @ResolveField(() => [OrderLineView])
  async lines(@Parent() order: SalesOrder): Promise<OrderLineView[]> {
    return (await this.orders.linesOf(order.id)).map(lineView);
  }

  @ResolveField(() => [OrderPaymentView])
  payments(@Parent() order: SalesOrder): Promise<OrderPayment[]> {
    return this.orders.paymentsOf(order.id);
  }

  @ResolveField(() => [OrderPromiseView], {
    description: 'The rules frozen at payment; who bears what is no business of a buyer.',
  })
  async promises(@CurrentActor() actor: Actor, @Parent() order: SalesOrder): Promise<OrderPromiseView[]> {
    return actor.kind === 'buyer' ? [] : this.promised.promisesOf(order);
  }

  @ResolveField(() => [OrderWindowView])
  async windows(@Parent() order: SalesOrder): Promise<OrderWindowView[]> {
    return this.promised.windowsOf(order, await this.orders.linesOf(order.id));
  }

  @ResolveField(() => [LocalTextView], { description: 'P18: what the order page tells, filled from what was promised.' })
  async notices(@Parent() order: SalesOrder): Promise<LocalTextView[]> {
    return this.texts.noticesOf(order, await this.orders.linesOf(order.id));
  }

  @ResolveField(() => [OrderBadgeView])
  async badges(@Parent() order: SalesOrder): Promise<OrderBadgeView[]> {
    return this.texts.badgesOf(order, await this.orders.linesOf(order.id));
  }

  @ResolveField(() => [BuyerLinkView], { description: 'For staff; a buyer sees none.' })
  async buyerLinks(@CurrentActor() actor: Actor, @Parent() order: SalesOrder): Promise<BuyerLinkView[]> {
    return actor.kind === 'buyer' ? [] : this.links.linksOf(order.id);
  }

  @ResolveField(() => [String], { description: 'case.apply, order.logContact, order.createBuyerLink, order.revokeBuyerLink.' })
  async allowedActions(@CurrentActor() actor: Actor, @Parent() order: SalesOrder): Promise<string[]> {
    const [lines, links] = await Promise.all([this.orders.linesOf(order.id), this.links.linksOf(order.id)]);
    return orderActions(actor, order, lines, links, this.clock.now());
  }
}

export const lineView = (line: OrderLine): OrderLineView => ({
  ...line,
  campaigns: line.campaigns ?? [],
  available: available(line),
});
