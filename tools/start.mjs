import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './nx.mjs';
import { root } from './run.mjs';

const main = new URL('../apps/api/dist/main.js', import.meta.url);
const fresh = !existsSync(main);

process.chdir(root);
if (fresh) console.log('Building Headwater; the first time takes a minute.');
await build(['api', 'admin']);

// npm passes Ctrl-C on although the terminal has already sent it, so a second signal must not cut the shutdown short.
// What holds the process open much longer than that is cut off.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => setTimeout(() => process.exit(1), 15_000).unref());

// The server runs in this very process: one process to watch, one to stop.
process.argv[1] = fileURLToPath(main);
await import(main.href);
