import type { EntityManager } from 'typeorm';

/** The last closed month, as `2026-03`; every one before it is closed too. Null: none is. @param except a row that is not to count */
export async function closedThrough(manager: EntityManager, except = ''): Promise<string | null> {
  return first(manager, latest, except);
}

/**
 * The same for a transaction that posts: until it ends nobody closes another month, and while somebody does, it waits. Postings do not
 * wait for each other.
 */
export const closedThroughHeld = (tx: EntityManager): Promise<string | null> =>
  first(tx, tx.dataSource.options.type === 'better-sqlite3' ? latest : `${latest} LOCK IN SHARE MODE`, '');

const latest = 'SELECT period FROM closed_month WHERE id <> ? ORDER BY period DESC LIMIT 1';

async function first(manager: EntityManager, sql: string, except: string): Promise<string | null> {
  const [row] = await manager.query<{ period: string }[]>(sql, [except]);
  return row?.period ?? null;
}
