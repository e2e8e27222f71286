import { runBuild, runGates } from './gates.mjs';
import { machine } from './machine.mjs';
import { testMariadb } from './mariadb.mjs';
import { exitOnSignals } from './run.mjs';
import { runE2e, runJest } from './suites.mjs';
import { finish } from './tally.mjs';

exitOnSignals();
const { mariadb, env, missing, stop } = await machine();
if (missing) console.log(`Left out here: ${missing}.`);
await runBuild();

/** Jest makes and drops a thousand databases; a migration on the same server waits minutes for its turns. */
const ofPages = await testMariadb();
const pagesEnv = { ...env, ...(ofPages.url && { HEADWATER_TEST_MYSQL_URL: ofPages.url }) };

/** Browser tests wait more than they work: gates and Jest use the rest of the machine beside them. */
await Promise.all([runE2e(pagesEnv, missing), runGates(mariadb).then(() => runJest(env))]);
await Promise.all([stop(), ofPages.stop()]);
finish();
