import { migrations } from '@headwater/migrations';
import { DataSource, DataSourceOptions, EntitySchema, MixedList } from 'typeorm';
import { Config } from '../config/config.js';
import { isWide } from './columns.js';
import { SnakeNaming } from './naming.js';

type Entities = MixedList<(new () => object) | EntitySchema>;

/** mysql2 hands 64-bit integers and sums over as numbers, like SQLite does. */
const mysqlExtra = { supportBigNumbers: true, bigNumberStrings: false, decimalNumbers: true, connectionLimit: 10, timezone: 'Z' };

/** The product has several hundred statements; preparing one costs more than running it. */
const STATEMENTS = 1000;

function options(config: Config, entities: Entities): DataSourceOptions {
  const shared = { entities, migrations, namingStrategy: new SnakeNaming(), migrationsTransactionMode: 'each' as const };
  if (config.database.type === 'mysql') {
    const url = config.database.url;
    return {
      ...shared,
      type: url.startsWith('mariadb:') ? 'mariadb' : 'mysql',
      url,
      charset: 'utf8mb4',
      extra: mysqlExtra,
    };
  }
  const sqlite = { database: config.database.file, enableWAL: true, timeout: 10_000, statementCacheSize: STATEMENTS };
  return { ...shared, type: 'better-sqlite3', ...sqlite };
}

/** Entities are the same for both engines; the one type that differs is put in here. */
class PortableDataSource extends DataSource {
  protected override async buildMetadatas(): Promise<void> {
    await super.buildMetadatas();
    if (this.options.type === 'better-sqlite3') return;
    for (const column of this.entityMetadatas.flatMap(({ columns }) => columns)) if (isWide(column)) column.type = 'mediumtext';
  }
}

/** A data source over the database of the configuration. */
export function createDataSource(config: Config, entities: Entities): DataSource {
  return new PortableDataSource(options(config, entities));
}
