import type { EntityManager, QueryRunner } from 'typeorm';
import type { Database } from '../../../database/database.js';
import type { Random } from './random.js';

/** A worker's process has ended; what it held in memory is gone. */
export class WorkerDied extends Error {}

/** Where a worker dies: before its transaction, in the midst of it, at its commit, or before it hears of the commit. */
type Death = 'before' | 'amidst' | 'atCommit' | 'after';

const deaths: readonly Death[] = ['before', 'amidst', 'amidst', 'atCommit', 'after'];
const MOST_STATEMENTS = 300;

/** What the driver says once a process has no connection any more: nothing is salvaged in parts, the whole transaction is given up. */
const connectionLost = () => Object.assign(new Error('the connection is lost'), { code: 'PROTOCOL_CONNECTION_LOST' });

const endsTransaction = (sql: string): boolean => sql === 'COMMIT' || sql === 'ROLLBACK';

/** Answers so many more statements, then nothing but a rollback, which is what a server does with a connection that is gone. */
function cut(runner: QueryRunner, death: Death, statements: number, died: () => void): void {
  const query = runner.query.bind(runner);
  const restored = { value: query, configurable: true, writable: true };
  let left = death === 'atCommit' ? Infinity : statements;
  Object.defineProperty(runner, 'query', {
    ...restored,
    value: (sql: string, ...rest: unknown[]) => {
      if (endsTransaction(sql)) Object.defineProperty(runner, 'query', restored);
      const isLost = left <= 0 || (death === 'atCommit' && sql === 'COMMIT');
      left -= 1;
      if (!isLost || sql.startsWith('ROLLBACK')) return query(sql, ...(rest as []));
      died();
      return Promise.reject(connectionLost());
    },
  });
}

/** The database as a worker sees it that may die at any of its transactions. */
export function mortal(database: Database, random: Random, share: number): Database {
  let dead = false;
  const inTransaction = async <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> => {
    const death = random.happens(share) ? random.one(deaths) : null;
    const statements = random.whole(1, MOST_STATEMENTS);
    if (death === 'before') throw new WorkerDied();
    const result = await database.inTransaction((tx) => {
      if (dead) throw new WorkerDied();
      if (tx.queryRunner && (death === 'amidst' || death === 'atCommit'))
        cut(tx.queryRunner, death, statements, () => {
          dead = true;
        });
      return work(tx);
    });
    if (death === 'after') throw new WorkerDied();
    return result;
  };
  return Object.assign(Object.create(database) as Database, { inTransaction });
}
