import type { EntityManager } from 'typeorm';
import type { Cursor } from '../common/pagination.js';
import { and, type Where } from './where.js';

/** A list in the order of one column, ties by id. */
export interface KeysetList {
  /** What to select from, with the alias that the conditions use. */
  readonly from: Where;
  readonly alias: string;
  /** Column of the sort key, without the alias. */
  readonly key: string;
  readonly direction: 'ASC' | 'DESC';
}

export interface Picked {
  readonly id: string;
  readonly sortKey: number | string | null;
}

function beyond({ alias, key, direction }: KeysetList, after: Cursor | null): Where | null {
  if (after === null) return null;
  const sign = direction === 'ASC' ? '>' : '<';
  const column = `${alias}.${key}`;
  return {
    sql: `${column} ${sign}= ? AND (${column} ${sign} ? OR ${alias}.id ${sign} ?)`,
    params: [after.key, after.key, after.id],
  };
}

/** Where a list goes on after a cursor, written out: the row constructor is several times slower on MariaDB. */
function limited(list: KeysetList, where: Where, limit: number): Where {
  const { from, alias, key, direction } = list;
  const order = `ORDER BY ${alias}.${key} ${direction}, ${alias}.id ${direction}`;
  const sql = `SELECT ${alias}.id AS id, ${alias}.${key} AS sortKey FROM ${from.sql} WHERE ${where.sql} ${order} LIMIT ${limit}`;
  return { sql, params: [...from.params, ...where.params] };
}

/**
 * Ids of one page. Disjoint alternatives (units, states) are asked one by one, each with its own index and limit, and put together:
 * UNION ALL of limited branches.
 */
export async function pickPage(
  manager: EntityManager,
  list: KeysetList,
  alternatives: readonly Where[],
  after: Cursor | null,
  limit: number,
): Promise<Picked[]> {
  const branches = alternatives.map((where) => limited(list, and(where, beyond(list, after)), limit));
  const [first] = branches;
  if (!first) return [];
  if (branches.length === 1) return manager.query<Picked[]>(first.sql, [...first.params]);
  const union = branches.map(({ sql }, index) => `SELECT * FROM (${sql}) AS b${String(index)}`).join(' UNION ALL ');
  const order = `ORDER BY sortKey ${list.direction}, id ${list.direction} LIMIT ${limit}`;
  const params = branches.flatMap((branch) => branch.params);
  return manager.query<Picked[]>(`SELECT id, sortKey FROM (${union}) AS page ${order}`, params);
}

/** Rows in the order of their ids; one that went meanwhile is left out. */
export function inOrder<T extends { id: string }>(ids: readonly { id: string }[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}
