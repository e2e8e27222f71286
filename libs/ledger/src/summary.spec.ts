import { returnShipped } from './freight-posting.js';
import { refundDecided } from './refund-posting.js';
import { summarize, summaryKey } from './summary.js';
import { caseRef, context, shipment, shipmentCase } from './testing/events.js';

const shipped = returnShipped(shipment(shipmentCase()), context)!;

it('keeps one total per store, month, bearer, component, reason, carrier and currency', () => {
  const again = { ...shipped, idempotencyKey: 'returnShipped:S2' };
  const december = { ...shipped, period: '2026-12' };
  const totals = summarize([shipped, again, december]);
  expect(totals.map(({ period, bearer, amount, lines }) => [period, bearer, amount, lines])).toEqual([
    ['2026-11', 'HQ', 2_322, 2],
    ['2026-11', 'branch', 1_548, 2],
    ['2026-12', 'HQ', 1_161, 1],
    ['2026-12', 'branch', 774, 1],
  ]);
});

it('has a value in every column of a key', () => {
  const [line] = refundDecided({ ...caseRef(), amount: 100 }, context).lines;
  expect(summaryKey(line!, '2026-11')).toEqual({
    originNodeId: 'store-1',
    period: '2026-11',
    bearer: 'none',
    component: 'refund',
    reason: 'changedMind',
    carrier: 'none',
    currency: 'CNY',
  });
});

it('counts neither what is owed nor what was paid', () => {
  const payable = shipped.lines.find(({ account }) => account === 'carrierPayable');
  expect(summaryKey(payable!, '2026-11')).toBeNull();
});
