import { readConfig, type Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import { openDatabase } from '../database/open.js';
import { entities } from '../entities.js';

export interface Session {
  readonly config: Config;
  readonly database: Database;
}

/** Opens the database of the environment, brings it to the newest migration, and closes it whatever happens. */
export async function withDatabase<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const config = readConfig();
  const database = await openDatabase(config, entities);
  try {
    return await work({ config, database });
  } finally {
    await database.close().catch(() => undefined);
  }
}
