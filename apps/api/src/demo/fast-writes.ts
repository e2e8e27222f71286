import type { Database } from '../database/database.js';

const relaxed = ['synchronous = OFF', 'wal_autocheckpoint = 20000', 'cache_size = -65536', 'temp_store = MEMORY'];
const usual = ['wal_autocheckpoint = 1000', 'cache_size = -2000', 'temp_store = DEFAULT'];

/**
 * Runs the planting without waiting for the disk after each of its thousands of transactions: what a crash of the machine leaves of it is
 * thrown away at the next start anyway. Only SQLite has such a switch; afterwards the disk holds all of it and the switch is back.
 */
export async function withFastWrites<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.dialect !== 'sqlite') return work();
  const [before] = await database.writer.query<{ synchronous: number }[]>('PRAGMA synchronous');
  for (const pragma of relaxed) await database.writer.query(`PRAGMA ${pragma}`);
  try {
    return await work();
  } finally {
    for (const pragma of [`synchronous = ${String(before?.synchronous ?? 1)}`, ...usual])
      await database.writer.query(`PRAGMA ${pragma}`);
    await database.writer.query('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}
