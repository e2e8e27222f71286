import { runGates } from './gates.mjs';
import { machine } from './machine.mjs';
import { exitOnSignals } from './run.mjs';
import { runE2e, runJest } from './suites.mjs';
import { finish } from './tally.mjs';

exitOnSignals();
const { mariadb, env, missing, stop } = await machine();
if (missing) console.log(`Left out here: ${missing}.`);
await runGates(mariadb);
await runJest(env);
await runE2e(env, missing);
await stop();
finish();
