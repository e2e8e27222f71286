import fc from 'fast-check';
import { checkBalanced, costOf, trialBalance } from './balance.js';
import type { Entry } from './entry.js';
import type { GoodsLost, ReturnShipped } from './events.js';
import { buyerReimbursed, returnShipped } from './freight-posting.js';
import { goodsLoss, goodsLost } from './goods-posting.js';
import { landed } from './period.js';
import { deduction, refundDecided, refundPaid } from './refund-posting.js';
import { claimOpened } from './premium-posting.js';
import { reverse } from './reversal.js';
import { summarize } from './summary.js';
import { context, losses, shipments } from './testing/events.js';
import { runs } from './testing/runs.js';

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** A shipment and the refunds of its cases, from accrual to payout, and goods that did not come back. */
const post = (event: ReturnShipped, withheld: number, lost: GoodsLost): Entry[] =>
  [
    returnShipped(event, context),
    buyerReimbursed(event, context),
    claimOpened(event, context),
    goodsLost(lost, context),
    ...event.cases.flatMap((part) => [
      refundDecided({ ...part, amount: 20_000 }, context),
      deduction({ ...part, amount: withheld }, context),
      refundPaid({ ...part, amount: 20_000 - withheld, freight: part.parts }, context),
    ]),
  ].filter((entry) => entry !== null);

const books = fc
  .tuple(shipments, fc.integer({ min: 1, max: 19_999 }), losses)
  .map(([event, withheld, lost]) => ({ event, lost, entries: post(event, withheld, lost) }));

it('sums every entry to zero in each currency, and so the trial balance', () => {
  fc.assert(
    fc.property(books, ({ entries }) => {
      for (const { lines } of entries) expect(checkBalanced(lines)).toEqual([]);
      const balances = trialBalance(entries.flatMap(({ lines }) => lines));
      for (const currency of ['CNY', 'BRL']) {
        expect(sum(balances.filter((balance) => balance.currency === currency).map(({ amount }) => amount))).toBe(0);
      }
    }),
    runs(300),
  );
});

it('owes nobody anything once all is paid', () => {
  fc.assert(
    fc.property(books, ({ entries }) => {
      const balances = trialBalance(entries.flatMap(({ lines }) => lines));
      const owed = balances.filter(({ account }) => account === 'carrierPayable' || account === 'buyerPayable');
      expect(owed.every(({ amount }) => amount === 0)).toBe(true);
    }),
    runs(300),
  );
});

it('costs exactly the parts that are not the buyer’s and the goods lost, less what is claimed of the insurer', () => {
  fc.assert(
    fc.property(books, ({ event, lost, entries }) => {
      const { known, assumed } = goodsLoss(lost);
      const own = sum(event.cases.map(({ parts }) => parts.subsidy + parts.fault + parts.overCap));
      const lines = entries.flatMap((entry) => entry.lines);
      const claimed = sum(event.cases.filter(({ insured }) => insured).map(({ parts }) => parts.subsidy));
      expect(sum(costOf(lines).map(({ amount }) => amount))).toBe(own + known + assumed - claimed);
      expect(sum(lines.filter(({ account }) => account === 'insurerReceivable').map(({ amount }) => amount))).toBe(claimed);
    }),
    runs(300),
  );
});

it('summarises costs and returned sales so that the totals add up to the lines', () => {
  fc.assert(
    fc.property(books, ({ entries }) => {
      const totals = summarize(entries);
      const lines = entries.flatMap((entry) => entry.lines);
      const costs = costOf(lines).map(({ amount }) => amount);
      expect(sum(totals.filter(({ component }) => component !== 'refund').map(({ amount }) => amount))).toBe(sum(costs));
      const returned = lines.filter(({ account }) => account === 'returnedSales');
      expect(sum(totals.filter(({ component }) => component === 'refund').map(({ amount }) => amount))).toBe(
        sum(returned.map(({ amount }) => amount)),
      );
      expect(sum(totals.map((total) => total.lines))).toBe(
        lines.filter(({ account }) => account === 'expense' || account === 'returnedSales').length,
      );
    }),
    runs(300),
  );
});

it('reverses exactly, and a reversal of the reversal is the entry again', () => {
  fc.assert(
    fc.property(books, ({ entries }) => {
      for (const entry of entries) {
        const taken = reverse(entry, context);
        expect(trialBalance([...entry.lines, ...taken.lines]).every(({ amount }) => amount === 0)).toBe(true);
        expect(reverse(taken, context).lines).toEqual(entry.lines);
      }
    }),
    runs(100),
  );
});

it('gives the same books when the events are replayed, however often and in whatever order', () => {
  const replayed = (entries: readonly Entry[]) => new Map(entries.map((entry) => [entry.idempotencyKey, entry]));
  fc.assert(
    fc.property(
      shipments,
      fc.integer({ min: 1, max: 19_999 }),
      losses,
      fc.infiniteStream(fc.nat()),
      (event, withheld, lost, order) => {
        const entries = post(event, withheld, lost);
        const twice = [...entries, ...post(event, withheld, lost)].map((entry) => ({ entry, rank: order.next().value ?? 0 }));
        const shuffled = twice.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
        expect(Object.fromEntries(replayed(shuffled))).toEqual(Object.fromEntries(replayed(entries)));
      },
    ),
    runs(100),
  );
});

it('never changes a closed month: what comes late lands in the first open one and says where it belongs', () => {
  const month = fc
    .integer({ min: 0, max: 35 })
    .map((at) => `${String(2025 + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`);
  fc.assert(
    fc.property(books, month, month, ({ entries }, closedThrough, period) => {
      for (const entry of entries.map((each) => ({ ...each, period }))) {
        const posted = landed(entry, closedThrough);
        expect(posted.period > closedThrough).toBe(true);
        expect(posted.causePeriod ?? posted.period).toBe(period);
        expect(posted.lines).toEqual(entry.lines);
        expect(landed(posted, closedThrough)).toEqual(posted);
        expect(landed(entry, null)).toBe(entry);
      }
    }),
    runs(100),
  );
});
