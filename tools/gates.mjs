import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nx } from './nx.mjs';
import { node, root, run, tool } from './run.mjs';
import { report } from './tally.mjs';

const npm = (script, env) => run('npm', ['run', '--silent', script, '-w', '@headwater/api'], { env });

/** A lock file that `npm ci` would refuse stops everyone who clones. */
async function lockFile() {
  const { code, output } = await run('npm', ['ci', '--dry-run', '--ignore-scripts']);
  const hint = 'If binaries of other platforms are missing: node tools/lock-platforms.mjs';
  return { code, output: code === 0 ? '' : `${output}\n${hint}` };
}

/** By name: what a folder or a pattern means differs between the versions of Node. */
const testsIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => `${folder}/${name}`);

const drift = (url) => npm('drift', { DATABASE_URL: url });

function driftOnMariadb({ url, missing }) {
  const name = 'schema drift, MariaDB';
  return missing ? { name, skipped: 1, note: `skipped: ${missing}` } : { name, check: () => drift(url) };
}

function gates(mariadb) {
  return [
    { name: 'lock file', check: lockFile },
    { name: 'types', check: () => node(tool('oxlint/bin/oxlint'), ['.']) },
    { name: 'lint', check: () => node(tool('eslint/bin/eslint.js'), ['.', '--max-warnings', '0']) },
    { name: 'import cycles', check: () => node(tool('oxlint/bin/oxlint'), ['-c', 'tools/eslint/cycles.json', '.']) },
    { name: 'formatting', check: () => node(tool('prettier/bin/prettier.cjs'), ['--check', '--log-level', 'warn', '.']) },
    { name: 'unused code', check: () => node(tool('knip/bin/knip.js'), ['--no-progress']) },
    {
      name: 'faults are refused',
      check: () => run(process.execPath, ['--test', ...['tools/eslint', 'tools/jest'].flatMap(testsIn)]),
    },
    { name: 'schema.graphql', check: () => npm('schema:check') },
    { name: 'schema drift, SQLite', check: () => drift('') },
    driftOnMariadb(mariadb),
  ];
}

async function pass({ name, check, note, skipped }) {
  const since = Date.now();
  if (!check) return report({ name, skipped, note, since });
  const { code, output } = await check();
  report({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, since, output });
}

/** Comes before all else: types, typed rules and browser tests read what packages declare and make. */
export const runBuild = () => pass({ name: 'build', check: () => nx('build') });

/** Every gate, two at a time. */
export async function runGates(mariadb) {
  const waiting = gates(mariadb);
  const worker = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) await pass(gate);
  };
  await Promise.all([worker(), worker()]);
}
