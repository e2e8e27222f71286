import { missing, type Engine } from '../e2e/support/engines.js';
import { startBare, type BareServer } from './support/bare-server.js';
import { LINES_OF_RETURN, plantBooks } from './support/book-rows.js';
import { median, report, seedOf, throughput } from './support/measure.js';
import { plantChain } from './support/plant.js';
import { peakMemory } from './support/memory.js';
import { startTrial, type Trial } from './support/trial.js';

/** `npm run bench -- costs --lines 5000000 --rows 1000000` asks for more. */
const LINES = Number(process.env['HEADWATER_BENCH_LINES'] ?? 50_000);
const ROWS = Number(process.env['HEADWATER_BENCH_ROWS'] ?? 50_000);
const TOP = 100;
/** Who look at a report at the same moment: over millions of lines each look takes its time. */
const READERS = { width: 2 };
/** A chain's reports: two years would be twice as many totals, and lines, for a store. */
const REPORTED = { branches: 500, months: 12, carriers: 3 };
/** A file has up to three dimensions: these two, and as many stores as it takes. */
const FILE = { months: 24, carriers: 20 };

const QUERY = `query ($within: ID!) { costReport(filter: { within: $within }, by: [store], top: ${String(TOP)}) {
  totalAmount otherAmount otherRows rows { amount cases keys { value label } } } }`;
const COSTS = "component <> 'refund' AND currency = 'CNY'";
const topOf = (level: number) =>
  `SELECT origin_node_id AS store, SUM(amount) AS amount FROM ledger_summary WHERE a${String(level)} = ? AND ${COSTS}
   GROUP BY origin_node_id ORDER BY SUM(amount) DESC, origin_node_id LIMIT ${String(TOP)}`;

interface Report {
  readonly totalAmount: number;
  readonly rows: readonly unknown[];
}

const reportOf = async ({ admin }: Trial, within: string): Promise<Report> =>
  (await admin.ask<{ costReport: Report }>(QUERY, { within })).costReport;

/** The store report of a unit, against its one statement without a framework; the whole stack also counts cases and what is beyond the top. */
async function measureReport(engine: Engine, trial: Trial, bare: BareServer, [what, id, level]: Place): Promise<void> {
  const { rows: shown } = await reportOf(trial, id);
  const whole = await throughput(async () => {
    const { rows } = await reportOf(trial, id);
    if (rows.length !== shown.length) throw new Error(`${String(rows.length)} stores`);
  }, READERS);
  const bareRate = await throughput(async () => {
    const rows = await bare.select(topOf(level), [id]);
    if (rows.length !== shown.length) throw new Error(`${String(rows.length)} stores without a framework`);
  }, READERS);
  report(`store report, ${what}, ${engine}: whole stack`, whole, 'per s', LINES);
  report(`store report, ${what}, ${engine}: node:http + driver`, bareRate, 'per s', LINES);
  report(`store report, ${what}, ${engine}: stack ÷ bare`, whole / bareRate, 'ratio', LINES);
}

/** What it is called, its id, its level below HQ. */
type Place = readonly [what: string, id: string, level: number];

async function placesIn({ driver, hq }: Trial): Promise<Place[]> {
  const rows = await driver.select("SELECT id, a1 FROM org_node WHERE type = 'store' ORDER BY id LIMIT 1", []);
  const [store] = rows as { id: string; a1: string }[];
  if (!store) throw new Error('no store');
  return [
    ['HQ', hq, 0],
    ['a region', store.a1, 1],
    ['a store', store.id, 3],
  ];
}

/** The report says what the lines add up to, else the planted totals are wrong. */
async function expectTies(trial: Trial): Promise<void> {
  const [sum] = (await trial.driver.select("SELECT SUM(amount) AS amount FROM ledger_line WHERE account = 'expense'", [])) as {
    amount: number | string;
  }[];
  const { totalAmount } = await reportOf(trial, trial.hq);
  if (totalAmount !== Number(sum?.amount))
    throw new Error(`${String(totalAmount)} in the report, ${String(sum?.amount)} in the lines`);
}

async function measureReports(engine: Engine): Promise<void> {
  const { branches, ...spread } = REPORTED;
  const trial = await startTrial(engine, async (driver) => {
    await plantChain(driver, branches, 0, seedOf());
    await plantBooks(driver, branches, { ...spread, returns: Math.ceil(LINES / LINES_OF_RETURN), whole: true });
  });
  await expectTies(trial);
  const bare = await startBare(trial.env);
  for (const place of await placesIn(trial)) await measureReport(engine, trial, bare, place);
  await bare.end();
  await trial.end();
}

const BY = ['store', 'month', 'carrier'];
const RAW = `SELECT origin_node_id, period, carrier, SUM(amount) AS amount FROM ledger_summary WHERE a0 = ? AND ${COSTS}
  GROUP BY origin_node_id, period, carrier`;

/** Reads the file as it comes. @returns its rows, without head and total */
async function readFile({ admin }: Trial): Promise<number> {
  const answer = await admin.get(`/exports/costs.csv?${BY.map((dimension) => `by=${dimension}`).join('&')}`);
  if (!answer.ok || answer.body === null) throw new Error(`the file is refused: ${String(answer.status)}`);
  let lines = 0;
  for await (const chunk of answer.body) for (const byte of chunk) if (byte === 10) lines += 1;
  return lines - 2;
}

async function readRaw({ driver, hq }: Trial): Promise<number> {
  let rows = 0;
  for await (const row of driver.stream(RAW, [hq])) if (row !== null) rows += 1;
  return rows;
}

/** @returns rows a second, of three rounds the one in the middle */
async function rowRate(read: () => Promise<number>): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const since = performance.now();
    const rows = await read();
    if (rows !== ROWS) throw new Error(`${String(rows)} rows of ${String(ROWS)}`);
    rates.push((rows / (performance.now() - since)) * 1000);
  }
  return median(rates);
}

async function measureFile(engine: Engine): Promise<void> {
  const branches = Math.ceil(ROWS / (FILE.months * FILE.carriers));
  const trial = await startTrial(engine, async (driver) => {
    await plantChain(driver, branches, 0, seedOf());
    await plantBooks(driver, branches, { ...FILE, returns: ROWS, whole: false });
  });
  const before = peakMemory(trial.product.pid);
  const file = await rowRate(() => readFile(trial));
  const after = peakMemory(trial.product.pid);
  const raw = await rowRate(() => readRaw(trial));
  report(`costs as CSV, ${engine}: whole stack`, file, 'rows per s', ROWS);
  report(`costs as CSV, ${engine}: streamed by the driver`, raw, 'rows per s', ROWS);
  report(`costs as CSV, ${engine}: stack ÷ driver`, file / raw, 'ratio', ROWS);
  if (before !== null && after !== null) {
    report(`costs as CSV, ${engine}: peak memory of the product before`, before, 'MB', ROWS);
    report(`costs as CSV, ${engine}: peak memory of the product`, after, 'MB', ROWS);
  }
  await trial.end();
}

const engines: Engine[] = ['SQLite', 'MariaDB'];
for (const engine of engines.filter((it) => missing(it) === null)) {
  await measureReports(engine);
  await measureFile(engine);
}
