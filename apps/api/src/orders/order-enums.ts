import type { Channel } from '@headwater/policy';
import { registerEnumType } from '@nestjs/graphql';
import type { OrderStatus } from './order.entity.js';

/** GraphQL's enums of orders; in code these are string-literal unions. */
export const OrderStatusEnum = {
  paid: 'paid',
  shipped: 'shipped',
  delivered: 'delivered',
  completed: 'completed',
  cancelled: 'cancelled',
  unavailable: 'unavailable',
} as const satisfies Record<OrderStatus, OrderStatus>;

export const ChannelEnum = {
  express: 'express',
  sameCity: 'sameCity',
  pickup: 'pickup',
  inStore: 'inStore',
} as const satisfies Record<Channel, Channel>;

registerEnumType(OrderStatusEnum, { name: 'OrderStatus' });
registerEnumType(ChannelEnum, { name: 'Channel', description: 'How an order reached its buyer.' });
