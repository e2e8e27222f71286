import type { OrderFacts, OrderLineFacts } from '@headwater/after-sales';
import type { OrderLine, SalesOrder } from './order.entity.js';

/** What of a line's money may still be refunded, in fen: paid, less refunded, less claimed in open cases. */
function refundable(line: OrderLine, withFreight: boolean): number {
  const paid = line.paidAmount + (withFreight ? line.freightAmount : 0);
  return Math.max(0, paid - line.refundedAmount - line.openAmount);
}

const lineFacts = (line: OrderLine, withFreight: boolean): OrderLineFacts => ({
  lineId: line.id,
  category: line.category,
  noReasonExcludedConfirmed: line.noReasonExcludedConfirmed,
  sold: line.quantity,
  refunded: line.refundedQuantity,
  inOpenCases: line.openQuantity,
  applications: line.applications,
  replacedAt: line.replacedAt,
  refundable: refundable(line, withFreight),
});

/** Not every source says when it was cancelled. */
const cancelledAt = (order: SalesOrder): number | null =>
  order.status === 'cancelled' ? (order.cancelledAt ?? order.paidAt ?? order.placedAt) : order.cancelledAt;

/**
 * An order in the words of libs/after-sales.
 * @param timeZone of the selling unit
 * @param withFreight whether the outbound freight is refunded too
 */
export function orderFacts(order: SalesOrder, lines: readonly OrderLine[], timeZone: string, withFreight = false): OrderFacts {
  const { channel, paidAt, shippedAt, deliveredAt, completedAt } = order;
  return {
    channel,
    paidAt,
    cancelledAt: cancelledAt(order),
    cancelReason: null,
    shippedAt,
    receivedAt: deliveredAt,
    completedAt,
    timeZone,
    lines: lines.map((line) => lineFacts(line, withFreight)),
  };
}

/** Pieces of a line that are neither refunded nor in an open case. */
export const available = (line: OrderLine): number => line.quantity - line.refundedQuantity - line.openQuantity;
