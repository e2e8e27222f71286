import type { EntityManager, FindOneOptions, ObjectLiteral } from 'typeorm';

const isSqlite = (tx: EntityManager): boolean => tx.dataSource.options.type === 'better-sqlite3';

/**
 * For a transaction that may have read before: MySQL would answer from the snapshot of its first read, so rows that are about to be
 * changed are read under a lock. SQLite has one writer, who sees everything. An option of `find`.
 */
export const currentRead = (tx: EntityManager): Pick<FindOneOptions<ObjectLiteral>, 'lock'> =>
  isSqlite(tx) ? {} : { lock: { mode: 'pessimistic_write' } };
