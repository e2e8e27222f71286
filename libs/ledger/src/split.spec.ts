import fc from 'fast-check';
import { allocate, split } from './split.js';
import { runs } from './testing/runs.js';

describe('split', () => {
  it('gives the leftover to the largest remainders', () => {
    expect(split(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(10, [1, 2, 4])).toEqual([1, 3, 6]);
  });

  it('breaks ties for the earlier part', () => {
    expect(split(1, [1, 1])).toEqual([1, 0]);
    expect(split(3, [1, 1])).toEqual([2, 1]);
  });

  it('gives nothing to a weight of nothing, unless all are nothing', () => {
    expect(split(7, [0, 3, 0])).toEqual([0, 7, 0]);
    expect(split(7, [0, 0])).toEqual([4, 3]);
  });

  it('splits what is taken back as it was given', () => {
    expect(split(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(split(-1, [1, 1])).toEqual([-1, 0]);
  });

  it('stays exact where the products outgrow floating point', () => {
    const total = 9_007_199_254_740_991;
    const parts = split(total, [9_007_199_254_740_990, 9_007_199_254_740_991]);
    expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
  });

  it('refuses what is not whole', () => {
    expect(() => split(1.5, [1])).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
    expect(() => split(10, [])).toThrow(expect.objectContaining({ code: 'WEIGHTS_INVALID' }));
    expect(() => split(10, [1, -1])).toThrow(expect.objectContaining({ code: 'WEIGHTS_INVALID' }));
  });

  it('adds up, and no part is a whole unit off its exact share', () => {
    const weights = fc
      .array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 })
      .filter((all) => all.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), weights, (total, all) => {
        const parts = split(total, all);
        const whole = all.reduce((sum, weight) => sum + weight, 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        parts.forEach((part, index) => expect(Math.abs(part - (total * all[index]!) / whole)).toBeLessThan(1));
      }),
      runs(500),
    );
  });
});

describe('allocate', () => {
  const shares = [
    { bearer: 'branch', nodeId: 's', bps: 5_000 },
    { bearer: 'HQ', nodeId: 'h', bps: 5_000 },
  ] as const;

  it('gives ties to HQ before the branch, in whatever order they come', () => {
    expect(allocate(1, shares).map(({ bearer, amount }) => [bearer, amount])).toEqual([
      ['HQ', 1],
      ['branch', 0],
    ]);
  });

  it('splits what several bear between them by weight, and says each unit once', () => {
    const between = [
      { bearer: 'supplier', nodeId: 'x', weight: 1 },
      { bearer: 'HQ', nodeId: 'h', weight: 2 },
      { bearer: 'supplier', nodeId: 'y', weight: 0 },
    ] as const;
    const supplied = [
      { bearer: 'supplier', bps: 4_000, between },
      { bearer: 'HQ', nodeId: 'h', bps: 6_000 },
    ] as const;
    expect(allocate(101, supplied)).toEqual([
      { bearer: 'HQ', nodeId: 'h', amount: 61 + 27 },
      { bearer: 'supplier', nodeId: 'x', amount: 13 },
      { bearer: 'supplier', nodeId: 'y', amount: 0 },
    ]);
  });

  it('wants the whole', () => {
    expect(() => allocate(10, shares.slice(1))).toThrow(expect.objectContaining({ code: 'SHARES_INVALID' }));
  });
});
