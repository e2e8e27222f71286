/**
 * Runs bench/*.bench.ts (or .mjs), each in a process of its own, one after another. A benchmark prints a line of JSON for each
 * measurement, `{"what": "resolve one branch", "size": 100000, "value": 12.3, "unit": "µs"}`; other lines pass through.
 * HEADWATER_TEST_MYSQL_URL names a MariaDB when this machine has one. `--cases N` is how many cases the one of them plants, `--lines N`
 * how many lines of the books, `--rows N` how many rows a file of costs gets; `--minutes N` is how long a benchmark may take.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { machine } from './machine.mjs';
import { build } from './nx.mjs';
import { exitOnSignals, node, root, tool } from './run.mjs';

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'string' },
    cases: { type: 'string' },
    lines: { type: 'string' },
    rows: { type: 'string' },
    minutes: { type: 'string', default: '30' },
  },
  allowPositionals: true,
});
const folder = join(root, 'bench');
const out = join(folder, 'dist');

/** Benchmarks share helpers with the browser tests, so the folder that holds both is the root of what is compiled. */
async function compile() {
  const flags = { noEmit: false, outDir: out, rootDir: root, declaration: false };
  const args = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, String(value)]);
  const { code, output } = await node(tool('typescript7/bin/tsc'), ['-p', folder, ...args]);
  if (code === 0) return;
  console.error(output);
  process.exit(1);
}

function measurement(line) {
  try {
    const row = JSON.parse(line);
    return typeof row?.what === 'string' && typeof row.value === 'number' ? row : null;
  } catch {
    return null;
  }
}

async function measure(file, env) {
  const script = file.endsWith('.ts') ? join(out, 'bench', file.replace(/\.ts$/, '.js')) : join(folder, file);
  const { code, output } = await node(script, [], { env, minutes: Number(values.minutes) });
  const lines = output.split('\n').filter(Boolean);
  for (const line of lines.filter((text) => !measurement(text))) console.log(line);
  if (code !== 0) process.exitCode = 1;
  if (code !== 0) console.error(`${file} failed`);
  return lines
    .map(measurement)
    .filter(Boolean)
    .map((row) => ({ bench: file.replace(/\.bench\.\w+$/, ''), ...row }));
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

function table(rows) {
  const cells = rows.map(({ bench, what, size, value, unit = '' }) => [
    bench,
    what,
    size === undefined ? '' : number.format(size),
    number.format(value),
    unit,
  ]);
  const all = [['bench', 'what', 'size', 'value', 'unit'], ...cells];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const pad = (cell, column) => (column === 2 || column === 3 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  for (const row of all) console.log(row.map(pad).join('  ').trimEnd());
}

exitOnSignals();
await build([]);
await compile();
const { env: found, missing, stop } = await machine();
const sizes = {
  ...(values.cases && { HEADWATER_BENCH_CASES: values.cases }),
  ...(values.lines && { HEADWATER_BENCH_LINES: values.lines }),
  ...(values.rows && { HEADWATER_BENCH_ROWS: values.rows }),
};
const env = { ...found, ...sizes };
if (missing) console.log(`Left out here: ${missing}.`);
const rows = [];
const named = (file) => positionals.length === 0 || positionals.some((name) => file.includes(name));
const files = readdirSync(folder).filter((file) => /\.bench\.(ts|mjs)$/.test(file) && named(file));
if (files.length === 0) {
  console.error(`no benchmark is named ${positionals.join(' or ')}`);
  process.exitCode = 2;
}
for (const file of files) rows.push(...(await measure(file, env)));
await stop();
table(rows);
if (values.json) {
  const about = { at: new Date().toISOString(), node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  writeFileSync(values.json, `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
}
