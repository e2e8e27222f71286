import type { EntityManager } from 'typeorm';

const DAY = 86_400_000;
const ROWS_AT_ONCE = 500;

/** The day of windows that have no end yet: later than any other. */
export const OPEN_DAY = 99_999;

/** An order that free returns cover, until an instant; one less where `count` is −1. */
export interface PromisedFact {
  readonly nodeId: string;
  readonly until: number;
  readonly count: 1 | -1;
}

type Row = readonly [nodeId: string, day: number, orders: number];

export const dayOf = (at: number): number => Math.floor(at / DAY);

const onSqlite = 'ON CONFLICT(node_id, day) DO UPDATE SET orders = orders + excluded.orders';
const onMysql = 'ON DUPLICATE KEY UPDATE orders = orders + VALUES(orders)';

/** Adds facts to the days on which windows end, in the order of units and days, so that no two batches wait crosswise. */
export async function countPromised(tx: EntityManager, facts: readonly PromisedFact[]): Promise<void> {
  const rows = summed(facts);
  const adds = tx.dataSource.options.type === 'better-sqlite3' ? onSqlite : onMysql;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const values = some.map(() => '(?, ?, ?)').join(', ');
    await tx.query(`INSERT INTO promised_day (node_id, day, orders) VALUES ${values} ${adds}`, some.flat());
  }
}

function summed(facts: readonly PromisedFact[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { nodeId, until, count } of facts) {
    const day = dayOf(until);
    const key = `${nodeId} ${String(day)}`;
    rows.set(key, [nodeId, day, (rows.get(key)?.[2] ?? 0) + count]);
  }
  return [...rows]
    .filter(([, [, , orders]]) => orders !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}

/** Orders per selling unit whose windows end on one of these days of UTC, the first included, the last not. */
export async function promisedBetween(manager: EntityManager, from: number, to: number): Promise<Map<string, number>> {
  const rows = await manager.query<{ unit: string; orders: number | string }[]>(
    'SELECT node_id AS unit, SUM(orders) AS orders FROM promised_day WHERE day >= ? AND day < ? GROUP BY node_id',
    [from, to],
  );
  return new Map(rows.map(({ unit, orders }) => [unit, Number(orders)]));
}

/** Orders per selling unit that may still be returned. */
export const promisedFrom = (manager: EntityManager, now: number): Promise<Map<string, number>> =>
  promisedBetween(manager, dayOf(now), OPEN_DAY + 1);
