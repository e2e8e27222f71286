import type { CaseCounts, CostKey, CostRow, Dimension } from './documents';

export interface PivotRow {
  readonly id: string;
  /** One key per dimension but the last. */
  readonly keys: readonly CostKey[];
  /** Value of the last dimension → fen. */
  readonly cells: ReadonlyMap<string, number>;
  readonly total: number;
  readonly cases: number;
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
 * line. The largest cost comes first; amounts are fen, and every row's cells add up to its total. `counts` are the rows' own numbers of cases.
 */
export function pivot(rows: readonly CostRow[], by: readonly Dimension[], counts: CaseCounts): Pivot {
  const across = by.length > 1 ? by[by.length - 1] : undefined;
  const casesOf = new Map(counts.map((row) => [idOf(row.keys), row.cases]));
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
    rows: [...found].map(([id, entry]) => ({ id, ...entry, cases: casesOf.get(id) ?? 0 })).sort((a, b) => b.total - a.total),
  };
}

/** Bearers stand in the order of the splits, months by date. */
const bearers = ['HQ', 'branch', 'supplier', 'partner'];
const order = ({ dimension, value }: CostKey) => (dimension === 'bearer' ? String(bearers.indexOf(value)) : value);
