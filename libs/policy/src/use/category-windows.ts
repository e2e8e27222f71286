import { sameValue } from '../canonical.js';
import type { CategoryWindows, CategoryWindowsRow } from '../values/types.js';

export const categoryWindowKeys = ['noReasonDays', 'selfServiceDays', 'qualityDays'] as const;
type CategoryWindowKey = (typeof categoryWindowKeys)[number];

type Plain = Readonly<Record<CategoryWindowKey, number>>;

/** The days of a window for goods of a category: those of its row, else those for all goods. */
export function daysFor(
  { windowByCategory, ...plain }: Plain & { readonly windowByCategory: CategoryWindows },
  key: CategoryWindowKey,
  category: string | null,
): number {
  const row = windowByCategory.find((each) => each.category === category);
  return row?.[key] ?? plain[key];
}

/** Rows whose category an earlier one has already. */
export const repeatedCategories = (table: CategoryWindows): number[] =>
  table.flatMap(({ category }, row) => (table.findIndex((each) => each.category === category) < row ? [row] : []));

const silent = { noReasonDays: null, selfServiceDays: null, qualityDays: null };

/** What a table says of a category; a row that says nothing is as good as none. */
const said = (table: CategoryWindows, category: string): CategoryWindowsRow =>
  table.find((row) => row.category === category) ?? { category, ...silent };

/**
 * Whether no buyer has a shorter window under `table` than under `other`, whatever the plain windows are: a category that only one
 * of them names cannot be compared without those, and so is not.
 */
export const areLongerWindows = (table: CategoryWindows, other: CategoryWindows): boolean =>
  [...new Set([...table, ...other].map(({ category }) => category))].every((category) => {
    const [mine, its] = [said(table, category), said(other, category)];
    return sameValue(mine, its) || categoryWindowKeys.every((key) => isAtLeast(mine[key], its[key]));
  });

const isAtLeast = (mine: number | null, its: number | null): boolean =>
  mine === its || (mine !== null && its !== null && mine >= its);
