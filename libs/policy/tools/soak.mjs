// The laws of policy with as many random chains as one likes: npm run soak -- --runs 5000 --seed 42
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string' } } });
const wholeNumber = (name, text) => {
  if (/^\d+$/.test(text)) return text;
  console.error(`--${name} takes a whole number, not ${text}`);
  process.exit(2);
};

const home = fileURLToPath(new URL('..', import.meta.url));

/** Every suite that states a law, wherever it stands. */
const suites = readdirSync(join(home, 'src'), { recursive: true })
  .filter((file) => file.endsWith('.spec.ts') && readFileSync(join(home, 'src', file), 'utf8').includes("testing/laws.js'"))
  .map((file) => `src/${file}`);

const runs = wholeNumber('runs', values.runs);
const seed = wholeNumber('seed', values.seed ?? String(Date.now() % 2 ** 31));
console.log(`soak: ${runs} runs of each law in ${suites.length} suites, seed ${seed}`);

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const minute = 60_000;
// Suites side by side on every core: with a limit for its workers Jest never thinks that one process will do.
const sideBySide = ['--maxWorkers=100%', '--workerIdleMemoryLimit=2GB'];
const reporters = ['--reporters=default', `--reporters=${join(home, 'tools', 'soak-reporter.mjs')}`];
const { status } = spawnSync(
  process.execPath,
  [jest, '--runTestsByPath', ...suites, ...sideBySide, ...reporters, `--testTimeout=${24 * 60 * minute}`],
  {
    cwd: home,
    env: { ...process.env, HEADWATER_RUNS: runs, HEADWATER_SEED: seed },
    stdio: 'inherit',
  },
);
console.log(`soak: ${status === 0 ? 'every law held' : 'a law failed'}; repeat with --runs ${runs} --seed ${seed}`);
process.exit(status ?? 1);
