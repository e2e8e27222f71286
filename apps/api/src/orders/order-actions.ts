import type { Actor } from '../auth/actor.js';
import { may } from '../auth/authorize.js';
import type { BuyerLink } from '../auth/buyer-link.entity.js';
import { available } from './order-facts.js';
import type { OrderLine, SalesOrder } from './order.entity.js';
import { orderTarget } from './order.service.js';

/** What this actor may do with an order now, as permission keys. */
export function orderActions(
  actor: Actor,
  order: SalesOrder,
  lines: readonly OrderLine[],
  links: readonly BuyerLink[],
  now: number,
): string[] {
  const target = orderTarget(order);
  const isSold = order.paidAt !== null && order.status !== 'cancelled' && lines.some((line) => available(line) > 0);
  const isLinked = links.some(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now);
  return [
    ...(isSold && may(actor, 'case.apply', target) ? ['case.apply'] : []),
    ...(may(actor, 'order.logContact', target) ? ['order.logContact'] : []),
    ...(may(actor, 'order.createBuyerLink', target) ? ['order.createBuyerLink'] : []),
    ...(isLinked && may(actor, 'order.revokeBuyerLink', target) ? ['order.revokeBuyerLink'] : []),
  ];
}
