import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './create-app.js';
import { type Config, readConfig } from './config/config.js';
import type { Database } from './database/database.js';
import { openDatabase } from './database/open.js';
import { prepareDemo } from './demo/demo.js';
import { readDemoAccounts } from './demo/demo-accounts.js';
import { entities } from './entities.js';
import type { Progress } from './imports/progress.js';
import { explainStartFailure } from './start-failure.js';
import { NoOrganization } from './tree/tree.errors.js';
import { TreeService } from './tree/tree.service.js';

/** Until the app answers signals itself, one of them ends the process; what was half planted is planted anew at the next start. */
function endOnSignal(): () => void {
  const end = () => process.exit(130);
  process.on('SIGINT', end).on('SIGTERM', end);
  return () => void process.off('SIGINT', end).off('SIGTERM', end);
}

const planting: Progress = {
  start: () => console.log('Planting the demo chain; this happens once and takes about a minute.'),
  advance: () => undefined,
  done: () => undefined,
};

async function tellAccounts(config: Config, database: Database): Promise<void> {
  const accounts = config.demo ? await readDemoAccounts(database.read) : [];
  const [first] = accounts;
  if (!first) return;
  console.log(`Demo accounts, all with the password ${first.password}:`);
  const widest = Math.max(...accounts.map(({ email }) => email.length));
  for (const { email, role, name, nodeName } of accounts)
    console.log(`  ${email.padEnd(widest)}  ${role} · ${name} · ${nodeName}`);
}

/** Clocks begin with the app, before anybody has asked for the organization. */
async function knowOrganization(app: NestFastifyApplication): Promise<void> {
  await app
    .get(TreeService, { strict: false })
    .current()
    .catch((error: unknown) => {
      if (!(error instanceof NoOrganization)) throw error;
    });
}

async function main(): Promise<void> {
  const answerSignals = endOnSignal();
  const config = readConfig();
  const database = await openDatabase(config, entities);
  await prepareDemo(config, database, planting);
  const app = await createApp(config, database);
  // A signal ends the process in order, with exit code 0; Nest would otherwise end it by sending itself the signal again.
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  answerSignals();
  await knowOrganization(app);
  await app.init();
  // Nest's own listen would log a port in use beside the one line that says so.
  await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
  console.log(`Headwater runs at ${config.publicUrl}`);
  await tellAccounts(config, database);
}

main().catch((error: unknown) => {
  console.error(explainStartFailure(error));
  process.exit(1);
});
