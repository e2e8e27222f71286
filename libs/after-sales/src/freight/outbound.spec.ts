import { NOW, SHANGHAI } from '../testing/cases.js';
import type { OrderFacts } from '../eligibility/order.js';
import { refundsOutboundFreight } from './outbound.js';

const arrived: OrderFacts = {
  channel: 'express',
  paidAt: NOW - 3,
  cancelledAt: null,
  cancelReason: null,
  shippedAt: NOW - 2,
  receivedAt: NOW - 1,
  completedAt: null,
  timeZone: SHANGHAI,
  lines: [],
};
const unshipped: OrderFacts = { ...arrived, shippedAt: null, receivedAt: null };

it.each([
  ['nothing was sent yet', unshipped, 'unneeded', false, true],
  ['the goods are at fault', arrived, 'manufacturingDefect', false, true],
  ['the buyer changed his mind', arrived, 'changedMind', false, false],
  ['the buyer changed his mind and was promised it', arrived, 'changedMind', true, true],
  ['no reason of ours was given', arrived, 'bored', false, false],
])('what was paid for delivery, where %s', (_, order, reason, refundOutboundFreight, refunded) => {
  expect(refundsOutboundFreight(order, reason, { refundOutboundFreight })).toBe(refunded);
});
