import { caseNow, DAY, Desk, does, seen, type Caller } from '../after-sales/testing/desk.js';
import type { Answer, Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { Job, JobRow } from './job.entity.js';
import { JobRunner } from './job-runner.service.js';

const JOB = 'id action kind step node { id } total waiting done changed failed finishedAt allowedActions';
const START = `mutation ($input: CaseJobInput!) { it: startCaseJob(input: $input) { ${JOB} } }`;
const READ = `query ($id: ID!) { it: job(id: $id) { ${JOB} } rows: jobRows(jobId: $id) { items { case { id code } node { id } state code } } }`;
const LIST = '{ it: jobs { items { id } } }';

describe.each(enginesHere())('a step on more cases than are waited for on %s', (engine) => {
  let desk: Desk;
  let keys = 0;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const manager = () => desk.as('shop1@example.com');
  const start = (client: Caller, rows: readonly Loose[], more: object = {}): Promise<Answer> => {
    keys += 1;
    const input = {
      verb: 'approve',
      rows: rows.map(({ id, version }) => ({ id, version })),
      key: `key-of-cases-${String(keys)}`,
    };
    return client.graphql(START, { input: { ...input, ...more } });
  };
  const read = async (client: Caller, id: string): Promise<Loose> => (await client.graphql(READ, { id })).data;

  it('is done to each as it was looked at; what has moved since is left alone, and said by its code', async () => {
    const cases = await desk.several(3);
    await does(desk.as('clerk1@example.com'), 'askInfo', { ...seen(cases[1] as never), question: '请补照片' });
    const { it } = (await start(manager(), cases)).data;
    expect(it).toMatchObject({
      ...{ action: 'cases', kind: null, step: 'approve', node: { id: unitId('SHOP1') } },
      ...{ total: 3, waiting: 0, done: 2, changed: 1, failed: 0, allowedActions: [] },
    });
    const { rows } = await read(manager(), it.id);
    expect(rows.items).toMatchObject([
      { case: { id: cases[0]?.id, code: cases[0]?.code }, state: 'done', code: null },
      { case: { id: cases[1]?.id }, state: 'changed', code: 'STALE_VERSION' },
      { case: { id: cases[2]?.id }, state: 'done' },
    ]);
    expect((await caseNow(manager(), cases[0]?.id)).state).toBe('AWAIT_RETURN');
    expect((await caseNow(manager(), cases[1]?.id)).state).not.toBe('AWAIT_RETURN');
  });

  it('is gone on with by whoever comes next, and does nothing twice', async () => {
    const cases = await desk.several(2);
    const { it } = (await start(manager(), cases)).data;
    const { manager: tx } = desk.it.database.writer;
    await tx.update(Job, { id: it.id }, { finishedAt: null, claimedUntil: desk.it.clock.now() + DAY });
    await tx.update(JobRow, { jobId: it.id, caseId: cases[1]?.id }, { state: 'waiting', at: null });
    const runner = desk.it.app.get(JobRunner, { strict: false });
    await runner.runDue(desk.it.clock.now());
    expect((await read(manager(), it.id)).it).toMatchObject({ waiting: 1, finishedAt: null });
    desk.pass(2 * DAY);
    await runner.runDue(desk.it.clock.now());
    expect((await read(manager(), it.id)).it).toMatchObject({ waiting: 0, done: 1, changed: 1, failed: 0 });
    expect((await caseNow(manager(), cases[1]?.id)).events).toHaveLength(2);
  });

  it('is one job however often it is asked for with one key', async () => {
    const cases = await desk.several(1);
    const answers = [
      await start(manager(), cases, { key: 'one-key-of-cases' }),
      await start(manager(), cases, { key: 'one-key-of-cases' }),
    ];
    expect(new Set(answers.map(({ data }) => data.it.id)).size).toBe(1);
  });

  it('is seen by whoever may see those cases, and by nobody else', async () => {
    const { it } = (await start(manager(), await desk.several(1))).data;
    const listed = async (client: Caller) => (await client.graphql(LIST)).data.it.items.map(({ id }: Loose) => id);
    expect(await listed(desk.as('clerk1@example.com'))).toContain(it.id);
    expect(await listed(desk.as('shop3@example.com'))).not.toContain(it.id);
    expect(await desk.as('shop3@example.com').graphql(READ, { id: it.id })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is no way around a role, a scope, or the words that a step needs', async () => {
    const cases = await desk.several(1);
    expect(await start(desk.as('shop3@example.com'), cases)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await start(manager(), cases, { verb: 'reject', text: ' ' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await start(manager(), [])).toMatchObject({ code: 'BAD_INPUT' });
    expect((await start(desk.as('finance@example.com'), cases)).data.it).toMatchObject({ done: 0, failed: 1 });
    const many = Array.from({ length: 5_001 }, (_, i) => ({ id: String(i), version: 1 }));
    expect(await start(manager(), many)).toMatchObject({ code: 'BULK_TOO_LARGE' });
    expect((await caseNow(manager(), cases[0]?.id)).state).toBe('APPLIED');
  });
});
