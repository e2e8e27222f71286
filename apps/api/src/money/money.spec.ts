import fc from 'fast-check';
import { exportUrl, readCostQuery } from './cost-query.js';
import { lastWholeDay, monthBefore } from './months.js';
import { SimulatedPayouts } from './simulated-payout.js';
import { repay } from './tenders.js';

const numRuns = Number(process.env['HEADWATER_RUNS'] ?? 200);

describe('repaying payments', () => {
  const payment = fc
    .record({ amount: fc.nat(100_000), refunded: fc.nat(100_000) })
    .map(({ amount, refunded }) => ({ amount, refunded: Math.min(amount, refunded) }));
  const payments = fc.array(payment, { maxLength: 6 }).map((all) => all.map((each, index) => ({ ...each, id: String(index) })));

  it('takes the latest first, never more than is left of any, and all that is asked where there is as much', () => {
    fc.assert(
      fc.property(payments, fc.nat(300_000), (all, amount) => {
        const shares = repay(all, amount);
        const left = all.reduce((sum, each) => sum + each.amount - each.refunded, 0);
        expect(shares.reduce((sum, share) => sum + share.amount, 0)).toBe(Math.min(amount, left));
        const order = shares.map(({ paymentId }) => Number(paymentId));
        expect([...order].sort((a, b) => b - a)).toEqual(order);
        for (const [index, share] of shares.entries()) {
          const of = all[Number(share.paymentId)];
          const room = (of?.amount ?? 0) - (of?.refunded ?? 0);
          expect(share.amount).toBeGreaterThan(0);
          if (index < shares.length - 1) expect(share.amount).toBe(room);
          else expect(share.amount).toBeLessThanOrEqual(room);
        }
      }),
      { numRuns },
    );
  });
});

describe('the address of an export', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 });
  it('brings back the filter and dimensions it was made of', () => {
    const filter = fc.record({
      within: fc.option(fc.string({ minLength: 1, maxLength: 26 })),
      months: words,
      bearers: words,
      components: words,
      reasons: words,
      carriers: words,
      organised: fc.constantFrom('then' as const, 'now' as const, null),
      throughDay: fc.option(fc.integer({ min: 1, max: 31 })),
    });
    fc.assert(
      fc.property(filter, (given) => {
        const query = new URL(exportUrl(given, ['store', 'month'], 'csv'), 'http://localhost').searchParams;
        expect(readCostQuery(query)).toEqual({ filter: given, by: ['store', 'month'], lang: null });
      }),
      { numRuns },
    );
  });
});

it.each([
  ['2026-03', '2026-02'],
  ['2026-01', '2025-12'],
])('lets %s follow %s', (month, before) => {
  expect(monthBefore(month)).toBe(before);
});

describe('the last whole day of a month', () => {
  it.each([
    ['2026-03-12T06:30:00Z', '2026-03', 11],
    ['2026-03-30T17:00:00Z', '2026-03', 30],
    ['2026-03-01T02:00:00Z', '2026-03', 1],
    ['2026-03-12T06:30:00Z', '2026-02', null],
    ['2026-03-12T06:30:00Z', '2026-04', 1],
  ])('is at %s that of %s: %s', (now, month, day) => {
    expect(lastWholeDay(month, Date.parse(now), 'Asia/Shanghai')).toBe(day);
  });
});

describe('the simulated gateway', () => {
  const request = (more: object = {}) => ({
    idempotencyKey: 'goods:1',
    orderNo: 'O1',
    amount: 100,
    currency: 'CNY',
    tenders: null,
    attempt: 1,
    now: 0,
    until: 1,
    ...more,
  });

  it('answers the same payment to the same key, whoever asks, and another to another', async () => {
    const [first, again, other] = await Promise.all([
      new SimulatedPayouts().pay(request()),
      new SimulatedPayouts().pay(request({ attempt: 4 })),
      new SimulatedPayouts().pay(request({ idempotencyKey: 'goods:2' })),
    ]);
    expect(first).toEqual(again);
    expect(first).toMatchObject({ outcome: 'paid' });
    expect(other).not.toEqual(first);
  });

  it.each([
    [404_400, 9, 'failed'],
    [404_200, 2, 'failed'],
    [404_200, 3, 'paid'],
    [404_800, 1, 'pending'],
    [404_800, 2, 'paid'],
  ])('shows with %d fen at attempt %d what %s means', async (amount, attempt, outcome) => {
    expect(await new SimulatedPayouts().pay(request({ amount, attempt }))).toMatchObject({ outcome });
  });
});
