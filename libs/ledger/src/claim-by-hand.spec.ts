import fc from 'fast-check';
import { costOf } from './balance.js';
import { budgetUse } from './budget.js';
import {
  byHand,
  claimByHandOf,
  claimedByHand,
  claimRecovered,
  claimRefused,
  mostClaimed,
  sharesByHand,
} from './claim-posting.js';
import type { ClaimByHand, ClaimShare } from './events.js';
import { reverse } from './reversal.js';
import { caseRef, context, short } from './testing/events.js';
import { runs } from './testing/runs.js';
import { bearers } from './vocabulary.js';

const borne: readonly ClaimShare[] = [
  { bearer: 'branch', bearerNodeId: 'store-1', amount: 774 },
  { bearer: 'HQ', bearerNodeId: 'hq', amount: 1_161 },
];
const claimed = (changed: Partial<ClaimByHand> = {}): ClaimByHand => ({
  ...caseRef(),
  ...{ party: 'supplier', carrier: null, amount: 1_000, borne, claim: 'K1' },
  ...changed,
});

it('claims in the proportions in which the cost is borne', () => {
  const entry = claimedByHand(claimed(), context);
  expect(entry).toMatchObject({ cause: 'claimOpened', idempotencyKey: 'claimOpened:hand:K1', caseId: 'C1', shipmentId: null });
  expect(short(entry)).toEqual([
    'supplierReceivable 1000 goods-recovery –',
    'expense -600 goods-recovery HQ',
    'expense -400 goods-recovery branch',
  ]);
  const ofCarrier = claimedByHand(claimed({ party: 'carrier', carrier: 'SF' }), context);
  expect(ofCarrier.lines.every(({ carrier }) => carrier === 'SF')).toBe(true);
  expect(ofCarrier.lines[0]?.account).toBe('carrierReceivable');
});

it('gives no budget for free returns anything back', () => {
  expect(budgetUse([claimedByHand(claimed(), context)])).toEqual([]);
});

it('says of its entries which claim they are of, of those that take them back too', () => {
  const opened = claimedByHand(claimed(), context);
  const claim = { ...claimed(), shipmentId: null, left: 1_000 };
  const paid = claimRecovered({ ...claim, amount: 10, receipt: `${byHand('K1')}:2` }, context);
  const refused = claimRefused({ ...claim, refusal: `${byHand('K1')}:3`, bearer: 'HQ', bearerNodeId: 'hq' }, context);
  for (const entry of [opened, paid, refused, reverse(opened, context)]) expect(claimByHandOf(entry)).toBe('K1');
  const other = claimRecovered({ ...claim, amount: 10, receipt: 'K1:2' }, context);
  expect(claimByHandOf(other)).toBeNull();
});

it.each([0, -1, 1.5, 1_936])('claims no %d fen of a cost of 1935', (amount) => {
  expect(() => claimedByHand(claimed({ amount }), context)).toThrow(/Not an amount above 0|more than the 1935 left/);
});

/** Bearers of a case, some of whom were given back more than they bear. */
const cases = fc
  .uniqueArray(
    fc.record({
      bearer: fc.constantFrom(...bearers),
      bearerNodeId: fc.constantFrom('a', 'b', null),
      amount: fc.integer({ min: -5_000, max: 50_000 }),
    }),
    { selector: ({ bearer, bearerNodeId }) => `${bearer} ${String(bearerNodeId)}`, maxLength: 6 },
  )
  .filter((shares) => mostClaimed(shares) > 0)
  .chain((shares) => fc.record({ shares: fc.constant(shares), amount: fc.integer({ min: 1, max: mostClaimed(shares) }) }));

it('gives back exactly what is claimed, and nobody more than it bears, whatever the order', () => {
  fc.assert(
    fc.property(cases, ({ shares, amount }) => {
      const parts = sharesByHand(amount, shares);
      expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
      for (const { bearer, bearerNodeId, amount: part } of parts) {
        const bears = shares.find((share) => share.bearer === bearer && share.bearerNodeId === bearerNodeId);
        expect(part).toBeGreaterThan(0);
        expect(part).toBeLessThanOrEqual(bears?.amount ?? 0);
      }
      expect(sharesByHand(amount, [...shares].reverse())).toEqual(parts);
    }),
    runs(300),
  );
});

it('takes what is claimed off the cost, and leaves nothing behind where it is withdrawn', () => {
  fc.assert(
    fc.property(cases, ({ shares, amount }) => {
      const opened = claimedByHand(claimed({ borne: shares, amount }), context);
      expect(costOf(opened.lines)[0]?.amount).toBe(-amount);
      const both = [...opened.lines, ...reverse(opened, context).lines];
      expect(costOf(both)[0]?.amount).toBe(0);
    }),
    runs(100),
  );
});
