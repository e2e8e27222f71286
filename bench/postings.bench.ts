import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { missing, type Engine } from '../e2e/support/engines.js';
import { rateOver, report, seedOf } from './support/measure.js';
import { plantChain } from './support/plant.js';
import { startTrial, type Trial } from './support/trial.js';

const ENTRIES = Number(process.env['HEADWATER_BENCH_ENTRIES'] ?? 5_000);
const STORES = 20;
/** Postings that are under way at once. */
const WIDTH = 8;

const COMMIT = 'UPDATE ledger_entry SET posted_at = posted_at + 1 WHERE id = ?';

/** By the product's ledger: an entry, its two lines and its total, in one transaction. @returns how many a second */
async function postings({ driver, env }: Trial): Promise<number> {
  const rows = await driver.select("SELECT id FROM org_node WHERE type = 'store'", []);
  const stores = (rows as { id: string }[]).map(({ id }) => id);
  const { DATABASE_URL: _url, ...rest } = process.env;
  const child = fork(fileURLToPath(new URL('support/poster.js', import.meta.url)), [], { env: { ...rest, ...env } });
  child.send({ entries: ENTRIES, width: WIDTH, stores });
  const answer = once(child, 'message') as Promise<[number]>;
  const failed = once(child, 'exit').then(([code]): never => {
    throw new Error(`the ledger ended with ${String(code)}`);
  });
  const [perSecond] = await Promise.race([answer, failed]);
  await failed.catch(() => undefined);
  return perSecond;
}

/** What the database takes for the least that a posting could be: one row, one commit. */
async function commits({ driver }: Trial): Promise<number> {
  const ids = ((await driver.select('SELECT id FROM ledger_entry', [])) as { id: string }[]).map(({ id }) => id);
  if (ids.length !== ENTRIES) throw new Error(`${String(ids.length)} entries of ${String(ENTRIES)}`);
  return rateOver(ids, 1, async (id) => {
    if ((await driver.run(COMMIT, [id])) !== 1) throw new Error(`no entry ${id}`);
  });
}

/** Two lines of each entry, one of them in the totals. */
async function expectPosted({ driver }: Trial): Promise<void> {
  const [row] = await driver.select(
    'SELECT (SELECT COUNT(*) FROM ledger_line) AS posted, (SELECT SUM(line_count) FROM ledger_summary) AS totalled',
    [],
  );
  const { posted, totalled } = row as Record<'posted' | 'totalled', number | string>;
  if (Number(posted) !== 2 * ENTRIES || Number(totalled) !== ENTRIES) throw new Error(JSON.stringify(row));
}

const engines: Engine[] = ['SQLite', 'MariaDB'];
for (const engine of engines.filter((it) => missing(it) === null)) {
  const trial = await startTrial(engine, (driver) => plantChain(driver, STORES, 0, seedOf()));
  await trial.product.stop();
  const ours = await postings(trial);
  await expectPosted(trial);
  const bare = await commits(trial);
  report(`entries of two lines, ${engine}: posted, ${String(WIDTH)} at once`, ours, 'per s', ENTRIES);
  report(`entries of two lines, ${engine}: commits of one row by the driver`, bare, 'per s', ENTRIES);
  report(`entries of two lines, ${engine}: postings ÷ commits`, ours / bare, 'ratio', ENTRIES);
  await trial.end();
}
