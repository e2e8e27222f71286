import type { EntityManager } from 'typeorm';
import type { ClosedMonth } from './closed-month.entity.js';

type Contents = Pick<ClosedMonth, 'entries' | 'linesPosted' | 'debits'>;

interface Side {
  readonly currency: string;
  readonly n: number | string;
  readonly debits: number | string;
}

/** How many entries and lines a month has, and its debits per currency: what a closed month is held to. */
export async function contentsOf(manager: EntityManager, rootId: string, period: string): Promise<Contents> {
  const [count] = await manager.query<{ n: number | string }[]>('SELECT COUNT(*) AS n FROM ledger_entry WHERE period = ?', [
    period,
  ]);
  const sides = await manager.query<Side[]>(
    `SELECT l.currency, COUNT(*) AS n, SUM(CASE WHEN l.amount > 0 THEN l.amount ELSE 0 END) AS debits FROM ledger_line l
     WHERE l.a0 = ? AND l.period = ? GROUP BY l.currency ORDER BY l.currency`,
    [rootId, period],
  );
  return {
    entries: Number(count?.n ?? 0),
    linesPosted: sides.reduce((sum, { n }) => sum + Number(n), 0),
    debits: Object.fromEntries(sides.map(({ currency, debits }) => [currency, Number(debits)])),
  };
}
