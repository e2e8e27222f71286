import { readFileSync } from 'node:fs';
import { isRole } from '@headwater/access';
import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { z } from 'zod';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { readSetting } from '../database/settings.js';
import { countAdministrators } from './administrators.js';
import { Public } from './permission.js';
import { DemoAccountView, SetupView } from './views.js';

/** Setting under which the demo chain leaves its accounts: a list of `DemoAccountView`. */
export const DEMO_ACCOUNTS = 'demoAccounts';

const role = z.string().refine(isRole, 'a role');
const accounts = z.array(z.object({ email: z.string(), password: z.string(), name: z.string(), role, nodeName: z.string() }));

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));

@Resolver()
export class SetupResolver {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Public()
  @Query(() => SetupView)
  async setup(): Promise<SetupView> {
    const demoAccounts = await this.demoAccounts();
    const needsAdministrator = (await countAdministrators(this.database.read)) === 0;
    return { version, demo: demoAccounts.length > 0, demoAccounts, needsAdministrator };
  }

  private async demoAccounts(): Promise<DemoAccountView[]> {
    if (!this.config.demo) return [];
    return accounts.parse((await readSetting(this.database.read, DEMO_ACCOUNTS)) ?? []);
  }
}
