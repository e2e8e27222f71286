import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource, EntitySchema, MixedList } from 'typeorm';
import { Config } from '../config/config.js';
import { createDataSource } from './data-source.js';
import { Database } from './database.js';

export class DatabaseUnavailable extends Error {}

type Entities = MixedList<(new () => object) | EntitySchema>;

const where = (config: Config) =>
  config.database.type === 'sqlite' ? config.database.file : config.database.url.replace(/:[^:@/]*@/, ':***@');

async function initialize(source: DataSource, config: Config): Promise<DataSource> {
  try {
    return await source.initialize();
  } catch (error) {
    throw new DatabaseUnavailable(
      `The database at ${where(config)} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Opens the database and brings it to the newest migration. Safe to run again after a migration that failed half-way. */
export async function openDatabase(config: Config, entities: Entities): Promise<Database> {
  if (config.database.type === 'sqlite' && !existsSync(dirname(config.database.file))) {
    try {
      mkdirSync(dirname(config.database.file), { recursive: true });
    } catch (error) {
      throw new DatabaseUnavailable(
        `The folder of ${where(config)} cannot be made: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  const writer = await initialize(createDataSource(config, entities), config);
  await writer.runMigrations();
  const reader = await initialize(createDataSource(config, entities), config);
  return new Database(writer, reader);
}
