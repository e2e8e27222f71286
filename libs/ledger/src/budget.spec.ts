import fc from 'fast-check';
import {
  budgetComponents,
  budgetUse,
  expectedClaims,
  forecastOf,
  isUsedUp,
  isWarned,
  overshootOf,
  remainingOf,
  type BudgetFigures,
} from './budget.js';
import type { Entry } from './entry.js';
import { compensated } from './compensation-posting.js';
import { orderCovered } from './premium-posting.js';
import { reverse } from './reversal.js';
import { summarize } from './summary.js';

const fen = fc.integer({ min: 0, max: 1_000_000_000_000 });
const figures = fc.record<BudgetFigures>({
  amount: fc.integer({ min: 1, max: 1_000_000_000_000 }),
  spent: fen,
  committed: fen,
  exposure: fen,
});

const march = { period: '2026-03', policyVersion: null, promiseHash: null };
const bearers = [
  { bearer: 'HQ', nodeId: 'hq', bps: 6_000 },
  { bearer: 'branch', nodeId: 's', bps: 4_000 },
] as const;
const premium = (orderId: string, originNodeId: string, amount: number): Entry =>
  orderCovered({ orderId, originNodeId, currency: 'CNY', amount, bearers: [...bearers] }, march);
const compensation = compensated(
  {
    ...{ caseId: 'c', orderId: 'o', grant: 'g', originNodeId: 'a', amount: 700 },
    ...{ reasonClass: 'quality', reason: 'stain', currency: 'CNY' },
  },
  march,
);

describe('what entries use of budgets', () => {
  it('is what free returns cost, whoever bears it, per selling unit and month', () => {
    const later = { ...premium('3', 'a', 5), period: '2026-04' };
    expect(budgetUse([premium('1', 'b', 35), premium('2', 'a', 40), compensation, premium('4', 'a', 2), later])).toEqual([
      { nodeId: 'a', kind: 'returnShippingSubsidy', period: '2026-03', currency: 'CNY', amount: 42 },
      { nodeId: 'a', kind: 'returnShippingSubsidy', period: '2026-04', currency: 'CNY', amount: 5 },
      { nodeId: 'b', kind: 'returnShippingSubsidy', period: '2026-03', currency: 'CNY', amount: 35 },
    ]);
  });

  it('leaves out what was taken back', () => {
    const entry = premium('1', 'a', 35);
    expect(budgetUse([entry, reverse(entry, march)])).toEqual([]);
  });

  it('ties with the totals that reports are made of', () => {
    const entries = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 10_000 }), fc.boolean()));
    fc.assert(
      fc.property(entries, (drawn) => {
        const all = drawn.flatMap(([node, amount, isTakenBack], at) => {
          const entry = premium(String(at), node, amount);
          return isTakenBack ? [entry, reverse(entry, march)] : [entry];
        });
        const counted: readonly string[] = budgetComponents.returnShippingSubsidy;
        const totals = summarize([...all, compensation]).filter(({ component }) => counted.includes(component));
        for (const node of ['a', 'b', 'c']) {
          const use = budgetUse([...all, compensation]).find(({ nodeId }) => nodeId === node)?.amount ?? 0;
          expect(use).toBe(
            totals.filter(({ originNodeId }) => originNodeId === node).reduce((sum, { amount }) => sum + amount, 0),
          );
        }
      }),
    );
  });
});

describe('a budget', () => {
  it('warns at 80 % and is used up at 100 %, committed included', () => {
    const of = (spent: number, committed: number) => ({ amount: 1_000, spent, committed });
    expect([of(799, 0), of(500, 299), of(500, 300), of(800, 0)].map(isWarned)).toEqual([false, false, true, true]);
    expect([of(999, 0), of(900, 99), of(900, 100), of(1_200, 0)].map(isUsedUp)).toEqual([false, false, true, true]);
    expect([of(999, 0), of(1_200, 50)].map(overshootOf)).toEqual([0, 250]);
    expect(remainingOf(of(700, 100))).toBe(200);
  });

  it('is warned of before it is used up, and overshot only then', () => {
    fc.assert(
      fc.property(figures, (each) => {
        if (isUsedUp(each)) expect(isWarned(each)).toBe(true);
        if (overshootOf(each) > 0) expect(isUsedUp(each)).toBe(true);
        expect(each.spent + each.committed + remainingOf(each)).toBe(each.amount);
      }),
    );
  });

  it('is forecast as it goes on, but never below what is known to come', () => {
    const state = { amount: 1_000, spent: 300, committed: 50, exposure: 20 };
    expect(forecastOf(state, { passed: 10, whole: 30 }, false)).toBe(900);
    expect(forecastOf(state, { passed: 29, whole: 30 }, false)).toBe(370);
    expect(forecastOf(state, { passed: 10, whole: 30 }, true)).toBe(370);
    expect(forecastOf(state, { passed: 0, whole: 30 }, false)).toBe(370);
    fc.assert(
      fc.property(figures, fc.nat({ max: 31 }), fc.boolean(), (each, passed, isSuspended) => {
        const forecast = forecastOf(each, { passed, whole: 31 }, isSuspended);
        expect(forecast).toBeGreaterThanOrEqual(each.spent + each.committed + each.exposure);
        if (passed === 31) expect(forecast).toBe(each.spent + each.committed + each.exposure);
      }),
    );
  });
});

describe('what promised orders are expected to cost', () => {
  it('is the cost per covered order of the nearest unit with enough of them', () => {
    const [few, enough, many] = [
      { claims: 900, orders: 3 },
      { claims: 2_500, orders: 100 },
      { claims: 99_999, orders: 900 },
    ];
    expect(expectedClaims(10, [enough, many])).toBe(250);
    expect(expectedClaims(10, [few, enough, many])).toBe(250);
    expect(expectedClaims(10, [few, { claims: 0, orders: 0 }])).toBe(3_000);
    expect(expectedClaims(10, [])).toBe(0);
    expect(expectedClaims(10, [{ claims: -5, orders: 100 }])).toBe(0);
  });

  it('grows with the orders, and is exact for sums of any size', () => {
    const past = fc.record({ claims: fen, orders: fc.integer({ min: 1, max: 1_000_000 }) });
    fc.assert(
      fc.property(past, fc.nat({ max: 1_000 }), (history, orders) => {
        const expected = expectedClaims(orders, [history]);
        expect(expectedClaims(orders + 1, [history])).toBeGreaterThanOrEqual(expected);
        const exact = (BigInt(history.claims) * BigInt(orders) * 2n) / BigInt(history.orders);
        expect(Math.abs(Number(BigInt(expected) * 2n - exact))).toBeLessThanOrEqual(1);
        expect(expectedClaims(history.orders, [history])).toBe(history.claims);
      }),
    );
  });
});
