import { costOf } from './balance.js';
import { deduction, manualVoucher, refundDecided, refundPaid } from './refund-posting.js';
import { caseRef, context, parts, short } from './testing/events.js';

const amount = (value: number) => ({ ...caseRef(), amount: value });

it('decides a refund as returned sales, no cost', () => {
  const entry = refundDecided(amount(18_900), context);
  expect(short(entry)).toEqual(['returnedSales 18900 refund –', 'buyerPayable -18900 refund –']);
  expect(entry).toMatchObject({
    cause: 'refundDecided',
    caseId: 'C1',
    orderId: 'O1',
    shipmentId: null,
    idempotencyKey: 'refundDecided:C1',
  });
  expect(costOf(entry.lines)).toEqual([]);
});

it('takes an agreed deduction off again', () => {
  expect(short(deduction(amount(8_900), context))).toEqual(['buyerPayable 8900 refund –', 'returnedSales -8900 refund –']);
});

it('pays the refund, and the freight the buyer laid out, in one go', () => {
  const entry = refundPaid({ ...amount(10_000), freight: parts({ subsidy: 1_935, fault: 100, buyer: 500 }) }, context);
  expect(short(entry)).toEqual([
    'buyerPayable 10000 refund –',
    'cashClearing -10000 refund –',
    'buyerPayable 1935 freight-subsidy –',
    'cashClearing -1935 freight-subsidy –',
    'buyerPayable 100 freight-fault –',
    'cashClearing -100 freight-fault –',
  ]);
});

it('gives a payout by hand the key of the payout, so that only one of them counts', () => {
  const byGateway = refundPaid({ ...amount(100), freight: null }, context);
  const byHand = manualVoucher({ ...amount(100), freight: null }, context);
  expect(byHand).toEqual({ ...byGateway, cause: 'manualVoucher' });
  expect(byHand.idempotencyKey).toBe('payout:C1');
});

it.each([0, -1, 0.5])('refuses to post %s', (value) => {
  for (const post of [refundDecided, deduction]) {
    expect(() => post(amount(value), context)).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
  }
  expect(() => refundPaid({ ...amount(value), freight: null }, context)).toThrow(
    expect.objectContaining({ code: 'AMOUNT_INVALID' }),
  );
});
