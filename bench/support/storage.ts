import { createConnection as createPlainConnection } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import type { Environment } from '../../e2e/support/product.js';

export type Value = string | number | null;
export type Row = Record<string, Value>;

/** The bare driver, as somebody would use it who has no framework. */
export interface Driver {
  insert: (table: string, rows: readonly Row[]) => Promise<void>;
  select: (sql: string, params: readonly Value[]) => Promise<unknown[]>;
  /** Row by row, never all of them at once. */
  stream: (sql: string, params: readonly Value[]) => AsyncIterable<unknown> | Iterable<unknown>;
  /** A statement that writes; `BEGIN` and `COMMIT` too. @returns how many rows it wrote */
  run: (sql: string, params?: readonly Value[]) => Promise<number>;
  /** What drops the indexes of a table, and what makes them anew: millions of rows go in faster without them. */
  indexes: (table: string) => Promise<{ readonly drop: string; readonly create: string }[]>;
  /** Names of all tables. */
  tables: () => Promise<string[]>;
  close: () => Promise<void>;
}

function statement(table: string, rows: readonly Row[]): { sql: string; params: Value[] } {
  const columns = Object.keys(rows[0] ?? {});
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const names = columns.map((name) => `\`${name}\``).join(', ');
  return {
    sql: `INSERT INTO ${table} (${names}) VALUES ${rows.map(() => marks).join(', ')}`,
    params: rows.flatMap((row) => columns.map((name) => row[name] ?? null)),
  };
}

const batches = <T>(rows: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => rows.slice(index * size, (index + 1) * size));

const names = (rows: unknown): string[] => (rows as { name: string }[]).map(({ name }) => name);

function sqliteDriver(file: string): Driver {
  const database = new Sqlite(file, { timeout: 10_000 });
  database.pragma('synchronous = OFF');
  const statements = new Map<string, Sqlite.Statement>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  return {
    insert: (table, rows) => {
      database.transaction(() => {
        for (const batch of batches(rows, 500)) {
          const { sql, params } = statement(table, batch);
          prepared(sql).run(params);
        }
      })();
      return Promise.resolve();
    },
    select: (sql, params) => Promise.resolve(prepared(sql).all([...params])),
    stream: (sql, params) => prepared(sql).iterate([...params]),
    run: (sql, params = []) => Promise.resolve(prepared(sql).run([...params]).changes),
    indexes: (table) => {
      const sql = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL";
      const rows = database.prepare(sql).all(table) as { name: string; sql: string }[];
      return Promise.resolve(rows.map(({ name, sql: create }) => ({ drop: `DROP INDEX "${name}"`, create })));
    },
    tables: () => Promise.resolve(names(database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all())),
    close: () => Promise.resolve(void database.close()),
  };
}

/** On a connection of its own: until all is read it does nothing else. */
async function* streamed(url: string, sql: string, params: readonly Value[]): AsyncGenerator {
  const connection = createPlainConnection({ uri: url, supportBigNumbers: true });
  try {
    yield* connection.query(sql, [...params]).stream();
  } finally {
    connection.end();
  }
}

async function mysqlDriver(url: string): Promise<Driver> {
  const connection = await createConnection({ uri: url, supportBigNumbers: true });
  return {
    insert: async (table, rows) => {
      await connection.beginTransaction();
      for (const batch of batches(rows, 1000)) {
        const { sql, params } = statement(table, batch);
        await connection.query(sql, params);
      }
      await connection.commit();
    },
    select: async (sql, params) => {
      const [rows] = await connection.execute(sql, [...params]);
      return rows as unknown[];
    },
    stream: (sql, params) => streamed(url, sql, params),
    run: async (sql, params = []) => {
      const [result] = await (params.length === 0 ? connection.query(sql) : connection.execute(sql, [...params]));
      return (result as { affectedRows: number }).affectedRows;
    },
    indexes: async (table) => {
      const [rows] = await connection.query(
        `SELECT index_name AS name, MAX(non_unique) AS plain, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns
         FROM information_schema.statistics WHERE table_schema = DATABASE() AND table_name = ? AND index_name <> 'PRIMARY'
         GROUP BY index_name`,
        [table],
      );
      return (rows as { name: string; plain: number | string; columns: string }[]).map(({ name, plain, columns }) => ({
        drop: `ALTER TABLE ${table} DROP INDEX ${name}`,
        create: `ALTER TABLE ${table} ADD ${Number(plain) === 0 ? 'UNIQUE ' : ''}INDEX ${name} (${columns})`,
      }));
    },
    tables: async () => {
      const [rows] = await connection.query(
        'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
      );
      return names(rows);
    },
    close: () => connection.end(),
  };
}

/** Opens the database that this environment leads the product to. */
export function openDriver(env: Environment): Promise<Driver> {
  const url = env['DATABASE_URL'];
  return url === undefined
    ? Promise.resolve(sqliteDriver(join(env['HEADWATER_DATA_DIR'] ?? '', 'headwater.sqlite')))
    : mysqlDriver(url);
}

/** Does the work while the table has no indexes but its key. */
export async function withoutIndexes(driver: Driver, table: string, work: () => Promise<void>): Promise<void> {
  const indexes = await driver.indexes(table);
  for (const { drop } of indexes) await driver.run(drop);
  await work();
  for (const { create } of indexes) await driver.run(create);
}
