import type { Answer, Loose } from '../../testing/client.js';
import { enginesHere } from '../../testing/test-app.js';
import { caseNow, DAY, Desk, does, forAll, seen, type Caller } from '../testing/desk.js';

const PREVIEW = `query ($verb: BulkVerb!, $ids: [ID!], $filter: CaseFilter) { it: previewBulk(verb: $verb, ids: $ids, filter: $filter) {
  willDo { id code version amount } amount willNot { reason state rows { code } } absent } }`;
const RUN = `mutation ($verb: BulkVerb!, $rows: [SeenCaseInput!]!, $text: String) { it: runBulk(verb: $verb, rows: $rows, text: $text) {
  id outcome error } }`;
const PAGE = `query ($sort: CaseSort!, $after: String) { it: cases(filter: { view: "toDo" }, sort: $sort, page: { first: 2, after: $after }) {
  nextCursor items { id } } }`;

const run = (client: Caller, verb: string, rows: readonly Loose[], text?: string): Promise<Answer> =>
  client.graphql(RUN, { verb, rows: rows.map(({ id, version }) => ({ id, version })), text });
const outcomes = ({ data }: Answer): string[] => data.it.map(({ outcome }: Loose) => outcome);

describe.each(enginesHere())('many cases at once on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const preview = async (client: Caller, variables: object): Promise<Loose> => {
    const { data, errors } = await client.graphql(PREVIEW, variables as Record<string, unknown>);
    return errors[0]?.extensions ?? data.it;
  };
  const manager = () => desk.as('shop1@example.com');

  it('says beforehand to which it will be done, for how much, and to which not and why', async () => {
    const [one, two, three] = (await desk.several(3)) as [Loose, Loose, Loose];
    await does(manager(), 'approve', seen(three));
    const ids = [one.id, two.id, three.id, 'none'];
    expect(await preview(manager(), { verb: 'approve', ids })).toMatchObject({
      willDo: [{ id: one.id, version: 1, amount: 18_900 }, { id: two.id }],
      amount: 37_800,
      willNot: [{ reason: 'state', state: 'AWAIT_RETURN', rows: [{ code: three.code }] }],
      absent: 1,
    });
    expect(await preview(desk.as('finance@example.com'), { verb: 'approve', ids: [one.id] })).toMatchObject({
      willDo: [],
      willNot: [{ reason: 'role', state: 'APPLIED' }],
    });
    expect(await preview(desk.as('shop3@example.com'), { verb: 'approve', ids })).toMatchObject({
      willDo: [],
      willNot: [],
      absent: 4,
    });
  });

  it('takes a view as a rule, within its scope', async () => {
    const [one] = (await desk.several(1)) as [Loose];
    const mine = await preview(manager(), { verb: 'reject', filter: { view: 'toDo' } });
    expect(mine.willDo.map(({ id }: Loose) => id)).toContain(one.id);
    expect(await preview(desk.as('shop3@example.com'), { verb: 'reject', filter: { view: 'toDo' } })).toMatchObject({
      willDo: [],
    });
    expect(await preview(manager(), { verb: 'reject' })).toMatchObject({ code: 'BAD_INPUT', field: 'ids' });
    const many = Array.from({ length: 5_001 }, (_, i) => String(i));
    expect(await preview(manager(), { verb: 'reject', ids: many })).toMatchObject({
      code: 'BULK_TOO_LARGE',
      allowed: { max: 5_000 },
    });
  });

  it('does each by itself: what changed meanwhile is skipped and told, and a retry does nothing twice', async () => {
    const cases = await desk.several(3);
    await does(desk.as('clerk1@example.com'), 'askInfo', {
      ...seen(cases[1] as { id: string; version: number }),
      question: '请补照片',
    });
    const answer = await run(manager(), 'approve', [...cases, { id: 'none', version: 1 }]);
    expect(outcomes(answer)).toEqual(['done', 'changed', 'done', 'failed']);
    expect(answer.data.it[1].error).toMatchObject({
      code: 'STALE_VERSION',
      details: { meanwhile: [{ actorName: '小陈', verb: 'askInfo' }] },
    });
    expect(answer.data.it[3].error).toMatchObject({ code: 'NOT_FOUND' });
    expect(outcomes(await run(manager(), 'approve', cases))).toEqual(['changed', 'changed', 'changed']);
    expect((await caseNow(manager(), cases[0]?.id)).events).toHaveLength(2);
  });

  it('is no way around a role, nor around the words that a step needs', async () => {
    const cases = await desk.several(1);
    expect((await run(desk.as('finance@example.com'), 'approve', cases)).data.it).toMatchObject([
      { outcome: 'failed', error: { code: 'FORBIDDEN' } },
    ]);
    expect((await run(desk.as('shop3@example.com'), 'approve', cases)).data.it).toMatchObject([
      { outcome: 'failed', error: { code: 'NOT_FOUND' } },
    ]);
    expect(await run(manager(), 'reject', cases, ' ')).toMatchObject({ code: 'BAD_INPUT' });
    expect(outcomes(await run(manager(), 'reject', cases, '吊牌已拆'))).toEqual(['done']);
    const many = Array.from({ length: 51 }, () => ({ id: 'none', version: 1 }));
    expect(await run(manager(), 'approve', many)).toMatchObject({ code: 'BULK_TOO_LARGE' });
  });

  it('does each once when two people run it at the same time', async () => {
    const cases = await desk.several(6);
    const answers = await Promise.all([
      run(manager(), 'approve', cases),
      run(desk.as('clerk1@example.com'), 'approve', [...cases].reverse()),
    ]);
    const all = answers.flatMap(outcomes);
    expect(all.filter((it) => it === 'done')).toHaveLength(6);
    expect(all.filter((it) => it === 'changed')).toHaveLength(6);
    for (const { id } of cases) expect((await caseNow(manager(), id)).events).toHaveLength(2);
  });

  it.each(['amount', 'deadline'])('pages by %s with quality first among equals, and loses none', async (sort) => {
    const order = [await desk.sell(), await desk.sell(), await desk.sell({ lines: [{ paidAmount: 90_000 }] })];
    desk.pass(4 * DAY);
    const made: Loose[] = [];
    for (const [index, sold] of order.entries())
      made.push(await does(await desk.buyer(sold), 'apply', forAll(sold, index === 1 ? { reason: 'manufacturingDefect' } : {})));
    const [plain, quality, dear] = made.map(({ id }) => id) as [string, string, string];
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const { data }: Answer = await manager().graphql(PAGE, { sort, after });
      ids.push(...data.it.items.map(({ id }: Loose) => id));
      after = data.it.nextCursor;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.indexOf(quality)).toBeGreaterThan(-1);
    expect(ids.indexOf(quality)).toBeLessThan(ids.indexOf(plain));
    if (sort === 'amount') expect(ids[0]).toBe(dear);
  });
});
