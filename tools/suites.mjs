import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { node, root, tool } from './run.mjs';
import { report } from './tally.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'headwater-test-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));

/** Whatever a killed or careless test leaves behind goes with the run's own folder; compiled tests stay for the next run. */
const tidy = { TMPDIR: temporary };
const jestCache = tool('.cache/jest');

/** Fewer words about what Node calls experimental, beside what the user set himself. */
const nodeOptions = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim();

/** A busy machine takes its time; a suite that hangs is ended all the same. */
const MINUTES = 60;

const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;
const counted = ({ passed, skipped }) => plural(passed, 'test') + (skipped > 0 ? `, ${skipped} skipped` : '');

function results(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const SHOWN = 5;

/** The files that took longest, whoever wants a run to be shorter begins there. */
function slowest(times) {
  const longest = times.toSorted((a, b) => b.ms - a.ms).slice(0, SHOWN);
  const words = longest.map(({ file, ms }) => `${basename(file).replace('.spec.ts', '')} ${Math.round(ms / 1000)} s`);
  return words.length > 0 ? `longest: ${words.join(', ')}` : '';
}

/** A run that ended badly without a failed test of its own (it crashed, or found none) is still one failure. */
function tell(name, since, { code, output }, counts, why = '') {
  const failed = counts.failed === 0 && code !== 0 ? 1 : counts.failed;
  report({ name, ...counts, failed, note: [counted(counts), why].filter(Boolean).join('; '), since, output });
}

async function jest(folder, env) {
  const since = Date.now();
  const file = join(temporary, `${folder.replaceAll('/', '-')}.json`);
  const options = { cwd: join(root, folder), env: { ...env, ...tidy, NODE_OPTIONS: nodeOptions }, minutes: MINUTES };
  const ended = await node(
    tool('jest/bin/jest.js'),
    [
      '--ci',
      '--json',
      '--maxWorkers=100%',
      '--workerIdleMemoryLimit=1GB',
      `--outputFile=${file}`,
      `--cacheDirectory=${jestCache}`,
    ],
    options,
  );
  const json = results(file);
  const counts = {
    passed: json?.numPassedTests ?? 0,
    failed: (json?.numFailedTests ?? 0) + (json?.numRuntimeErrorTestSuites ?? 0),
    skipped: (json?.numPendingTests ?? 0) + (json?.numTodoTests ?? 0),
  };
  const times = (json?.testResults ?? []).map(({ name, startTime, endTime }) => ({ file: name, ms: endTime - startTime }));
  tell(`jest ${folder}`, since, ended, counts, slowest(times));
}

const inside = (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);

/** Jest of every package that has it, one after another: a suite may use all cores. */
export async function runJest(env) {
  const packages = [...inside('libs'), 'migrations', ...inside('apps'), 'e2e', 'bench'];
  for (const folder of packages.filter((name) => existsSync(join(root, name, 'jest.config.mjs')))) await jest(folder, env);
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

const durationOf = ({ specs = [], suites = [] }) =>
  sum(specs.flatMap(({ tests }) => tests.flatMap(({ results: runs }) => runs.map(({ duration }) => duration)))) +
  sum(suites.map(durationOf));

/** All browser tests; `why` says what was left out. */
export async function runE2e(env, why) {
  const since = Date.now();
  const file = join(temporary, 'e2e.json');
  const options = { cwd: join(root, 'e2e'), env: { ...env, ...tidy, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, minutes: MINUTES };
  const ended = await node(tool('@playwright/test/cli.js'), ['test', '--reporter=line,json'], options);
  const { stats, suites = [] } = results(file) ?? {};
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
  const times = suites.map((suite) => ({ file: suite.file, ms: durationOf(suite) }));
  const note = [why, slowest(times)].filter(Boolean).join('; ');
  tell('e2e', since, ended, { passed: expected, failed: unexpected + flaky, skipped }, note);
}
