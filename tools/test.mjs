import { runBuild, runGates } from './gates.mjs';
import { machine } from './machine.mjs';
import { exitOnSignals } from './run.mjs';
import { runE2e, runJest } from './suites.mjs';
import { finish } from './tally.mjs';

exitOnSignals();
const { mariadb, env, missing, stop } = await machine();
if (missing) console.log(`Left out here: ${missing}.`);
await runBuild();

/** Browser tests wait more than they work: gates and Jest use the rest of the machine beside them. */
await Promise.all([runE2e(env, missing), runGates(mariadb).then(() => runJest(env))]);
await stop();
finish();
