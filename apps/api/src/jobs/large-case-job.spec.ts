import { caseNow, Desk, does, seen } from '../after-sales/testing/desk.js';
import type { Loose } from '../testing/client.js';
import { JobRunner } from './job-runner.service.js';

const JOB = 'id total waiting done changed failed finishedAt';
const WHOLE = 600;
const MOVED = [0, 299, 599];

/** Planting so many takes its time. */
const PATIENCE = 180_000;

describe('a step on six hundred cases', () => {
  let desk: Desk;
  let cases: Loose[];
  beforeAll(async () => {
    desk = await Desk.open('sqlite');
    cases = await desk.several(WHOLE);
  }, PATIENCE);
  afterAll(() => desk.it.close());

  const manager = () => desk.as('shop1@example.com');
  const ask = async (query: string, variables: object): Promise<Loose> =>
    (await manager().graphql(query, variables as never)).data.it;
  const read = (id: string) => ask(`query ($id: ID!) { it: job(id: $id) { ${JOB} } }`, { id });
  const page = (id: string, after: string | null) =>
    ask(
      `query ($id: ID!, $state: JobRowState, $page: PageInput) {
        it: jobRows(jobId: $id, state: $state, page: $page) { items { case { id } state code } nextCursor total } }`,
      { id, state: 'done', page: { first: 100, after } },
    );

  it(
    'answers before it is done, goes on in any number of processes, and does each once, from the dry run to the last page',
    async () => {
      const choice = await ask(
        'query ($ids: [ID!]) { it: previewBulk(verb: approve, ids: $ids) { willDo { id version } willNot { reason } absent } }',
        { ids: cases.map(({ id }) => id) },
      );
      expect([choice.willDo.length, choice.willNot, choice.absent]).toEqual([WHOLE, [], 0]);
      for (const at of MOVED)
        await does(desk.as('clerk1@example.com'), 'askInfo', { ...seen(cases[at] as never), question: '请补照片' });

      const input = { verb: 'approve', rows: choice.willDo, key: 'six-hundred-cases' };
      const begin = () => ask(`mutation ($input: CaseJobInput!) { it: startCaseJob(input: $input) { ${JOB} } }`, { input });
      const begun = await begin();
      expect(begun).toMatchObject({ total: WHOLE, waiting: WHOLE, finishedAt: null });
      expect((await begin()).id).toBe(begun.id);

      const runner = desk.it.app.get(JobRunner, { strict: false });
      expect(await runner.step(begun.id)).toBe(true);
      expect((await read(begun.id)).waiting).toBe(WHOLE - 50);
      while ((await read(begun.id)).finishedAt === null)
        await Promise.all([runner.run(begun.id), runner.runDue(desk.it.clock.now())]);
      expect(await read(begun.id)).toMatchObject({ waiting: 0, done: WHOLE - MOVED.length, changed: MOVED.length, failed: 0 });

      const done: string[] = [];
      for (let after: string | null = null, more = true; more; more = after !== null) {
        const found: Loose = await page(begun.id, after);
        done.push(...found.items.map((row: Loose) => row.case.id));
        after = found.nextCursor;
      }
      expect(done).toEqual(cases.filter((_, at) => !MOVED.includes(at)).map(({ id }) => id));
      for (const at of [1, 300, 598])
        expect((await caseNow(manager(), cases[at]?.id)).events.map(({ verb }: Loose) => verb)).toEqual(['apply', 'approve']);
      for (const at of MOVED) expect((await caseNow(manager(), cases[at]?.id)).state).toBe('NEED_INFO');
    },
    PATIENCE,
  );
});
