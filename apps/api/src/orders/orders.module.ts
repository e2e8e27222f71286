import { Module } from '@nestjs/common';
import { BuyerLinkService } from './buyer-link.service.js';
import { ContactsResolver } from './contacts.resolver.js';
import { OrderContacts } from './contacts.service.js';
import { OrderFieldsResolver } from './order-fields.resolver.js';
import { OrderListService } from './order-list.service.js';
import { OrderPromiseService } from './order-promise.service.js';
import { SuspensionReviewResolver } from './order-suspension.resolver.js';
import { OrderRulesResolver } from './order-rules.resolver.js';
import { OrderRulesService } from './order-rules.service.js';
import { OrderWriter } from './order-writer.service.js';
import { OrderListeners } from './order-listeners.service.js';
import { OrderResolver } from './order.resolver.js';
import { OrderTexts } from './order-texts.service.js';
import { OrderService } from './order.service.js';

/** What was sold, to whom, under which promise. */
@Module({
  providers: [
    BuyerLinkService,
    ContactsResolver,
    OrderContacts,
    OrderFieldsResolver,
    OrderListService,
    OrderListeners,
    OrderPromiseService,
    OrderResolver,
    OrderRulesResolver,
    SuspensionReviewResolver,
    OrderRulesService,
    OrderService,
    OrderTexts,
    OrderWriter,
  ],
  exports: [OrderContacts, OrderListeners, OrderPromiseService, OrderService, OrderWriter],
})
export class OrdersModule {}
