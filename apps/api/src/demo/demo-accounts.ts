import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DEMO_ACCOUNTS } from '../auth/setup.resolver.js';
import { Setting } from '../database/setting.entity.js';
import { readSetting, writeSetting } from '../database/settings.js';

const account = z.object({ email: z.string(), password: z.string(), name: z.string(), role: z.string(), nodeName: z.string() });

export type DemoAccount = z.infer<typeof account>;

/** What the start prints and the sign-in page shows. */
export const writeDemoAccounts = (tx: EntityManager, accounts: readonly DemoAccount[]): Promise<void> =>
  writeSetting(tx, DEMO_ACCOUNTS, [...accounts]);

/** The accounts to show; none where there is no demo chain. */
export async function readDemoAccounts(manager: EntityManager): Promise<DemoAccount[]> {
  return z.array(account).parse((await readSetting(manager, DEMO_ACCOUNTS)) ?? []);
}

export async function forgetDemoAccounts(tx: EntityManager): Promise<void> {
  await tx.delete(Setting, { key: DEMO_ACCOUNTS });
}
