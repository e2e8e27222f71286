import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { newId } from '../common/ids.js';

const steps = join(import.meta.dirname, '../../../../migrations/src');

/** Another one after any change of a migration, so that no test sees a stale schema. */
const edition = createHash('sha256');
for (const file of readdirSync(steps).sort()) edition.update(readFileSync(join(steps, file)));

const template = join(tmpdir(), `headwater-schema-${edition.digest('hex').slice(0, 16)}`);

const sqlite = `${template}.sqlite`;
const mysql = `${template}.json`;

/** Puts the schema there as the migrations leave it. They run in a test's own database once a run; on MariaDB they take seconds. */
export function fillSqlite(file: string): boolean {
  if (!existsSync(sqlite)) return false;
  copyFileSync(sqlite, file);
  return true;
}

/** Keeps what a migrated database holds before anybody writes to it; whole or not at all, as other workers keep the same. */
export async function keepSqlite(source: DataSource): Promise<void> {
  const draft = `${sqlite}.${newId()}`;
  await source.query(`VACUUM INTO '${draft}'`);
  renameSync(draft, sqlite);
}

export async function fillMysql(url: string): Promise<boolean> {
  if (!existsSync(mysql)) return false;
  const statements = JSON.parse(readFileSync(mysql, 'utf8')) as [sql: string, values: unknown[]][];
  const source = await new DataSource({ type: 'mysql', url, extra: { connectionLimit: 1 } }).initialize();
  for (const [sql, values] of statements) await source.query(sql, values);
  await source.destroy();
  return true;
}

export async function keepMysql(source: DataSource): Promise<void> {
  const tables = (await source.query<Record<string, string>[]>('SHOW TABLES')).flatMap((row) => Object.values(row));
  const statements: [string, unknown[]][] = [['SET FOREIGN_KEY_CHECKS = 0', []]];
  for (const table of tables) {
    const [made] = await source.query<{ 'Create Table': string }[]>(`SHOW CREATE TABLE \`${table}\``);
    if (made) statements.push([made['Create Table'], []]);
    for (const row of await source.query<Record<string, unknown>[]>(`SELECT * FROM \`${table}\``)) {
      const columns = Object.keys(row);
      const marks = columns.map(() => '?').join(', ');
      statements.push([`INSERT INTO \`${table}\` (\`${columns.join('`, `')}\`) VALUES (${marks})`, Object.values(row)]);
    }
  }
  const draft = `${mysql}.${newId()}`;
  writeFileSync(draft, JSON.stringify(statements));
  renameSync(draft, mysql);
}
