import type { Bearers, Scope } from '../values/types.js';
import { bearerShares, subsidyCovers } from './subsidy.js';

const any = { categories: null, priceFrom: null, priceTo: null, channels: null };
const shoes = { category: 'shoes', price: 9900, channel: 'express' as const };
const covers = (scope: Scope, goods = shoes, enabled = true) => subsidyCovers({ enabled, scope }, goods);

describe('the scope of the subsidy (S1)', () => {
  it('is everything while the table is empty, and nothing while it is off', () => {
    expect(covers([])).toEqual({ covered: true, row: null });
    expect(covers([], shoes, false)).toEqual({ covered: false, row: null });
  });

  it('is decided by the first row that matches', () => {
    const scope = [
      { ...any, categories: ['shoes'], covered: false },
      { ...any, covered: true },
    ];
    expect(covers(scope)).toEqual({ covered: false, row: 0 });
    expect(covers(scope, { ...shoes, category: 'toys' })).toEqual({ covered: true, row: 1 });
  });

  it('does not reach what no row matches', () => {
    expect(covers([{ ...any, channels: ['sameCity'], covered: true }])).toEqual({ covered: false, row: null });
  });

  it('takes price ranges as half-open and all conditions of a row together', () => {
    const row = { ...any, priceFrom: 5000, priceTo: 9900, channels: ['express' as const], covered: true };
    expect([4999, 5000, 9899, 9900].map((price) => covers([row], { ...shoes, price }).covered)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(covers([{ ...row, priceTo: null, categories: ['toys'] }]).covered).toBe(false);
    expect(
      subsidyCovers({ enabled: true, scope: [{ ...any, categories: ['shoes'], covered: true }] }, { ...shoes, category: null })
        .covered,
    ).toBe(false);
  });
});

describe('who bears it (S4)', () => {
  const bearers: Bearers = {
    rows: [
      { reasonClass: 'quality', fault: 'merchant', shares: { HQ: 0, branch: 10_000 } },
      { reasonClass: null, fault: 'carrier', shares: { HQ: 5000, branch: 5000 } },
      { reasonClass: 'quality', fault: null, shares: { HQ: 8000, branch: 2000 } },
    ],
    otherwise: { HQ: 6000, branch: 4000 },
    fallback: 'HQ',
  };

  it('is said by the first row that matches reason class and fault, else by the rest', () => {
    expect(bearerShares(bearers, 'quality', 'merchant')).toEqual({ shares: { HQ: 0, branch: 10_000 }, row: 0 });
    expect(bearerShares(bearers, 'quality', 'carrier').row).toBe(1);
    expect(bearerShares(bearers, 'quality', 'none').row).toBe(2);
    expect(bearerShares(bearers, 'expectation', 'none')).toEqual({ shares: { HQ: 6000, branch: 4000 }, row: null });
  });
});
