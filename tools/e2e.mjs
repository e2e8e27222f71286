import { join } from 'node:path';
import { machine } from './machine.mjs';
import { build } from './nx.mjs';
import { exitOnSignals, node, root, tool } from './run.mjs';

exitOnSignals();
await build(['api', 'admin']);
const { env, missing, stop } = await machine();
if (missing) console.log(`Left out here: ${missing}.`);
const options = { cwd: join(root, 'e2e'), env, show: true, minutes: 60 };
const { code } = await node(tool('@playwright/test/cli.js'), ['test', ...process.argv.slice(2)], options);
await stop();
process.exitCode = code;
