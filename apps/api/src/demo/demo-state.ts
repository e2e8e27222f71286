import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { readSetting } from '../database/settings.js';

/** Setting that says what the demo chain was made from. */
export const DEMO = 'demo';

const state = z.object({ seed: z.number(), day: z.string(), planted: z.boolean() });

/** `planted` is false while the planting runs, and stays so where it was interrupted. `day` is the first start's, in China. */
export type DemoState = z.infer<typeof state>;

/** Null: this database holds no demo chain. */
export async function readDemoState(manager: EntityManager): Promise<DemoState | null> {
  return state.nullable().parse(await readSetting(manager, DEMO));
}
