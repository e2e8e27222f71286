import { runBuild, runGates } from './gates.mjs';
import { testMariadb } from './mariadb.mjs';
import { exitOnSignals } from './run.mjs';
import { finish } from './tally.mjs';

exitOnSignals();
const mariadb = await testMariadb();
await runBuild();
await runGates(mariadb);
await mariadb.stop();
finish();
