import type { Entry, Line } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';

type Sums = Map<string, number>;

const add = (sums: Sums, key: readonly (string | null)[], amount: number): void => {
  const name = key.map((part) => part ?? 'none').join(' ');
  sums.set(name, (sums.get(name) ?? 0) + amount);
};

const told = (sums: Sums): string[] => [...sums].map(([key, amount]) => `${key} = ${String(amount)}`).sort();

/** What the books must hold, kept in memory by the plainest arithmetic: each key once, in its month or the first open one. */
export class BooksModel {
  /** As they stand in the books, first to last. */
  readonly entries: Entry[] = [];
  private readonly keys = new Set<string>();
  private closed = '';

  /** A month was closed. */
  close(period: string): void {
    this.closed = period;
  }

  add(entry: Entry): void {
    if (this.keys.has(entry.idempotencyKey)) return;
    this.keys.add(entry.idempotencyKey);
    this.entries.push(entry.period > this.closed ? entry : { ...entry, period: nextMonth(this.closed) });
  }

  /** How the books and their totals differ from this; nothing: they do not. */
  async differences(manager: EntityManager): Promise<string[]> {
    const [lines, totals] = this.sums();
    const inBooks = await manager.query<{ k: string; amount: number | string }[]>(
      `SELECT ${joined(['period', 'account', 'currency', 'component', 'origin_node_id', "COALESCE(bearer, 'none')"], manager)} AS k,
       SUM(amount) AS amount FROM ledger_line GROUP BY k`,
    );
    const inTotals = await manager.query<{ k: string; amount: number | string }[]>(
      `SELECT ${joined(['origin_node_id', 'period', 'component', 'bearer', 'reason', 'carrier', 'currency'], manager)} AS k,
       SUM(amount) AS amount FROM ledger_summary GROUP BY k`,
    );
    return [...between(told(lines), inBooks), ...between(told(totals), inTotals)];
  }

  private sums(): readonly [lines: Sums, totals: Sums] {
    const [lines, totals]: [Sums, Sums] = [new Map(), new Map()];
    for (const { period, lines: all } of this.entries)
      for (const line of all) {
        add(lines, [period, line.account, line.currency, line.component, line.originNodeId, line.bearer], line.amount);
        if (isReported(line))
          add(
            totals,
            [line.originNodeId, period, line.component, line.bearer, line.reason, line.carrier, line.currency],
            line.amount,
          );
      }
    return [lines, totals];
  }
}

const isReported = ({ account }: Line): boolean => account === 'expense' || account === 'returnedSales';

const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
};

const joined = (columns: readonly string[], { dataSource }: EntityManager): string =>
  dataSource.options.type === 'better-sqlite3' ? columns.join(" || ' ' || ") : `CONCAT_WS(' ', ${columns.join(', ')})`;

function between(model: readonly string[], rows: readonly { k: string; amount: number | string }[]): string[] {
  const books = new Set(rows.map(({ k, amount }) => `${k} = ${String(Number(amount))}`));
  const missing = model.filter((sum) => !books.delete(sum)).map((sum) => `not in the books: ${sum}`);
  return [...missing, ...[...books].map((sum) => `not in the model: ${sum}`)];
}
