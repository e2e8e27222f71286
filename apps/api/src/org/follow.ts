import { columnAt } from '@headwater/access';
import { isBranch, type NodeId } from '@headwater/org-tree';
import type { EntityManager } from 'typeorm';
import { ancestorColumns } from '../database/ancestors.js';
import { followingTables, ownTables, unitTables } from '../database/following-tables.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { shiftAssignments, type Assignments, type Shift } from './move-sql.js';

/** Ids a statement names at once. */
const BATCH = 500;

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}

const places = (ids: readonly string[]): string => ids.map(() => '?').join(', ');

/** Rewrites the ancestor columns of a moved subtree’s units and of all rows that follow them. */
export async function shiftSubtree(
  tx: EntityManager,
  { before, top, shift, epoch }: { before: TreeSnapshot; top: NodeId; shift: Shift; epoch: number },
): Promise<void> {
  const assignments = shiftAssignments(shift);
  const ids = [...before.tree.subtree(top)];
  const deeper = shift.above.length - shift.oldDepth;
  for (const some of batches(ids)) {
    await tx.query(`UPDATE org_node SET ${assignments.sql}, depth = depth + ?, epoch = ? WHERE id IN (${places(some)})`, [
      ...assignments.params,
      deeper,
      epoch,
      ...some,
    ]);
  }
  for (const table of unitTables) {
    for (const some of batches(ids))
      await tx.query(`UPDATE ${table} SET ${assignments.sql} WHERE node_id IN (${places(some)})`, [
        ...assignments.params,
        ...some,
      ]);
  }
  for (const [depth, branches] of branchesByDepth(before, ids)) {
    for (const table of [...followingTables, ...ownTables]) await shiftRows(tx, { table, depth, branches, assignments });
  }
}

function branchesByDepth(snapshot: TreeSnapshot, ids: readonly NodeId[]): Map<number, string[]> {
  const byDepth = new Map<number, string[]>();
  for (const { id, type, depth } of ids.map((at) => snapshot.require(at))) {
    if (!isBranch(type)) continue;
    const there = byDepth.get(depth) ?? [];
    there.push(id);
    byDepth.set(depth, there);
  }
  return byDepth;
}

/** By the ancestor column of the branch's own level: so rows that an archived branch handed over move with their successor. */
async function shiftRows(
  tx: EntityManager,
  it: { table: string; depth: number; branches: readonly string[]; assignments: Assignments },
): Promise<void> {
  for (const some of batches(it.branches)) {
    const where = `${columnAt(it.depth)} IN (${places(some)})`;
    await tx.query(`UPDATE ${it.table} SET ${it.assignments.sql} WHERE ${where}`, [...it.assignments.params, ...some]);
  }
}

/** The rows of these units are answered for by the unit at the end of the path (HQ first): by the successor of an archived one. */
export async function entrustRows(tx: EntityManager, nodeIds: readonly string[], path: readonly string[]): Promise<void> {
  for (const table of followingTables) for (const some of batches(nodeIds)) await placeRows(tx, table, some, path);
}

/** What a branch itself did leads to it, by its path (HQ first), or nowhere while it is archived: null. */
export async function placeOwnRows(tx: EntityManager, nodeId: string, path: readonly string[] | null): Promise<void> {
  for (const table of ownTables) await placeRows(tx, table, [nodeId], path ?? []);
}

async function placeRows(tx: EntityManager, table: string, nodeIds: readonly string[], path: readonly string[]): Promise<void> {
  const columns = Object.entries(ancestorColumns(path));
  const set = columns.map(([column]) => `${column} = ?`).join(', ');
  const values = columns.map(([, id]) => id);
  await tx.query(`UPDATE ${table} SET ${set} WHERE node_id IN (${places(nodeIds)})`, [...values, ...nodeIds]);
}
