import type { CaseFacts } from './facts.js';
import { goodsLostBy, settlesGoods, type OrderReceipt } from './goods-lost.js';
import type { CaseCommand } from './commands.js';
import { after, applied, at, context, moved, NOW, say } from './testing/cases.js';

const delivered: OrderReceipt = { shippedAt: NOW - 2, receivedAt: NOW - 1 };
const underWay: OrderReceipt = { shippedAt: NOW - 2, receivedAt: null };
const unsent: OrderReceipt = { shippedAt: null, receivedAt: null };

function found(before: CaseFacts, command: CaseCommand, order = delivered, now = context) {
  const { facts } = moved(before, command, now);
  return settlesGoods(before, facts) ? goodsLostBy(facts, order) : undefined;
}

const sent = after(applied(), [say.approve, say.ship]);
const exchange = after(applied({ type: 'EX' }), [say.approve, say.ship, say.delivered, say.receive, say.dispatch]);
const keeps = at(NOW, { returnless: { by: 'amount', amount: 20_000 } });
const refundOnly = applied({ type: 'RO', reason: 'manufacturingDefect' });

it('is a return parcel that the branch reports lost, or that HQ refunds before it has come', () => {
  expect(found(sent, say.reportLost)).toBe('returnLost');
  expect(found(after(applied({ type: 'EX' }), [say.approve, say.ship]), say.reportLost)).toBe('returnLost');
  expect(found({ ...sent, state: 'DISPUTED' }, say.verdict)).toBe('returnLost');
});

it('is what was sent in exchange and never arrived, or stays with the buyer', () => {
  expect(found(after(exchange, [say.notReceived]), say.verdict)).toBe('outboundLost');
  expect(found(after(exchange, [say.notReceived]), { ...say.verdict, to: 'AWAIT_RESHIP' })).toBe('outboundLost');
  expect(found(after(exchange, [say.wrongReceived]), say.verdict)).toBe('kept');
});

it('is what the rules let the buyer keep, or what is refunded without a return', () => {
  expect(found(applied(), say.approve, delivered, keeps)).toBe('kept');
  expect(found(applied({ type: 'EX' }), say.approve, delivered, keeps)).toBe('kept');
  expect(found(refundOnly, say.approve)).toBe('kept');
  expect(found(refundOnly, say.approve, underWay)).toBe('kept');
  expect(found(after(applied(), [say.offer]), say.accept)).toBe('kept');
});

it('is an order that was sent and never arrived', () => {
  const missing = applied({ type: 'RO', reason: 'notArrived' });
  expect(found(missing, say.approve, underWay)).toBe('outboundLost');
  expect(found(missing, say.approve, unsent)).toBeNull();
  expect(found(applied({ type: 'RS', reason: 'notArrived' }), say.approve, underWay)).toBe('outboundLost');
});

it('is nothing where the goods are back, were never sent, or are still to be sent', () => {
  expect(found(sent, say.receive)).toBeNull();
  expect(found(after(applied({ type: 'EX' }), [say.approve, say.ship]), say.receive)).toBeNull();
  expect(found(applied({ type: 'RO', reason: 'unneeded' }), say.approve, unsent)).toBeNull();
  expect(found(applied({ type: 'RO', reason: 'missingItem' }), say.approve)).toBeNull();
  expect(found(applied({ type: 'RS', reason: 'missingItem' }), say.approve)).toBeNull();
});

it('says nothing of steps that give nothing back', () => {
  expect(found(applied(), say.approve)).toBeUndefined();
  expect(found(after(sent, [say.receive]), say.paid)).toBeUndefined();
  expect(found(applied(), say.withdraw)).toBeUndefined();
});
