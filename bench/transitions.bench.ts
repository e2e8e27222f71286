import { missing, type Engine } from '../e2e/support/engines.js';
import { applyIn, plantCopies } from './support/desk.js';
import { rateOver, report } from './support/measure.js';
import { startTrial, type Trial } from './support/trial.js';

const CASES = Number(process.env['HEADWATER_BENCH_TRANSITIONS'] ?? 2_000);
const STORES = 20;
/** Clerks who press the button at the same moment. */
const CLERKS = 8;

const APPROVE = 'mutation ($id: ID!, $version: Int!) { it: approve(id: $id, version: $version) { state } }';
const COMMIT = 'UPDATE after_sales_case SET version = version + 1 WHERE id = ?';

/** By the whole stack: the request, its rules, the case with its event and its counts in one transaction. */
const transitions = ({ admin }: Trial, ids: readonly string[], version: number): Promise<number> =>
  rateOver(ids, CLERKS, async (id) => {
    const { it } = await admin.ask<{ it: { state: string } }>(APPROVE, { id, version });
    if (it.state !== 'AWAIT_RETURN') throw new Error(`a case in ${it.state}`);
  });

/** What the database takes for the least that a transition could be: one row, one commit. */
const commits = ({ driver }: Trial, ids: readonly string[]): Promise<number> =>
  rateOver(ids, 1, async (id) => {
    if ((await driver.run(COMMIT, [id])) !== 1) throw new Error(`no case ${id}`);
  });

const engines: Engine[] = ['SQLite', 'MariaDB'];
for (const engine of engines.filter((it) => missing(it) === null)) {
  const trial = await startTrial(engine);
  const cases = await applyIn(trial, STORES);
  const ids = await plantCopies(trial.driver, cases, CASES);
  const bare = await commits(trial, ids);
  const whole = await transitions(trial, ids, 2);
  report(`transitions, ${engine}: whole stack, ${String(CLERKS)} at once`, whole, 'per s', CASES);
  report(`transitions, ${engine}: commits of one row by the driver`, bare, 'per s', CASES);
  report(`transitions, ${engine}: stack ÷ driver`, whole / bare, 'ratio', CASES);
  await trial.end();
}
