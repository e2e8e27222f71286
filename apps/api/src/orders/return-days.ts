import type { EntityManager } from 'typeorm';

const DAY = 86_400_000;
const ROWS_AT_ONCE = 500;
const UNITS_AT_ONCE = 500;

/** P5: how far back a return rate looks. */
const RATE_DAYS = 90;

/** Something that happened at a unit at an instant, counted; less than nothing where it is taken back. */
export interface ReturnFact {
  readonly nodeId: string;
  readonly at: number;
  readonly delivered?: number;
  readonly applied?: number;
}

export interface ReturnCount {
  readonly delivered: number;
  readonly applied: number;
}

type Row = readonly [nodeId: string, day: number, delivered: number, applied: number];

const dayOf = (at: number): number => Math.floor(at / DAY);

const onSqlite =
  'ON CONFLICT(node_id, day) DO UPDATE SET delivered = delivered + excluded.delivered, applied = applied + excluded.applied';
const onMysql = 'ON DUPLICATE KEY UPDATE delivered = delivered + VALUES(delivered), applied = applied + VALUES(applied)';

/** Adds facts to the days of their units, always in the order of units and days, so that no two batches wait crosswise. */
export async function countReturns(tx: EntityManager, facts: readonly ReturnFact[]): Promise<void> {
  const rows = summed(facts);
  const counts = tx.dataSource.options.type === 'better-sqlite3' ? onSqlite : onMysql;
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const values = some.map(() => '(?, ?, ?, ?)').join(', ');
    await tx.query(`INSERT INTO return_day (node_id, day, delivered, applied) VALUES ${values} ${counts}`, some.flat());
  }
}

function summed(facts: readonly ReturnFact[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { nodeId, at, delivered = 0, applied = 0 } of facts) {
    const day = dayOf(at);
    const key = `${nodeId} ${String(day)}`;
    const [, , before, asked] = rows.get(key) ?? [nodeId, day, 0, 0];
    rows.set(key, [nodeId, day, before + delivered, asked + applied]);
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** What happened at each of the units in the last days, today included; a unit of which nothing is known is left out. */
export async function returnsOf(
  manager: EntityManager,
  units: readonly string[],
  now: number,
): Promise<Map<string, ReturnCount>> {
  const counts = new Map<string, ReturnCount>();
  for (let from = 0; from < units.length; from += UNITS_AT_ONCE) {
    const some = units.slice(from, from + UNITS_AT_ONCE);
    const rows = await manager.query<{ unit: string; delivered: number | string; applied: number | string }[]>(
      `SELECT node_id AS unit, SUM(delivered) AS delivered, SUM(applied) AS applied FROM return_day
       WHERE node_id IN (${some.map(() => '?').join(', ')}) AND day > ? AND day <= ? GROUP BY node_id`,
      [...some, dayOf(now) - RATE_DAYS, dayOf(now)],
    );
    for (const { unit, delivered, applied } of rows) counts.set(unit, { delivered: Number(delivered), applied: Number(applied) });
  }
  return counts;
}
