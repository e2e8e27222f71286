import type { QueryRunner } from 'typeorm';
import type { Database } from '../../database/database.js';

/** A statement as it would be without guards: no version is compared, no row is held, no order waits. */
const unguarded = (sql: string): string =>
  sql
    .replace('AND `version` = ?', 'AND ? IS NOT NULL')
    .replace(/ FOR UPDATE$/u, '')
    .replace(/^UPDATE sales_order SET version = version \+ 1 WHERE id = \?$/u, 'SELECT ? AS held');

/** Newer MariaDBs compare versions themselves under their default isolation; that guard is out too. */
function strip(runner: QueryRunner): QueryRunner {
  const query = runner.query.bind(runner);
  const stripped = async (sql: string, ...rest: unknown[]): Promise<unknown> => {
    if (sql === 'START TRANSACTION') await query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
    return query(unguarded(sql), ...(rest as []));
  };
  Object.defineProperty(runner, 'query', { value: stripped, configurable: true });
  return runner;
}

/**
 * Takes the guards of concurrent writes out of a MariaDB (or MySQL) database, for negative controls: a test of concurrency that holds all the same
 * has shown nothing.
 * @returns puts them back
 */
export function takeGuardsOut({ writer }: Database): () => void {
  const create = writer.createQueryRunner.bind(writer);
  writer.createQueryRunner = (mode) => strip(create(mode));
  return () => {
    writer.createQueryRunner = create;
  };
}
