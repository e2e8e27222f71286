import fc from 'fast-check';
import { checkBalanced, costOf, trialBalance } from './balance.js';
import { goodsLoss, goodsLost } from './goods-posting.js';
import { refundDecided } from './refund-posting.js';
import { reverse } from './reversal.js';
import { caseRef, context, losses, lostGoods, short } from './testing/events.js';
import { runs } from './testing/runs.js';

it('costs what the goods cost, against what was returned for them', () => {
  const entry = goodsLost(lostGoods({ shipmentId: 'S1', carrier: 'SF' }), context);
  expect(entry).toMatchObject({
    cause: 'goodsLost',
    idempotencyKey: 'goodsLost:C1',
    caseId: 'C1',
    orderId: 'O1',
    shipmentId: 'S1',
  });
  expect(short(entry)).toEqual(['expense 4200 goods-loss branch', 'returnedSales -4200 refund –']);
  expect(entry?.lines.map(({ assumed }) => assumed)).toEqual([false, false]);
  expect(entry?.lines[0]).toMatchObject({ bearerNodeId: 'store-1', carrier: 'SF' });
});

it('assumes a share of the price where nobody says what the goods cost, and marks it', () => {
  const unknown = { price: 9_001, quantity: 1, unitCost: null };
  const entry = goodsLost(lostGoods({ lines: [...lostGoods().lines, unknown] }), context);
  expect(entry?.lines.map(({ amount, assumed }) => [amount, assumed])).toEqual([
    [4_200, false],
    [-4_200, false],
    [4_501, true],
    [-4_501, true],
  ]);
});

it('never costs more than is given back: what is kept of the price has paid for the rest', () => {
  expect(goodsLoss(lostGoods({ lines: [{ price: 500, quantity: 1, unitCost: 4_000 }] }))).toEqual({ known: 500, assumed: 0 });
  expect(goodsLoss(lostGoods({ lines: [{ price: 500, quantity: 1, unitCost: 0 }] }))).toEqual({ known: 0, assumed: 0 });
});

it('posts nothing where nothing is lost', () => {
  expect(goodsLost(lostGoods({ lines: [] }), context)).toBeNull();
  expect(goodsLost(lostGoods({ lines: [{ price: 900, quantity: 1, unitCost: null }], shareBps: 0 }), context)).toBeNull();
});

it('tells the postings of a case apart', () => {
  expect(goodsLost(lostGoods({ posting: 2 }), context)?.idempotencyKey).toBe('goodsLost:C1:2');
});

it.each([
  [{ lines: [{ price: -1, quantity: 1, unitCost: null }] }, 'AMOUNT_INVALID'],
  [{ lines: [{ price: 1, quantity: 0.5, unitCost: null }] }, 'AMOUNT_INVALID'],
  [{ lines: [{ price: 1, quantity: 1, unitCost: 1.5 }] }, 'AMOUNT_INVALID'],
  [{ shareBps: 10_001 }, 'SHARES_INVALID'],
] as const)('takes no %j', (changed, code) => {
  expect(() => goodsLost(lostGoods(changed), context)).toThrow(expect.objectContaining({ code }));
});

it('leaves of a refund what is no cost: what was returned above what the goods cost', () => {
  fc.assert(
    fc.property(losses, (lost) => {
      const refund = lost.lines.reduce((sum, { price }) => sum + price, 0);
      fc.pre(refund > 0);
      const { known, assumed } = goodsLoss(lost);
      const entry = goodsLost(lost, context);
      const lines = [...refundDecided({ ...caseRef(lost), amount: refund }, context).lines, ...(entry?.lines ?? [])];
      expect(checkBalanced(lines)).toEqual([]);
      const returned = trialBalance(lines).find(({ account }) => account === 'returnedSales')?.amount;
      expect(returned).toBe(refund - known - assumed);
      expect(returned).toBeGreaterThanOrEqual(0);
      expect(costOf(lines)[0]?.amount ?? 0).toBe(known + assumed);
    }),
    runs(300),
  );
});

it('goes back whole where the goods turn up', () => {
  fc.assert(
    fc.property(losses, (lost) => {
      const entry = goodsLost(lost, context);
      if (entry === null) return;
      const lines = [...entry.lines, ...reverse(entry, context).lines];
      expect(trialBalance(lines).every(({ amount }) => amount === 0)).toBe(true);
    }),
    runs(100),
  );
});
