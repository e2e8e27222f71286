import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import { EpochCounter } from '../database/epoch.entity.js';
import { Setting } from '../database/setting.entity.js';
import type { Progress } from '../imports/progress.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { startOfDay } from './calendar.js';
import { forgetDemoAccounts } from './demo-accounts.js';
import { DEMO, readDemoState } from './demo-state.js';
import { DemoInside, NoDemoWanted, NotTheDemo } from './demo.errors.js';
import { plantDemo } from './plant.js';
import { FULL, type DemoSize } from './size.js';

export interface DemoWish {
  /** Another seed gives another history; without one, that of the chain that is there, else 1. */
  readonly seed?: number;
  /** Throw the demo chain away and plant it anew, up to today. */
  readonly renew?: boolean;
  readonly size?: DemoSize;
  readonly progress?: Progress;
}

const SEED = 1;

/** Plants the demo chain where the database is empty or an earlier planting was broken off. @returns whether it planted @throws NoDemoWanted, NotTheDemo */
export async function ensureDemo(config: Config, database: Database, wish: DemoWish = {}): Promise<boolean> {
  if (!config.demo) throw new NoDemoWanted();
  const state = await readDemoState(database.read);
  if (state?.planted && wish.renew !== true) return false;
  if (state === null && (await isOwnChain(database))) throw new NotTheDemo();
  if (state !== null) await clear(database);
  const { seed = state?.seed ?? SEED, size = FULL, progress } = wish;
  const today = startOfDay(config.startAt ?? Date.now());
  await plantDemo(config, database, { seed, today, size, ...(progress && { progress }) });
  return true;
}

/** Before the first page is served: the demo chain where it is wanted, and none where it is not. @returns whether it planted @throws DemoInside */
export async function prepareDemo(config: Config, database: Database, progress: Progress): Promise<boolean> {
  const state = await readDemoState(database.read);
  if (!config.demo && state !== null) throw new DemoInside();
  if (!config.demo || (state === null && (await isOwnChain(database)))) return false;
  return ensureDemo(config, database, { progress });
}

const isOwnChain = (database: Database): Promise<boolean> => database.read.existsBy(OrgNode, { type: 'headquarters' });

/** Empties every table; the epoch goes on, and the installation keeps what it remembers about itself. */
async function clear(database: Database): Promise<void> {
  const kept = [Setting, EpochCounter] as readonly unknown[];
  await database.inTransaction(async (tx) => {
    const tables = tx.dataSource.entityMetadatas.filter(({ target }) => !kept.includes(target));
    for (const { tablePath } of tables) await tx.query(`DELETE FROM ${tablePath}`);
    await tx.delete(Setting, { key: DEMO });
    await forgetDemoAccounts(tx);
  });
}
