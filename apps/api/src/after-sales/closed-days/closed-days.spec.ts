import type { Loose } from '../../testing/client.js';
import { unitId } from '../../testing/organization.js';
import { enginesHere } from '../../testing/test-app.js';
import { ExtensionWorker } from '../extension/extension-worker.service.js';
import { counterOf } from '../testing/counter.js';
import { caseNow, DAY, Desk, does, HOUR, seen, type Caller } from '../testing/desk.js';

describe.each(enginesHere())('closed days on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const { toApplied, toShipped, clerk, buyer } = counterOf(() => desk);
  const operator = () => desk.as('op@example.com');
  const work = () => desk.it.app.get(ExtensionWorker, { strict: false }).runDue(desk.now);
  const ask = async (query: string, variables: object, who: Caller = operator()): Promise<Loose> => {
    const { data, errors } = await who.graphql(query, variables as never);
    return errors.length > 0 ? { refused: errors[0]?.extensions } : data.it;
  };
  /** So many days from today, as Shanghai calls it. */
  const dayIn = (days: number) => new Date(desk.now + 8 * HOUR + days * DAY).toISOString().slice(0, 10);
  const input = (code: string, ...days: number[]) => ({
    input: { nodeId: unitId(code), days: days.map((each) => ({ day: dayIn(each), name: '盘点' })) },
  });
  const preview = (asked: object) =>
    ask('query ($input: ClosedDaysInput!) { it: previewClosedDays(input: $input) { days cases hasMore } }', asked);
  const add = (asked: object, key: string, who?: Caller) =>
    ask(
      'mutation ($input: ClosedDaysInput!, $key: String!) { it: addClosedDays(input: $input, idempotencyKey: $key) { id day } }',
      { ...asked, key },
      who,
    );
  const remove = (id: string) => ask('mutation ($id: ID!) { it: removeClosedDay(id: $id) { day } }', { id });
  const deadline = (it: Loose): number => Date.parse(it.deadline.at);

  it('move the deadlines of branches that run over them, as the dry run said, with an event; and none of the buyer’s', async () => {
    const waiting = await toApplied();
    const asked = { ...(await caseNow(clerk(), waiting.id)) };
    const theirs = await toApplied();
    const info = await does(clerk(), 'askInfo', { ...seen(theirs), question: '吊牌？' });
    desk.pass(HOUR);
    const one = await toApplied();
    const days = input('SHOP1', 1);
    expect(await preview(days)).toMatchObject({ days: 1, hasMore: false });
    const [added] = await add(days, 'one');
    await work();
    const moved = await caseNow(clerk(), one.id);
    expect(deadline(moved) - deadline(one)).toBe(DAY);
    expect(moved.events.at(-1)).toMatchObject({ verb: 'extend', reason: `${added.day} 盘点`, oldDeadline: one.deadline.at });
    // The buyer's clock is his own, and what ran out before is not given back.
    expect((await caseNow(clerk(), info.id)).deadline.at).toBe(info.deadline.at);
    expect((await caseNow(clerk(), asked.id)).events.filter(({ verb }: Loose) => verb === 'extend').length).toBeLessThanOrEqual(
      1,
    );
    await does(await buyer(), 'withdraw', seen(moved));
    expect(await remove(added.id)).toMatchObject({ day: added.day });
    expect(await work()).toBe(0);
  });

  it('never put an inspection off beyond the law’s own day for the refund', async () => {
    await add(input('SHOP1', 6, 7, 8, 9, 10, 11, 12, 13), 'many');
    const shipped = await toShipped();
    const applied = shipped.events[0];
    expect(applied.verb).toBe('apply');
    desk.pass(DAY);
    const arrived = await does(clerk(), 'recordTracking', { shipmentId: shipped.shipments[0].id, kind: 'delivered' });
    const midnight = Math.floor((desk.now + 8 * HOUR) / DAY) * DAY - 8 * HOUR;
    expect(deadline(arrived)).toBe(midnight + 8 * DAY);
  });

  it('are HQ’s alone, from today on, each once, at units that there are', async () => {
    for (const who of [desk.as('east@example.com'), desk.as('shop1@example.com'), desk.as('finance@example.com')])
      expect(await add(input('SHOP1', 40), 'theirs', who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    const wrong = (asked: object) => add(asked, 'wrong');
    expect(await wrong(input('SHOP1', -2))).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'days.0.day' } });
    expect(await wrong(input('SHOP1', 40, 40))).toMatchObject({ refused: { field: 'days.1.day' } });
    expect(await wrong(input('SHOP1'))).toMatchObject({ refused: { field: 'days', allowed: { min: 1, max: 60 } } });
    expect(await wrong({ input: { ...input('SHOP1', 40).input, nodeId: 'NOWHERE' } })).toMatchObject({
      refused: { code: 'NOT_FOUND' },
    });
    await add(input('HQ', 50), 'all');
    expect(await wrong(input('SHOP1', 50))).toMatchObject({ refused: { field: 'days' } });
    const listed = await ask('query { it: closedDays { day name node { id } } }', {});
    expect(listed).toContainEqual({ day: dayIn(50), name: '盘点', node: { id: unitId('HQ') } });
    const holidays = (year: number) => ask('query ($year: Int!) { it: statutoryHolidays(year: $year) { day name } }', { year });
    expect(await holidays(2026)).toHaveLength(13);
    expect(await holidays(1999)).toMatchObject({ refused: { field: 'year', allowed: [2026, 2027] } });
  });
});
