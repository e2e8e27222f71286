import fc from 'fast-check';
import { checkBalanced } from './balance.js';
import { billed, premiumBilled, unknownBilled, type BilledPremium } from './bill-posting.js';
import type { Line } from './entry.js';
import { returnShipped } from './freight-posting.js';
import { orderCovered } from './premium-posting.js';
import { reverse } from './reversal.js';
import { context, parts, shipment, shipmentCase, shipments, short } from './testing/events.js';
import { runs } from './testing/runs.js';

const sums = (lines: readonly Line[]) => {
  const all = new Map<string, number>();
  for (const { amount, ...keys } of lines) {
    const key = Object.entries(keys).sort().flat().join(' ');
    all.set(key, (all.get(key) ?? 0) + amount);
  }
  return Object.fromEntries([...all].filter(([, amount]) => amount !== 0));
};

it('makes the books what they were had the bill been known at once', () => {
  fc.assert(
    fc.property(shipments, shipments, (before, after) => {
      const posted = returnShipped(before, context)?.lines ?? [];
      const event = { ...after, shipmentId: before.shipmentId, posted, billLineId: 'L1' };
      const added = billed(event, context)?.lines ?? [];
      const target = returnShipped(after, context)?.lines ?? [];
      expect(checkBalanced(added)).toEqual([]);
      expect(sums([...posted, ...added])).toEqual(sums(target));
    }),
    runs(300),
  );
});

it('posts the part above the cap to the branch', () => {
  const accrued = returnShipped(shipment(shipmentCase({ parts: parts({ subsidy: 1_000 }) })), context);
  const event = shipment(shipmentCase({ parts: parts({ subsidy: 1_500, overCap: 200 }) }));
  const entry = billed({ ...event, billLineId: 'L1', posted: accrued!.lines }, context);
  expect(short(entry)).toEqual([
    'expense 300 freight-subsidy HQ',
    'expense 200 freight-subsidy branch',
    'expense 200 freight-over-cap branch',
    'carrierPayable -500 freight-subsidy –',
    'carrierPayable -200 freight-over-cap –',
  ]);
  expect(entry).toMatchObject({ cause: 'billed', shipmentId: 'S1', caseId: 'C1', idempotencyKey: 'billed:L1' });
});

it('posts nothing where the bill is what is posted', () => {
  const event = shipment(shipmentCase());
  expect(billed({ ...event, billLineId: 'L1', posted: returnShipped(event, context)!.lines }, context)).toBeNull();
});

it('lets HQ bear a parcel that nobody knows', () => {
  const event = { billLineId: 'L2', kind: 'carrier', biller: 'SF', currency: 'CNY', rootId: 'hq', amount: 700 } as const;
  const entry = unknownBilled(event, context);
  expect(short(entry)).toEqual(['expense 700 freight-fault HQ', 'carrierPayable -700 freight-fault –']);
  expect(entry).toMatchObject({ cause: 'billed', shipmentId: null, caseId: null, idempotencyKey: 'billed:L2' });
  expect(entry.lines.every(({ carrier }) => carrier === 'SF')).toBe(true);
  const order = unknownBilled({ ...event, kind: 'insurer', amount: 35 }, context);
  expect(short(order)).toEqual(['expense 35 premium HQ', 'insurerPayable -35 premium –']);
  expect(order.lines.every(({ carrier }) => carrier === null)).toBe(true);
  expect(() => unknownBilled({ ...event, amount: 0 }, context)).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
});

const bearersOf = (HQ: number) =>
  [
    { bearer: 'HQ', nodeId: 'hq', bps: HQ },
    { bearer: 'branch', nodeId: 'store-1', bps: 10_000 - HQ },
  ] as const;

/** An order whose premium was posted, and taken back where it was cancelled. */
const premium = (orderId: string, amount: number, { HQ = 6_000, cancelled = false } = {}): BilledPremium => {
  const covered = { orderId, originNodeId: 'store-1', currency: 'CNY', bearers: bearersOf(HQ) };
  const entry = orderCovered({ ...covered, amount }, context);
  const posted = cancelled ? [...entry.lines, ...reverse(entry, context).lines] : entry.lines;
  return { ...covered, posted, causePeriod: context.period, promiseHash: 'p1' };
};

const orders = fc.array(
  fc.record({ amount: fc.integer({ min: 1, max: 1_000 }), HQ: fc.integer({ min: 0, max: 10_000 }), cancelled: fc.boolean() }),
  { minLength: 1, maxLength: 4 },
);

it('owes the insurer what his bill says, each order’s part shared as it was promised', () => {
  fc.assert(
    fc.property(orders, fc.integer({ min: 0, max: 3_000 }), (drawn, amount) => {
      const known = drawn.map(({ amount: each, ...more }, at) => premium(`O${String(at)}`, each, more));
      const before = drawn.reduce((sum, { amount: each, cancelled }) => sum + (cancelled ? 0 : each), 0);
      const added = premiumBilled({ billLineId: 'L1', difference: amount - before, orders: known }, context);
      const after = new Map(known.map(({ orderId, posted }) => [orderId, [...posted]]));
      for (const { orderId, lines, ...entry } of added) {
        expect(checkBalanced(lines)).toEqual([]);
        expect(entry).toMatchObject({ cause: 'billed', promiseHash: 'p1', idempotencyKey: `billed:L1:${String(orderId)}` });
        after.get(orderId ?? '')?.push(...lines);
      }
      let total = 0;
      for (const { orderId, posted, ...order } of known) {
        const lines = after.get(orderId) ?? [];
        const owed = Object.values(lines).reduce((sum, line) => (line.account === 'insurerPayable' ? sum - line.amount : sum), 0);
        total += owed;
        const target = owed === 0 ? [] : orderCovered({ ...order, orderId, amount: owed }, context).lines;
        expect(sums(lines)).toEqual(sums(target));
      }
      expect(total).toBe(amount);
    }),
    runs(300),
  );
});

it('posts nothing where the premium billed is the one posted, and gives back one that is not billed', () => {
  const order = premium('O1', 35);
  expect(premiumBilled({ billLineId: 'L1', difference: 0, orders: [order] }, context)).toEqual([]);
  const [none] = premiumBilled({ billLineId: 'L1', difference: -35, orders: [order] }, context);
  expect(short(none!)).toEqual(['expense -21 premium HQ', 'expense -14 premium branch', 'insurerPayable 35 premium –']);
  expect(() => premiumBilled({ billLineId: 'L1', difference: -36, orders: [order] }, context)).toThrow(
    expect.objectContaining({ code: 'AMOUNT_INVALID' }),
  );
});
