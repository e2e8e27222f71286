import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { temporaryFolder, type Environment } from './product.js';

export type Engine = 'SQLite' | 'MariaDB';

const mysqlUrl = process.env['HEADWATER_TEST_MYSQL_URL'];

/** Why a suite on this engine cannot run here; null when it can. Where everything is required, the absence is an error. */
export function missing(engine: Engine): string | null {
  if (engine === 'SQLite' || mysqlUrl !== undefined) return null;
  if (process.env['HEADWATER_REQUIRE_ALL'] === '1') throw new Error('no MariaDB, and HEADWATER_REQUIRE_ALL=1 allows no skip');
  return 'no MariaDB here: HEADWATER_TEST_MYSQL_URL is not set';
}

export interface Storage {
  env: Environment;
  /** Another one after any row has been written; to be asked while no product runs on it. */
  fingerprint: () => Promise<string>;
  remove: () => Promise<void>;
}

/** A database file that nobody has open holds all that was written. */
const fingerprintOf = (dir: string) =>
  createHash('sha256')
    .update(readFileSync(join(dir, 'headwater.sqlite')))
    .digest('hex');

async function query(sql: string, database?: string): Promise<RowDataPacket[]> {
  const url = new URL(mysqlUrl ?? '');
  if (database !== undefined) url.pathname = `/${database}`;
  const connection = await createConnection(url.href);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(sql);
    return rows;
  } finally {
    await connection.end();
  }
}

async function checksums(database: string): Promise<string> {
  const tables = (await query('SHOW TABLES', database)).flatMap((row) => Object.values(row) as string[]);
  return JSON.stringify(await query(`CHECKSUM TABLE ${tables.join(', ')}`, database));
}

/** An empty database of the test's own, as the environment that leads the product to it. */
export async function emptyStorage(engine: Engine): Promise<Storage> {
  const folder = temporaryFolder();
  const env: Environment = { HEADWATER_DATA_DIR: folder.dir, HEADWATER_DEMO: '0' };
  if (engine === 'SQLite')
    return { env, fingerprint: async () => fingerprintOf(folder.dir), remove: async () => folder.remove() };
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  await query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = new URL(mysqlUrl ?? '');
  url.pathname = `/${name}`;
  const remove = async () => {
    await query(`DROP DATABASE ${name}`);
    folder.remove();
  };
  return { env: { ...env, DATABASE_URL: url.href }, fingerprint: () => checksums(name), remove };
}
