import type { CategoryWindowsRow } from '../values/types.js';
import { areLongerWindows, daysFor, repeatedCategories } from './category-windows.js';

const row = (category: string, changed: Partial<CategoryWindowsRow> = {}): CategoryWindowsRow => ({
  ...{ category, noReasonDays: null, selfServiceDays: null, qualityDays: null },
  ...changed,
});
const plain = { noReasonDays: 7, selfServiceDays: 15, qualityDays: 30 };

it('gives a category what its row says, and everything else the plain window', () => {
  const rules = { ...plain, windowByCategory: [row('shoes', { noReasonDays: 20 }), row('toys', { qualityDays: 90 })] };
  expect(daysFor(rules, 'noReasonDays', 'shoes')).toBe(20);
  expect(daysFor(rules, 'qualityDays', 'shoes')).toBe(30);
  expect(daysFor(rules, 'qualityDays', 'toys')).toBe(90);
  expect(daysFor(rules, 'selfServiceDays', null)).toBe(15);
});

it('finds the rows whose category was named before', () => {
  expect(repeatedCategories([row('a'), row('b'), row('a'), row('b')])).toEqual([2, 3]);
});

it('tells which of two tables is longer, where that can be told', () => {
  const twenty = [row('shoes', { noReasonDays: 20 })];
  expect(areLongerWindows([row('shoes', { noReasonDays: 21 })], twenty)).toBe(true);
  expect(areLongerWindows(twenty, [row('shoes', { noReasonDays: 21 })])).toBe(false);
  expect(areLongerWindows(twenty, [])).toBe(false);
  expect(areLongerWindows([], twenty)).toBe(false);
  expect(areLongerWindows([], [row('shoes')])).toBe(true);
});
