import { isOn, sayStandardRules, turn } from '../e2e/support/coverage.js';
import { Client } from '../e2e/support/client.js';
import { missing } from '../e2e/support/engines.js';
import { startProduct } from '../e2e/support/product.js';
import { redisMissing, startRedis } from '../e2e/support/redis.js';
import { median, report, seedOf } from './support/measure.js';
import { plantChain } from './support/plant.js';
import type { Driver } from './support/storage.js';
import { ADMIN, startTrial, type Trial } from './support/trial.js';

const seed = seedOf();
const PUSHES = 9;

/** Branches and the facts spread over them. */
const sizes = [
  { branches: 1000, facts: 50 },
  { branches: 100_000, facts: 5000 },
];

/** Rows in every table of the database. */
async function rowsIn(driver: Driver): Promise<number> {
  let sum = 0;
  for (const table of await driver.tables()) {
    const [row] = (await driver.select(`SELECT COUNT(*) AS n FROM ${table}`, [])) as { n: number }[];
    sum += row?.n ?? 0;
  }
  return sum;
}

const TURN_ON = `mutation ($nodeId: ID!) { turnCoverage(nodeId: $nodeId, on: true) { branches rowsWritten } }`;

/** @returns the rows that a push wrote, as counted in the database */
async function measureRows(trial: Trial, branches: number): Promise<number> {
  const before = await rowsIn(trial.driver);
  const since = performance.now();
  const { turnCoverage } = await trial.admin.ask<{ turnCoverage: { branches: number; rowsWritten: number } }>(TURN_ON, {
    nodeId: trial.hq,
  });
  const took = performance.now() - since;
  if (turnCoverage.branches !== branches)
    throw new Error(`reached ${String(turnCoverage.branches)} of ${String(branches)} branches`);
  const written = (await rowsIn(trial.driver)) - before;
  report('push at HQ: rows written, as counted in the database', written, 'rows', branches);
  report('push at HQ: rows written, as the API says', turnCoverage.rowsWritten, 'rows', branches);
  report('push at HQ: first request', took, 'ms', branches);
  return written;
}

/** How long pushes take where they are made, and until another process answers so; counted from sending the push. */
async function measurePushes(trial: Trial, there: Client, store: string): Promise<{ done: number; seen: number }> {
  const done: number[] = [];
  const seen: number[] = [];
  for (let push = 0; push < PUSHES; push += 1) {
    const on = !(await isOn(there, store));
    const since = performance.now();
    await turn(trial.admin, trial.hq, on);
    done.push(performance.now() - since);
    while ((await isOn(there, store)) !== on) await new Promise((resolve) => setTimeout(resolve, 1));
    seen.push(performance.now() - since);
  }
  return { done: median(done), seen: median(seen) };
}

/** The same with a second process on the same database. */
async function measureSecond(trial: Trial, branches: number, how: string, more: Record<string, string>): Promise<void> {
  const second = await startProduct({ ...trial.env, ...more });
  const there = await Client.signedIn(second.url, ADMIN.email, ADMIN.password);
  const { done, seen } = await measurePushes(trial, there, await inheriting(trial.driver));
  report(`push at HQ: request, ${how}`, done, 'ms', branches);
  report(`push at HQ until a second process answers so, ${how}`, seen, 'ms', branches);
  await second.stop();
}

/** A store that nothing but HQ speaks for. */
async function inheriting(driver: Driver): Promise<string> {
  const rows = await driver.select(
    `SELECT id FROM org_node WHERE type = 'store' AND NOT EXISTS (SELECT 1 FROM policy_assignment WHERE node_id IN (org_node.id, a1, a2)) LIMIT 1`,
    [],
  );
  return (rows as { id: string }[])[0]?.id ?? '';
}

async function trialOf(engine: 'SQLite' | 'MariaDB', { branches, facts }: (typeof sizes)[number], more = {}): Promise<Trial> {
  const prepare = (driver: Driver) => plantChain(driver, branches, facts, seed);
  const trial = await startTrial(engine, prepare, more);
  await sayStandardRules(trial.admin);
  return trial;
}

console.log(
  `push: seed ${String(seed)}; ${sizes.map(({ branches, facts }) => `${String(facts)} facts over ${String(branches)} branches`).join(', ')}`,
);
const rows = new Set<number>();
for (const size of sizes) {
  const trial = await trialOf('SQLite', size);
  rows.add(await measureRows(trial, size.branches));
  await trial.end();
}
if (rows.size > 1) throw new Error(`a push writes ${[...rows].join(' or ')} rows, depending on the branches`);
for (const size of missing('MariaDB') === null ? sizes : []) {
  const plain = await trialOf('MariaDB', size);
  await measureSecond(plain, size.branches, 'MariaDB without Redis', {});
  await plain.end();
  if (redisMissing() !== null) continue;
  const redis = await startRedis();
  const hinted = await trialOf('MariaDB', size, { REDIS_URL: redis.url });
  await measureSecond(hinted, size.branches, 'MariaDB with Redis', { REDIS_URL: redis.url });
  await hinted.end();
  await redis.kill();
}
