import type { CaseState } from '@headwater/after-sales';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { ancestorPath, type AncestorColumns } from '../database/ancestors.js';
import { levels } from '../database/columns.js';

const columns = ['id', 'node_id', 'state', 'cases', ...levels.map((level) => `a${String(level)}`)];
const onSqlite = 'ON CONFLICT(node_id, state) DO UPDATE SET cases = cases + 1';
const onMysql = 'ON DUPLICATE KEY UPDATE cases = cases + 1';

type Counted = AncestorColumns & { readonly nodeId: string };

async function add(tx: EntityManager, row: Counted, state: CaseState): Promise<void> {
  const counts = tx.dataSource.options.type === 'better-sqlite3' ? onSqlite : onMysql;
  const sql = `INSERT INTO case_count (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ${counts}`;
  await tx.query(sql, [newId(), row.nodeId, state, 1, ...ancestorPath(row)]);
}

async function remove(tx: EntityManager, { nodeId }: Counted, state: CaseState): Promise<void> {
  await tx.query('UPDATE case_count SET cases = cases - 1 WHERE node_id = ? AND state = ?', [nodeId, state]);
}

/** Counts a case that came into one state and left another, in the order of their names, so that no two moves wait crosswise. */
export async function countMove(tx: EntityManager, row: Counted, from: CaseState | null, to: CaseState): Promise<void> {
  if (from === to) return;
  const removeFirst = from !== null && from < to;
  if (removeFirst) await remove(tx, row, from);
  await add(tx, row, to);
  if (from !== null && !removeFirst) await remove(tx, row, from);
}
