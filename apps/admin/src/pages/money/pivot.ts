import type { CostKey, CostRow, Dimension, WholeRows } from './documents';

export interface PivotRow {
  readonly id: string;
  /** One key per dimension but the last. */
  readonly keys: readonly CostKey[];
  /** Value of the last dimension → fen. */
  readonly cells: ReadonlyMap<string, number>;
  readonly total: number;
  /** Null: too many to count. */
  readonly cases: number | null;
  /** In the month that is compared with; null: none is. */
  readonly before: number | null;
}

export interface Pivot {
  /** Values of the last dimension that stand as columns; empty where there is one dimension only. */
  readonly columns: readonly CostKey[];
  readonly rows: readonly PivotRow[];
}

const idOf = (keys: readonly { readonly value: string }[]) => keys.map((key) => key.value).join(' ');

const keyOf = (row: CostRow, dimension: Dimension) => row.keys.find((key) => key.dimension === dimension);

/**
 * Turns the report's flat rows into a table: the last of several dimensions becomes columns, so that the bearers of a store stand on one
 * line. The largest cost comes first; amounts are fen, and every row's cells add up to its total. `whole` are the rows' own
 * numbers of cases, and what they cost before.
 */
export function pivot(rows: readonly CostRow[], by: readonly Dimension[], whole: WholeRows): Pivot {
  const across = by.length > 1 ? by[by.length - 1] : undefined;
  const wholeOf = new Map(whole.map((row) => [idOf(row.keys), row]));
  const columns = new Map<string, CostKey>();
  const found = new Map<string, { keys: CostKey[]; cells: Map<string, number>; total: number }>();
  for (const row of rows) {
    const column = across && keyOf(row, across);
    const keys = row.keys.filter((key) => key !== column);
    const id = idOf(keys);
    const entry = found.get(id) ?? { keys, cells: new Map<string, number>(), total: 0 };
    if (column) {
      columns.set(column.value, column);
      entry.cells.set(column.value, (entry.cells.get(column.value) ?? 0) + row.amount);
    }
    entry.total += row.amount;
    found.set(id, entry);
  }
  return {
    columns: [...columns.values()].sort((a, b) => order(a).localeCompare(order(b))),
    rows: [...found]
      .map(([id, entry]) => ({ id, ...entry, cases: wholeOf.get(id)?.cases ?? null, before: wholeOf.get(id)?.before ?? null }))
      .sort((a, b) => b.total - a.total),
  };
}

/** Bearers stand in the order of the splits, months by date. */
const bearers = ['HQ', 'branch', 'supplier', 'partner'];
const order = ({ dimension, value }: CostKey) => (dimension === 'bearer' ? String(bearers.indexOf(value)) : value);
