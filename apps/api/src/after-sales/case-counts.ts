import type { CaseState } from '@headwater/after-sales';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { ancestorPath, type AncestorColumns } from '../database/ancestors.js';
import { levels } from '../database/columns.js';

const columns = ['id', 'node_id', 'state', 'cases', ...levels.map((level) => `a${String(level)}`)];
const onSqlite = 'ON CONFLICT(node_id, state) DO UPDATE SET cases = cases + excluded.cases';
const onMysql = 'ON DUPLICATE KEY UPDATE cases = cases + VALUES(cases)';

type Counted = AncestorColumns & { readonly nodeId: string };

/** A case that came into one state and left another. */
export interface Move {
  readonly row: Counted;
  readonly from: CaseState | null;
  readonly to: CaseState;
}

interface Change {
  readonly row: Counted;
  readonly state: CaseState;
  readonly by: number;
}

const keyOf = ({ row, state }: Change): string => `${row.nodeId} ${state}`;

/** What moves come to, in the order of units and states, so that no two transactions wait crosswise. */
function changesOf(moves: readonly Move[]): Change[] {
  const sums = new Map<string, Change>();
  const add = (change: Change) => {
    const known = sums.get(keyOf(change));
    sums.set(keyOf(change), { ...change, by: (known?.by ?? 0) + change.by });
  };
  for (const { row, from, to } of moves) {
    add({ row, state: to, by: 1 });
    if (from !== null) add({ row, state: from, by: -1 });
  }
  return [...sums.values()].filter(({ by }) => by !== 0).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Counts cases that moved. */
export async function countMoves(tx: EntityManager, moves: readonly Move[]): Promise<void> {
  const onConflict = tx.dataSource.options.type === 'better-sqlite3' ? onSqlite : onMysql;
  const add = `INSERT INTO case_count (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ${onConflict}`;
  for (const { row, state, by } of changesOf(moves)) {
    if (by > 0) await tx.query(add, [newId(), row.nodeId, state, by, ...ancestorPath(row)]);
    else await tx.query('UPDATE case_count SET cases = cases + ? WHERE node_id = ? AND state = ?', [by, row.nodeId, state]);
  }
}
