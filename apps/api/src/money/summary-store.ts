import { createHash } from 'node:crypto';
import { summarize, type Entry, type Summary } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import { levels } from '../database/columns.js';
import type { AncestorColumns } from '../database/ancestors.js';
import { newId } from '../common/ids.js';
import type { LedgerDay, LedgerSummary } from './ledger.entity.js';

const columns = [
  'id',
  'summary_key',
  'origin_node_id',
  'period',
  'component',
  'bearer',
  'reason_class',
  'reason',
  'carrier',
  'currency',
  'amount',
  'line_count',
  ...levels.map((level) => `a${String(level)}`),
];

/** Rows that are added to at a time. */
const AT_ONCE = 200;

/** Adds to rows that may be there: `key` is what tells them apart. */
function upsert(
  tx: EntityManager,
  table: string,
  names: readonly string[],
  key: string,
  rows: readonly unknown[][],
): Promise<unknown> {
  const isSqlite = tx.dataSource.options.type === 'better-sqlite3';
  const added = (name: string) => `${name} = ${name} + ${isSqlite ? `excluded.${name}` : `VALUES(${name})`}`;
  const values = rows.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
  const update = `${isSqlite ? `ON CONFLICT(${key}) DO UPDATE SET` : 'ON DUPLICATE KEY UPDATE'} ${['amount', 'line_count'].map(added).join(', ')}`;
  return tx.query(`INSERT INTO ${table} (${names.join(', ')}) VALUES ${values} ${update}`, rows.flat());
}

/** One row per store, month, key and path to the root: a store that moved has rows of before and after. */
function keyOf(sum: Summary, path: readonly (string | null)[]): string {
  const { originNodeId, period, component, bearer, reason, carrier, currency } = sum;
  const all = [originNodeId, period, component, bearer, reason, carrier, currency, ...path];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** A total and the day of its month on which it grows. */
type SummaryRow = Omit<LedgerSummary, 'id'> & Pick<LedgerDay, 'day'>;

/** What a posting adds at a selling unit: its path to the root, and the day of a month on which it is posted there. */
export interface SummaryGround {
  ancestorsOf(nodeId: string): AncestorColumns;
  dayOf(nodeId: string, period: string): number;
}

function rowOf(sum: Summary, reasonClass: string, ground: SummaryGround): SummaryRow {
  const { lines, ...key } = sum;
  const ancestors = ground.ancestorsOf(sum.originNodeId);
  const summaryKey = keyOf(sum, Object.values(ancestors));
  const day = ground.dayOf(sum.originNodeId, sum.period);
  return { ...key, ...ancestors, summaryKey, reasonClass, lineCount: lines, day };
}

/** The summary rows that entries add to, in the order of their keys, so that two postings never wait for each other crosswise. */
export function summaryRows(entries: readonly Entry[], ground: SummaryGround): SummaryRow[] {
  const classOf = new Map(entries.flatMap(({ lines }) => lines.map((line) => [line.reason, line.reasonClass] as const)));
  return summarize(entries)
    .map((sum) => rowOf(sum, classOf.get(sum.reason) ?? '', ground))
    .sort((a, b) => (a.summaryKey < b.summaryKey ? -1 : 1));
}

const totalOf = (row: SummaryRow): unknown[] => {
  const path = [row.a0, row.a1, row.a2, row.a3, row.a4, row.a5, row.a6, row.a7, row.a8];
  const key = [row.originNodeId, row.period, row.component, row.bearer, row.reasonClass, row.reason, row.carrier, row.currency];
  return [newId(), row.summaryKey, ...key, row.amount, row.lineCount, ...path];
};

const dayOf = ({ summaryKey, day, amount, lineCount }: SummaryRow): unknown[] => [summaryKey, day, amount, lineCount];
const dayColumns = ['summary_key', 'day', 'amount', 'line_count'];

/** Adds to the totals and their days in the posting transaction. */
export async function addToSummaries(tx: EntityManager, rows: readonly SummaryRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    await upsert(tx, 'ledger_summary', columns, 'summary_key', some.map(totalOf));
    await upsert(tx, 'ledger_day', dayColumns, 'summary_key, day', some.map(dayOf));
  }
}
