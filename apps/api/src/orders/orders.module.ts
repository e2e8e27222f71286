import { Module } from '@nestjs/common';
import { BuyerLinkService } from './buyer-link.service.js';
import { OrderFieldsResolver } from './order-fields.resolver.js';
import { OrderListService } from './order-list.service.js';
import { OrderPromiseService } from './order-promise.service.js';
import { OrderWriter } from './order-writer.service.js';
import { OrderResolver } from './order.resolver.js';
import { OrderService } from './order.service.js';

/** What was sold, to whom, under which promise. */
@Module({
  providers: [
    BuyerLinkService,
    OrderFieldsResolver,
    OrderListService,
    OrderPromiseService,
    OrderResolver,
    OrderService,
    OrderWriter,
  ],
  exports: [OrderPromiseService, OrderService, OrderWriter],
})
export class OrdersModule {}
