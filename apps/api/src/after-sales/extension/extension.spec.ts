import type { Loose } from '../../testing/client.js';
import { unitId } from '../../testing/organization.js';
import { enginesHere } from '../../testing/test-app.js';
import { counterOf } from '../testing/counter.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, seen, type Caller } from '../testing/desk.js';
import { ExtensionWorker } from './extension-worker.service.js';

describe.each(enginesHere())('a mass extension on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const { toApplied, clerk } = counterOf(() => desk);
  const operator = () => desk.as('op@example.com');
  const work = (): Promise<number> => desk.it.app.get(ExtensionWorker, { strict: false }).runDue(desk.now);
  const ask = async (who: Caller, query: string, variables: object): Promise<Loose> => {
    const { data, errors } = await who.graphql(query, variables as never);
    return errors.length > 0 ? { refused: errors[0]?.extensions } : data.it;
  };
  const preview = (input: object, who = operator()) =>
    ask(
      who,
      'query ($input: ExtensionInput!) { it: previewExtension(input: $input) { extendable hasMore leftOut { why cases } } }',
      {
        input,
      },
    );
  const start = (input: object, key: string, who = operator()) =>
    ask(
      who,
      'mutation ($input: ExtensionInput!, $key: String!) { it: extendCases(input: $input, reason: "台风停运", idempotencyKey: $key) { id finishedAt } }',
      { input, key },
    );
  const result = (id: string, who = operator()) =>
    ask(who, 'query ($id: ID!) { it: caseExtension(id: $id) { finishedAt extended leftOut { why cases } node { id } } }', { id });
  const east = (more: object = {}) => ({ nodeId: unitId('EAST'), days: 5, ...more });
  const events = async (id: string, verb: string) =>
    (await caseNow(operator(), id)).events.filter((event: Loose) => event.verb === verb);

  it('moves every deadline of a region once, with one event a case, as its dry run said; a legal one stays', async () => {
    const waiting = await toApplied();
    const other = await toApplied({ reason: 'manufacturingDefect' });
    const refunding = await does(clerk(), 'approve', seen(await toApplied({ type: 'RO', reason: 'missingItem' })));
    const far = await desk.sell({ store: 'SHOP3' });
    desk.pass(4 * DAY);
    // Only what was applied for now is not overdue.
    const fresh = await toApplied();
    const elsewhere = await does(await desk.buyer(far, 'shop3@example.com'), 'apply', forAll(far));
    const said = await preview(east());
    const legal = said.leftOut.find(({ why }: Loose) => why === 'legalCeiling');
    expect(legal.cases).toBeGreaterThan(0);
    expect(said.extendable).toBeGreaterThan(0);
    desk.pass(HOUR);
    const begun = await start(east(), 'storm');
    expect((await start(east(), 'storm')).id).toBe(begun.id);
    await work();
    const done = await result(begun.id);
    expect(done).toMatchObject({ finishedAt: expect.any(String), extended: said.extendable, node: { id: unitId('EAST') } });
    const after = await caseNow(operator(), fresh.id);
    expect(Date.parse(after.deadline.at) - Date.parse(fresh.deadline.at)).toBe(5 * DAY);
    expect(await events(fresh.id, 'extend')).toMatchObject([
      { actorName: '张敏', reason: '台风停运', oldDeadline: fresh.deadline.at, newDeadline: after.deadline.at },
    ]);
    expect((await caseNow(operator(), elsewhere.id)).deadline.at).toBe(elsewhere.deadline.at);
    expect((await caseNow(operator(), refunding.id)).deadline.at).toBe(refunding.deadline.at);
    for (const { id } of [waiting, other]) expect((await events(id, 'extend')).length).toBeLessThanOrEqual(1);
    expect(await work()).toBe(0);
  });

  it('takes the cases of a reason alone, goes on where two work at once, and moves none twice', async () => {
    const [unfit, defect] = [await toApplied(), await toApplied({ reason: 'manufacturingDefect' })];
    desk.pass(HOUR);
    const { id } = await start(east({ reasonClass: 'quality', days: 2 }), 'quality');
    await Promise.all([work(), work()]);
    await work();
    expect(await result(id)).toMatchObject({ finishedAt: expect.any(String) });
    expect(await events(unfit.id, 'extend')).toHaveLength(0);
    expect(await events(defect.id, 'extend')).toHaveLength(1);
  });

  it('leaves alone what was done to a case since it was begun', async () => {
    const busy = await toApplied();
    const { id } = await start(east({ days: 3 }), 'busy');
    desk.pass(HOUR);
    const asked = await does(clerk(), 'askInfo', { ...seen(busy), question: '吊牌？' });
    await work();
    expect((await result(id)).leftOut).toContainEqual({ why: 'changed', cases: expect.any(Number) });
    expect((await caseNow(operator(), busy.id)).deadline.at).toBe(asked.deadline.at);
  });

  it('is HQ’s alone, for a unit that there is and days within bounds', async () => {
    const { id } = await start(east({ days: 1 }), 'mine');
    for (const who of [desk.as('east@example.com'), desk.as('shop1@example.com'), clerk()]) {
      expect(await preview(east(), who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
      expect(await start(east(), 'theirs', who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
      expect(await result(id, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    }
    for (const days of [0, 91])
      expect(await preview(east({ days }))).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'days' } });
    expect(await preview(east({ nodeId: 'NOWHERE' }))).toMatchObject({ refused: { code: 'NOT_FOUND' } });
    expect(await preview(east({ reasonClass: 'storm' }))).toMatchObject({ refused: { field: 'reasonClass' } });
    expect(await result('NOTHING')).toMatchObject({ refused: { code: 'NOT_FOUND' } });
  });
});
