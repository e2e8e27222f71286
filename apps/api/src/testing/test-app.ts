import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Config, readConfig } from '../config/config.js';
import { createApp } from '../create-app.js';
import { Database } from '../database/database.js';
import { openDatabase } from '../database/open.js';
import { entities } from '../entities.js';
import { fillMysql, fillSqlite, keepMysql, keepSqlite } from './schema-template.js';

export type Engine = 'sqlite' | 'mysql';

const mysqlUrl = process.env['HEADWATER_TEST_MYSQL_URL'];
const requireAll = process.env['HEADWATER_REQUIRE_ALL'] === '1';

/** The engines this run can test. MariaDB needs HEADWATER_TEST_MYSQL_URL; where everything is required its absence is a failure. */
export function enginesHere(): Engine[] {
  if (mysqlUrl !== undefined) return ['sqlite', 'mysql'];
  if (requireAll) throw new Error('HEADWATER_TEST_MYSQL_URL is not set, and HEADWATER_REQUIRE_ALL=1 allows no skip');
  console.warn('MariaDB suites are skipped: HEADWATER_TEST_MYSQL_URL is not set');
  return ['sqlite'];
}

async function mysqlDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const base = new URL(mysqlUrl ?? '');
  const name = `hw_${newId().toLowerCase()}`;
  const run = async (sql: string) => {
    const admin = await new DataSource({ type: 'mysql', url: base.href }).initialize();
    await admin.query(sql);
    await admin.destroy();
  };
  await run(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  const url = new URL(base.href);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE ${name}`) };
}

export interface TestDatabase {
  config: Config;
  database: Database;
  close: () => Promise<void>;
}

/** A migrated database of its own, gone after `close`. */
export async function createTestDatabase(engine: Engine, env: Record<string, string> = {}): Promise<TestDatabase> {
  const dir = mkdtempSync(join(tmpdir(), 'headwater-'));
  const mysql = engine === 'mysql' ? await mysqlDatabase() : null;
  const config = readConfig({
    HEADWATER_DATA_DIR: dir,
    HEADWATER_DEMO: '0',
    LOG_LEVEL: 'error',
    HEADWATER_SECRET: 'a secret of the tests, long enough to sign with',
    ...(mysql && { DATABASE_URL: mysql.url }),
    ...env,
  });
  const { type } = config.database;
  const isFilled = mysql ? await fillMysql(mysql.url) : fillSqlite(join(dir, 'headwater.sqlite'));
  const database = await openDatabase(config, entities);
  if (!isFilled) await (type === 'mysql' ? keepMysql : keepSqlite)(database.writer);
  // What a test writes need not outlive the machine.
  if (engine === 'sqlite') await database.writer.query('PRAGMA synchronous = OFF');
  const close = async () => {
    await database.close();
    await mysql?.drop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { config, database, close };
}

export interface TestApp extends TestDatabase {
  app: NestFastifyApplication;
  clock: Clock;
}

/** The whole API over a database of its own, for supertest: `request(it.app.getHttpServer())`. */
export async function createTestApp(engine: Engine = 'sqlite', env: Record<string, string> = {}): Promise<TestApp> {
  const { config, database, close } = await createTestDatabase(engine, env);
  const app = await createApp(config, database);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const clock = app.get(Clock, { strict: false });
  return {
    app,
    clock,
    config,
    database,
    close: async () => {
      await app.close();
      await close().catch(() => undefined);
    },
  };
}
