import { Queue, Worker } from 'bullmq';
import { missing, type Engine } from '../e2e/support/engines.js';
import { startProduct } from '../e2e/support/product.js';
import { redisMissing, startRedis } from '../e2e/support/redis.js';
import { applyIn, plantCopies } from './support/desk.js';
import { report } from './support/measure.js';
import type { Driver } from './support/storage.js';
import { startTrial } from './support/trial.js';

/** All due at once. */
const DEADLINES = Number(process.env['HEADWATER_BENCH_DEADLINES'] ?? 20_000);
const STORES = 20;
/** Jobs that the other queue works on at once: more gain it nothing. */
const CONCURRENCY = 100;

async function dueIn(driver: Driver): Promise<number> {
  const [row] = await driver.select('SELECT COUNT(*) AS n FROM after_sales_case WHERE wake_at <= ?', [Date.now()]);
  return (row as { n: number }).n;
}

/** Looks again and again until fewer than so many are due. @returns how many are, and when that was (ms) */
async function until(driver: Driver, fewer: number): Promise<{ due: number; at: number }> {
  for (;;) {
    const due = await dueIn(driver);
    if (due < fewer) return { due, at: performance.now() };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Deadlines fired a second by a process of the product: case, event, counts and all, from the first batch to the last. */
async function fired(engine: Engine): Promise<number> {
  const trial = await startTrial(engine);
  const cases = await applyIn(trial, STORES);
  await trial.product.stop();
  const past = Date.now() - 60_000;
  const due = { deadline_at: past, due_at: past, wake_at: past, reminders: '[]' };
  await plantCopies(trial.driver, cases, DEADLINES, () => due);
  trial.product = await startProduct(trial.env);
  const first = await until(trial.driver, DEADLINES);
  const last = await until(trial.driver, 1);
  const [moved] = await trial.driver.select("SELECT COUNT(*) AS n FROM case_event WHERE verb = 'timeout'", []);
  if ((moved as { n: number }).n !== DEADLINES) throw new Error(`${JSON.stringify(moved)} fired of ${String(DEADLINES)}`);
  await trial.end();
  return ((first.due - last.due) / (last.at - first.at)) * 1000;
}

/** Jobs a second of BullMQ's worker whose handler does nothing. */
async function noOps(): Promise<number> {
  const redis = await startRedis();
  const connection = { host: '127.0.0.1', port: redis.port };
  const queue = new Queue('bench', { connection });
  const jobs = Array.from({ length: DEADLINES }, (_, index) => ({
    name: 'no-op',
    data: { index },
    opts: { removeOnComplete: true },
  }));
  await queue.addBulk(jobs);
  let done = 0;
  const since = performance.now();
  const worker = new Worker('bench', () => Promise.resolve(), { connection, concurrency: CONCURRENCY });
  await new Promise<void>((resolve) => {
    worker.on('completed', () => {
      done += 1;
      if (done === DEADLINES) resolve();
    });
  });
  const perSecond = (DEADLINES / (performance.now() - since)) * 1000;
  await worker.close();
  await queue.close();
  await redis.kill();
  return perSecond;
}

const engines: Engine[] = ['SQLite', 'MariaDB'];
for (const engine of engines.filter((it) => missing(it) === null)) {
  const ours = await fired(engine);
  report(`deadlines due at once, ${engine}: fired`, ours, 'per s', DEADLINES);
  if (redisMissing() !== null) continue;
  const theirs = await noOps();
  report('jobs of BullMQ that do nothing', theirs, 'per s', DEADLINES);
  report(`deadlines due at once, ${engine}: fired ÷ BullMQ’s no-op`, ours / theirs, 'ratio', DEADLINES);
}
const left = redisMissing();
if (left !== null) console.log(`Left out here: ${left}.`);
