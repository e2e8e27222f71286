import type { ConditionsTable } from '../values/types.js';

const itemsFor = (table: ConditionsTable, category: string | null): readonly string[] =>
  table.find((row) => row.category === null || row.category === category)?.items ?? [];

/** A9: what goods of these categories are inspected for, each item once, in the table's order. */
export const checklistFor = (table: ConditionsTable, categories: readonly (string | null)[]): string[] => [
  ...new Set(categories.flatMap((category) => itemsFor(table, category))),
];

/** Every category that tables name, and one that they do not: together they tell all that tables can answer. */
const telling = (...tables: readonly ConditionsTable[]): readonly (string | null)[] => [
  ...new Set([null, ...tables.flat().map(({ category }) => category)]),
];

/** Whether no goods are asked for more under `table` than under `other`. */
export const asksNoMore = (table: ConditionsTable, other: ConditionsTable): boolean =>
  telling(table, other).every((category) => {
    const known = itemsFor(other, category);
    return itemsFor(table, category).every((item) => known.includes(item));
  });

/** The rows that decide for some goods. */
export const conditionRowsInUse = (table: ConditionsTable): ReadonlySet<number> =>
  new Set(
    telling(table).flatMap((category) => {
      const row = table.findIndex((each) => each.category === null || each.category === category);
      return row < 0 ? [] : [row];
    }),
  );
