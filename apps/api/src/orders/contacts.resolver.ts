import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, StaffActor } from '../auth/actor.js';
import { CurrentActor, CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { OrderContacts } from './contacts.service.js';
import { ContactInput, OrderContactView } from './contacts.view.js';
import type { SalesOrder } from './order.entity.js';
import { OrderView } from './order.view.js';

@Resolver(() => OrderView)
export class ContactsResolver {
  constructor(@Inject(OrderContacts) private readonly contacts: OrderContacts) {}

  @ResolveField('contacts', () => [OrderContactView], { description: 'For staff, the latest first; a buyer sees none.' })
  async contactsOf(@CurrentActor() actor: Actor, @Parent() order: SalesOrder): Promise<OrderContactView[]> {
    return actor.kind === 'buyer' ? [] : this.contacts.of(order.id);
  }

  @Requires('order.logContact')
  @Mutation(() => OrderContactView, { description: 'A3: kept with the order for good.' })
  logContact(
    @CurrentStaff() actor: StaffActor,
    @Args('orderId', { type: () => ID }) orderId: string,
    @Args('contact') contact: ContactInput,
  ): Promise<OrderContactView> {
    return this.contacts.log(actor, orderId, contact);
  }
}
