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

  const { toApplied, toShipped, toOwed, clerk, buyer } = counterOf(() => desk);
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
  const previewRemoval = (id: string, who?: Caller) =>
    ask('query ($id: ID!) { it: previewRemoveClosedDay(id: $id) { days cases } }', { id }, who);
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
    expect(moved.events.at(-1)).toMatchObject({
      verb: 'recount',
      actorName: '张敏',
      reason: `${added.day} 盘点`,
      oldDeadline: one.deadline.at,
    });
    // The buyer's clock is his own, and what ran out before is not given back.
    expect((await caseNow(clerk(), info.id)).deadline.at).toBe(info.deadline.at);
    expect((await caseNow(clerk(), asked.id)).events.filter(({ verb }: Loose) => verb === 'recount').length).toBeLessThanOrEqual(
      1,
    );
    await does(await buyer(), 'withdraw', seen(moved));
    expect(await remove(added.id)).toMatchObject({ day: added.day });
    await work();
    expect(await work()).toBe(0);
  });

  it('move inspections that run and what is owed to buyers, and give the time back that nobody was told of', async () => {
    const underWay = await toShipped();
    const owed = await toOwed('RS');
    const shipped = await toShipped();
    const arrived = await does(clerk(), 'recordTracking', { shipmentId: shipped.shipments[0].id, kind: 'delivered' });
    desk.pass(HOUR);
    const { cases } = await preview(input('SHOP1', 1));
    const [added] = await add(input('SHOP1', 1), 'running');
    expect(cases).toBeGreaterThanOrEqual(2);
    await work();
    for (const before of [owed, arrived]) {
      const it = await caseNow(clerk(), before.id);
      expect(deadline(it) - deadline(before)).toBe(DAY);
      expect(it.events.at(-1)).toMatchObject({ verb: 'recount', oldDeadline: before.deadline.at, newDeadline: it.deadline.at });
    }
    expect(deadline(await caseNow(clerk(), underWay.id))).toBe(deadline(underWay));

    expect((await previewRemoval(added.id)).cases).toBeGreaterThanOrEqual(2);
    await remove(added.id);
    await work();
    expect(deadline(await caseNow(clerk(), arrived.id))).toBe(deadline(arrived));
    // Less than seven days are left of what is owed as it is: it keeps them.
    expect(deadline(await caseNow(clerk(), owed.id)) - deadline(owed)).toBe(DAY);
    expect((await caseNow(clerk(), owed.id)).events.filter(({ verb }: Loose) => verb === 'recount')).toHaveLength(1);
  });

  it('move a deadline once for each change of the calendar, whenever the work is done', async () => {
    const waiting = await toApplied();
    desk.pass(HOUR);
    const [first] = await add(input('SHOP1', 1), 'first');
    const [second] = await add(input('EAST', 1, 2), 'second');
    await Promise.all([work(), work()]);
    await work();
    const moved = await caseNow(clerk(), waiting.id);
    expect(deadline(moved) - deadline(waiting)).toBe(2 * DAY);
    expect(moved.events.filter(({ verb }: Loose) => verb === 'recount')).toHaveLength(2);
    // The region has closed the day too: for the store nothing opens.
    await remove(first.id);
    await work();
    expect(deadline(await caseNow(clerk(), waiting.id))).toBe(deadline(moved));
    expect(await add(input('EAST', 1, 2), 'second')).toMatchObject([{ id: second.id }, {}]);
    for (const key of ['second', 'first'])
      expect(await add(input('SHOP1', 30), key)).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'idempotencyKey' } });
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
    const [far] = await add(input('SHOP1', 60), 'far');
    for (const who of [desk.as('east@example.com'), clerk()])
      expect(await previewRemoval(far.id, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    expect(await previewRemoval('NOTHING')).toMatchObject({ refused: { code: 'NOT_FOUND' } });
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
