import fc from 'fast-check';
import { fieldOf } from '../kinds/registry.js';
import { valueArbitrary } from '../testing/values.arbitrary.js';
import type { Bearers, Scope } from '../values/types.js';
import { channels } from '../values/words.js';
import { bearerShares, coversAll, scopeRowsInUse, subsidyCovers, type Goods } from './subsidy.js';

const any = { categories: null, priceFrom: null, priceTo: null, channels: null };
const shoes = { category: 'shoes', price: 9900, channel: 'express' as const, campaigns: [] as string[] };
const covers = (scope: Scope, goods: Goods = shoes, enabled = true) => subsidyCovers({ enabled, scope }, goods);

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

  it('reaches goods of a campaign alone, among several that they were sold in', () => {
    const scope = [
      { ...any, campaign: 'D11', covered: true },
      { ...any, campaign: '618', covered: false },
      { ...any, categories: ['toys'], covered: true },
    ];
    const row = (campaigns: string[], category = 'shoes') => covers(scope, { ...shoes, category, campaigns }).row;
    expect([row([]), row(['D12']), row(['618']), row(['618', 'D11'])]).toEqual([null, null, 1, 0]);
    expect([row([], 'toys'), row(['618'], 'toys')]).toEqual([2, 1]);
  });
});

describe('scopes of any kind, against what each is on all goods there are', () => {
  const scopes = valueArbitrary(fieldOf('returnShippingSubsidy', 'scope')) as fc.Arbitrary<Scope>;
  const all: Goods[] = [null, 'shoes', 'snacks', 'toys', 'hats'].flatMap((category) =>
    [0, 999, 1000, 4999, 5000, 19_999, 20_000].flatMap((price) =>
      channels.flatMap((channel) =>
        [[], ['618'], ['D11'], ['618', 'D11', 'x']].map((campaigns) => ({ category, price, channel, campaigns })),
      ),
    ),
  );

  /** Another way to tell: strike out row by row what says no. */
  const first = (scope: Scope, goods: Goods): number | null => {
    const left = scope
      .map((row, at) => ({ ...row, at }))
      .filter((row) => row.categories?.includes(goods.category ?? '') !== false)
      .filter((row) => row.channels?.includes(goods.channel) !== false)
      .filter((row) => !(goods.price < (row.priceFrom ?? -1)) && !(row.priceTo !== null && goods.price >= row.priceTo))
      .filter((row) => row.campaign === undefined || goods.campaigns.some((code) => code === row.campaign));
    return left[0]?.at ?? null;
  };
  const said = (scope: Scope, goods: Goods) => scope.length === 0 || (scope[first(scope, goods) ?? -1]?.covered ?? false);

  it('answer by the first row that nothing strikes out', () => {
    fc.assert(
      fc.property(scopes, fc.constantFrom(...all), (scope, goods) => {
        expect(covers(scope, goods)).toEqual({ covered: said(scope, goods), row: first(scope, goods) });
      }),
      { numRuns: 500 },
    );
  });

  it('cover all that others do exactly where no goods tell otherwise, and use the rows that decide for some', () => {
    fc.assert(
      fc.property(scopes, scopes, (scope, other) => {
        expect(coversAll(scope, other)).toBe(all.every((goods) => !said(other, goods) || said(scope, goods)));
        expect(scopeRowsInUse(scope)).toEqual(new Set(all.flatMap((goods) => first(scope, goods) ?? [])));
      }),
      { numRuns: 100 },
    );
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
