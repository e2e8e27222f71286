import { DEMO_PASSWORD } from '../demo/world/people.js';
import { ensureDemo } from '../demo/demo.js';
import { readDemoAccounts } from '../demo/demo-accounts.js';
import { EXIT, type ExitCode } from './exit.js';
import { withDatabase } from './session.js';
import { terminalProgress } from './terminal.js';

export interface SeedOptions {
  readonly renew?: boolean;
  readonly seed?: number;
}

export function seed({ renew = false, seed: number }: SeedOptions): Promise<ExitCode> {
  return withDatabase(async ({ config, database }) => {
    const began = Date.now();
    const planted = await ensureDemo(config, database, {
      renew,
      progress: terminalProgress(),
      ...(number !== undefined && { seed: number }),
    });
    if (!planted) {
      console.log('The demo chain is there already; --renew throws it away and plants it anew, up to today.');
      return EXIT.done;
    }
    const accounts = await readDemoAccounts(database.read);
    console.log(
      `The demo chain is planted, in ${String(Math.round((Date.now() - began) / 1_000))} s. Password of all accounts: ${DEMO_PASSWORD}`,
    );
    for (const { email, role } of accounts) console.log(`  ${email}  ${role}`);
    if (renew) console.log('Restart Headwater where it is running.');
    return EXIT.done;
  });
}
