import { createHash } from 'node:crypto';
import { summarize, type Entry, type Summary } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import { levels } from '../database/columns.js';
import type { AncestorColumns } from '../database/ancestors.js';
import { newId } from '../common/ids.js';
import type { LedgerSummary } from './ledger.entity.js';

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

const addSqlite =
  'ON CONFLICT(summary_key) DO UPDATE SET amount = amount + excluded.amount, line_count = line_count + excluded.line_count';
const addMysql = 'ON DUPLICATE KEY UPDATE amount = amount + VALUES(amount), line_count = line_count + VALUES(line_count)';

/** One row per store, month, key and path to the root: a store that moved has rows of before and after. */
function keyOf(sum: Summary, path: readonly (string | null)[]): string {
  const { originNodeId, period, component, bearer, reason, carrier, currency } = sum;
  const all = [originNodeId, period, component, bearer, reason, carrier, currency, ...path];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

type SummaryRow = Omit<LedgerSummary, 'id'>;

function rowOf(sum: Summary, reasonClass: string, ancestors: AncestorColumns): SummaryRow {
  const { lines, ...key } = sum;
  const summaryKey = keyOf(sum, Object.values(ancestors));
  return { ...key, ...ancestors, summaryKey, reasonClass, lineCount: lines };
}

/** The summary rows that entries add to, in the order of their keys, so that two postings never wait for each other crosswise. */
export function summaryRows(entries: readonly Entry[], ancestorsOf: (nodeId: string) => AncestorColumns): SummaryRow[] {
  const classOf = new Map(entries.flatMap(({ lines }) => lines.map((line) => [line.reason, line.reasonClass] as const)));
  return summarize(entries)
    .map((sum) => rowOf(sum, classOf.get(sum.reason) ?? '', ancestorsOf(sum.originNodeId)))
    .sort((a, b) => (a.summaryKey < b.summaryKey ? -1 : 1));
}

/** Adds to the totals in the posting transaction. */
export async function addToSummaries(tx: EntityManager, rows: readonly SummaryRow[]): Promise<void> {
  const add = tx.dataSource.options.type === 'better-sqlite3' ? addSqlite : addMysql;
  const sql = `INSERT INTO ledger_summary (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ${add}`;
  for (const row of rows) {
    const path = [row.a0, row.a1, row.a2, row.a3, row.a4, row.a5, row.a6, row.a7, row.a8];
    const key = [row.originNodeId, row.period, row.component, row.bearer, row.reasonClass, row.reason, row.carrier, row.currency];
    await tx.query(sql, [newId(), row.summaryKey, ...key, row.amount, row.lineCount, ...path]);
  }
}
