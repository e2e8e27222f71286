import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OrderView } from '../orders/order.view.js';
import { CaseQuery } from './case-query.service.js';
import { CaseView } from './case.view.js';

/** What after-sales adds to an order. */
@Resolver(() => OrderView)
export class OrderCasesResolver {
  constructor(@Inject(CaseQuery) private readonly query: CaseQuery) {}

  @ResolveField(() => [CaseView], { description: 'The latest first.' })
  cases(@Parent() order: OrderView): Promise<CaseView[]> {
    return this.query.ofOrder(order.id);
  }
}
