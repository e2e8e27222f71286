import type { EntityManager } from 'typeorm';
import { levels } from '../../database/columns.js';
import { type CheckResult, type Finding, int, result } from './finding.js';

interface Entry {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly amount: number | string | null;
  readonly currency: string | null;
}

/** Every entry has lines, they sum to zero per currency and lie in its month; no line is without its entry. */
export async function checkEntries(manager: EntityManager): Promise<CheckResult> {
  const [count] = await manager.query<{ n: number | string }[]>('SELECT COUNT(*) AS n FROM ledger_entry');
  const wrong = await manager.query<Entry[]>(
    `SELECT e.id, e.idempotency_key AS idempotencyKey, l.currency, SUM(l.amount) AS amount FROM ledger_entry e LEFT JOIN ledger_line l ON l.entry_id = e.id
     GROUP BY e.id, e.idempotency_key, l.currency HAVING SUM(l.amount) <> 0 OR SUM(l.amount) IS NULL`,
  );
  const findings = wrong.map(({ idempotencyKey, amount, currency }) => ({
    subject: `entry ${idempotencyKey}`,
    is: amount === null ? 'no lines' : `a sum of ${String(int(amount))} ${currency ?? ''}`,
    shouldBe: 'lines that sum to 0',
  }));
  return result('ledger entries', int(count?.n), [...findings, ...(await strayLines(manager))]);
}

async function strayLines(manager: EntityManager): Promise<Finding[]> {
  const stray = await manager.query<{ id: string; lineMonth: string; entryMonth: string | null }[]>(
    `SELECT l.id, l.period AS lineMonth, e.period AS entryMonth FROM ledger_line l LEFT JOIN ledger_entry e ON e.id = l.entry_id
     WHERE e.id IS NULL OR e.period <> l.period`,
  );
  return stray.map(({ id, lineMonth, entryMonth }) => ({
    subject: `ledger line ${id}`,
    is: `in ${lineMonth}`,
    shouldBe: entryMonth === null ? 'a line of an entry' : `in ${entryMonth}, as its entry is`,
  }));
}

const keys = [
  'origin_node_id',
  'period',
  'component',
  'bearer',
  'reason',
  'carrier',
  'currency',
  ...levels.map((level) => `a${String(level)}`),
];
const list = (of: readonly string[]) =>
  of.map((key) => (key === 'bearer' || key === 'carrier' ? `COALESCE(${key}, 'none') AS ${key}` : key)).join(', ');

type Total = Record<string, string | number | null> & { amount: number | string; n: number | string };

const keyOf = (row: Total): string => JSON.stringify(keys.map((key) => row[key] ?? null));
const nameOf = (row: Total): string =>
  `totals of ${keys
    .slice(1, 7)
    .map((key) => String(row[key]))
    .join(' · ')}`;

/** The totals that reports read are those of the lines. */
export async function checkSummaries(manager: EntityManager): Promise<CheckResult> {
  const lines = await manager.query<Total[]>(
    `SELECT ${list(keys)}, SUM(amount) AS amount, COUNT(*) AS n FROM ledger_line WHERE account IN ('expense', 'returnedSales') GROUP BY ${keys.join(', ')}`,
  );
  const summaries = await manager.query<Total[]>(`SELECT ${keys.join(', ')}, amount, line_count AS n FROM ledger_summary`);
  const recomputed = new Map(lines.map((row) => [keyOf(row), row]));
  const told = new Map(summaries.map((row) => [keyOf(row), row]));
  const wrong: Finding[] = summaries.flatMap((row) => difference(row, recomputed.get(keyOf(row))));
  const missing = lines
    .filter((row) => !told.has(keyOf(row)))
    .map((row) => ({ subject: nameOf(row), is: 'missing', shouldBe: totalText(row) }));
  return result('ledger summaries', summaries.length, [...wrong, ...missing]);
}

/** The days that totals are broken down by are those of the lines. */
export async function checkDays(manager: EntityManager): Promise<CheckResult> {
  const lines = await manager.query<Total[]>(
    `SELECT ${list(keys)}, day, SUM(amount) AS amount, COUNT(*) AS n FROM ledger_line WHERE account IN ('expense', 'returnedSales')
     GROUP BY ${keys.join(', ')}, day`,
  );
  const days = await manager.query<Total[]>(
    `SELECT ${keys.join(', ')}, d.day AS day, d.amount AS amount, d.line_count AS n
     FROM ledger_day d LEFT JOIN ledger_summary s ON s.summary_key = d.summary_key`,
  );
  const dayOf = (row: Total): string => `day ${String(int(row['day']))} of the ${nameOf(row)}`;
  const told = (rows: readonly Total[]) => new Map(rows.map((row) => [`${keyOf(row)} ${String(int(row['day']))}`, row]));
  const [recomputed, kept] = [told(lines), told(days)];
  const findings = [...new Set([...recomputed.keys(), ...kept.keys()])].flatMap((key): Finding[] => {
    const [should, is] = [recomputed.get(key), kept.get(key)];
    const row = should ?? is;
    if (row === undefined) return [];
    const [shouldBe, stands] = [should ? totalText(should) : 'nothing', is ? totalText(is) : 'missing'];
    return shouldBe === stands ? [] : [{ subject: dayOf(row), is: stands, shouldBe }];
  });
  return result('ledger days', days.length, findings);
}

const totalText = ({ amount, n }: Total): string => `${String(int(amount))} fen in ${String(int(n))} lines`;

function difference(row: Total, lines: Total | undefined): Finding[] {
  const shouldBe = lines ? totalText(lines) : '0 fen in 0 lines';
  return totalText(row) === shouldBe ? [] : [{ subject: nameOf(row), is: totalText(row), shouldBe }];
}
