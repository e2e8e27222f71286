import fc from 'fast-check';
import { priceOf, type PriceCardRow } from './price-card.js';
import { runs } from './testing/runs.js';

const row = (change: Partial<PriceCardRow> = {}): PriceCardRow => ({
  ...{ zone: '', firstGrams: 1_000, firstPrice: 800, stepGrams: 500, stepPrice: 150 },
  ...change,
});

const weights = fc.integer({ min: 1, max: 1_000_000 });
const prices = fc.integer({ min: 0, max: 1_000_000 });
const rows = fc.record({ firstGrams: weights, firstPrice: prices, stepGrams: weights, stepPrice: prices }).map(row);

describe('a price card', () => {
  it('asks the first price up to the first weight, then for each step begun', () => {
    const at = (grams: number) => priceOf([row()], { zone: '', grams });
    expect([1, 999, 1_000].map(at)).toEqual([800, 800, 800]);
    expect([1_001, 1_500, 1_501, 2_000].map(at)).toEqual([950, 950, 1_100, 1_100]);
  });

  it('puts the row of a zone before that of everywhere, and knows no price where it has neither', () => {
    const card = [row(), row({ zone: '新疆', firstPrice: 2_000 })];
    expect(priceOf(card, { zone: '新疆', grams: 1 })).toBe(2_000);
    expect(priceOf(card, { zone: '江苏', grams: 1 })).toBe(800);
    expect(priceOf(card, { zone: '', grams: 1 })).toBe(800);
    expect(priceOf(card.slice(1), { zone: '江苏', grams: 1 })).toBeNull();
    expect(priceOf(card.slice(1), { zone: '', grams: 1 })).toBeNull();
  });

  it('refuses what weighs nothing, and steps of nothing', () => {
    const invalid = expect.objectContaining({ code: 'WEIGHTS_INVALID' });
    for (const grams of [0, -1, 0.5]) expect(() => priceOf([row()], { zone: '', grams })).toThrow(invalid);
    for (const change of [{ stepGrams: 0 }, { firstGrams: 0 }])
      expect(() => priceOf([row(change)], { zone: '', grams: 1 })).toThrow(invalid);
  });

  it('never asks less for more', () => {
    fc.assert(
      fc.property(rows, weights, weights, (card, grams, more) => {
        const [light, heavy] = [grams, grams + more].map((each) => priceOf([card], { zone: '', grams: each }));
        expect(heavy).toBeGreaterThanOrEqual(light!);
      }),
      runs(200),
    );
  });

  it('asks for as many steps as are begun, to the gram', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 1_000 }), (card, steps) => {
        const full = card.firstGrams + steps * card.stepGrams;
        expect(priceOf([card], { zone: '', grams: full })).toBe(card.firstPrice + steps * card.stepPrice);
        expect(priceOf([card], { zone: '', grams: full + 1 })).toBe(card.firstPrice + (steps + 1) * card.stepPrice);
      }),
      runs(200),
    );
  });
});
