import type { CaseFacts, Instant } from './facts.js';
import { reasonOf } from './reasons.js';
import type { CaseState } from './vocabulary.js';

/** How goods of a case come not to come back: lost on the way to the branch, lost on the way to the buyer, or left with the buyer. */
export type GoodsLostBy = 'returnLost' | 'outboundLost' | 'kept';

/** What the order says of its parcel; null: not known. */
export interface OrderReceipt {
  readonly shippedAt: Instant | null;
  readonly receivedAt: Instant | null;
}

const settling: ReadonlySet<CaseState> = new Set<CaseState>(['REFUNDING', 'AWAIT_RESHIP']);

/** Whether a step gives the money back or has other goods sent: from then on the goods of a case are back, or they are lost. */
export const settlesGoods = (before: CaseFacts, after: CaseFacts): boolean =>
  after.state !== before.state && settling.has(after.state);

/** A reason that can be true only of goods that arrived says that they did. */
const arrived = ({ reason }: CaseFacts, { receivedAt }: OrderReceipt): boolean =>
  receivedAt !== null || reasonOf(reason).stages.every((stage) => stage === 'received');

/** Of goods that never left the buyer, or never reached him. What was not sent at all, or is sent for the first time, is not lost. */
function neverReturned(facts: CaseFacts, order: OrderReceipt): GoodsLostBy | null {
  const { type, reason, state } = facts;
  if (reason === 'notArrived') return order.shippedAt === null ? null : 'outboundLost';
  const isOwed = reason === 'missingItem' || (type === 'RS' && state === 'AWAIT_RESHIP');
  return isOwed || !arrived(facts, order) ? null : 'kept';
}

/** M1: how the goods of a case are lost once a step has settled it; null: they are at the branch, or none were sent. */
export function goodsLostBy(facts: CaseFacts, order: OrderReceipt): GoodsLostBy | null {
  const { goodsHeldBy, dispatchedAt, buyerReceivedAt } = facts;
  if (goodsHeldBy === 'branch') return null;
  if (goodsHeldBy === 'lost' || goodsHeldBy === 'carrierToBranch') return 'returnLost';
  if (dispatchedAt !== null) return buyerReceivedAt === null ? 'outboundLost' : 'kept';
  return goodsHeldBy === 'carrierToBuyer' ? 'kept' : neverReturned(facts, order);
}
