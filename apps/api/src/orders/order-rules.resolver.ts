import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { OrderRulesService } from './order-rules.service.js';
import { OrderRulesView } from './order-rules.view.js';

@Resolver()
export class OrderRulesResolver {
  constructor(@Inject(OrderRulesService) private readonly service: OrderRulesService) {}

  @Requires('rules.read')
  @Query(() => OrderRulesView, {
    description:
      'What applied to an order, who set it and who assigned that; for whoever reads the order and the rules of its unit.',
  })
  orderRules(@CurrentStaff() actor: StaffActor, @Args('orderId', { type: () => ID }) orderId: string): Promise<OrderRulesView> {
    return this.service.of(actor, orderId);
  }
}
