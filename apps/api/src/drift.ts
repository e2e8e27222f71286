import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, readConfig } from './config/config.js';
import { createDataSource } from './database/data-source.js';
import { entities } from './entities.js';

/** TypeORM reads MariaDB's column defaults right only when told that it is MariaDB; a mysql:// URL may lead to one. */
async function namingItsEngine(config: Config): Promise<Config> {
  if (config.database.type !== 'mysql') return config;
  const probe = await createDataSource(config, []).initialize();
  const [row] = await probe.query<{ version: string }[]>('SELECT VERSION() AS version');
  await probe.destroy();
  const isMariaDb = row?.version.includes('MariaDB') === true;
  return isMariaDb ? { ...config, database: { type: 'mysql', url: config.database.url.replace(/^mysql:/, 'mariadb:') } } : config;
}

/**
 * The schema gate: migrates an empty database up, down and up again, then asks TypeORM what it would still change. Runs on SQLite, or on
 * the empty MySQL or MariaDB database that DATABASE_URL names. Prints each difference; exit code 1 if there is any.
 */
async function main(): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'headwater-drift-'));
  const config = readConfig();
  const empty =
    config.database.type === 'mysql'
      ? config
      : { ...config, database: { type: 'sqlite' as const, file: join(dir, 'drift.sqlite') } };
  const source = await createDataSource(await namingItsEngine(empty), entities).initialize();
  try {
    await source.runMigrations();
    while ((await source.query<unknown[]>('SELECT id FROM migrations')).length > 0) await source.undoLastMigration();
    await source.runMigrations();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    for (const { query } of upQueries) console.error(`differs from the entities: ${query}`);
    return upQueries.length === 0 ? 0 : 1;
  } finally {
    await source.destroy();
    rmSync(dir, { recursive: true, force: true });
  }
}

process.exitCode = await main();
