import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { CaseClock } from './case-clock.service.js';
import { AfterSalesCase, CaseEvent } from './case.entity.js';
import { anotherProcess } from './testing/another-process.js';
import { counterOf } from './testing/counter.js';
import { caseNow, DAY, Desk, does, HOUR, photographs, refuses, seen } from './testing/desk.js';

describe.each(enginesHere())('the clocks of cases on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const { toApplied, toApproved, toShipped, toDisputed, clerk } = counterOf(() => desk);
  const operator = () => desk.as('op@example.com');

  /** Lets a case's clock run out: nothing before the deadline, its outcome at it. */
  const runOut = async (it: Loose): Promise<Loose> => {
    const deadline = Date.parse(it.deadline.at);
    desk.it.clock.set(deadline - 1_000);
    await desk.clocks();
    expect(await caseNow(operator(), it.id)).toMatchObject({ state: it.state, version: it.version });
    desk.it.clock.set(deadline);
    await desk.clocks();
    const after = await caseNow(operator(), it.id);
    expect(after.events.at(-1)).toMatchObject({
      verb: 'timeout',
      actorKind: 'system',
      from: it.state,
      oldDeadline: it.deadline.at,
    });
    return after;
  };

  const states: [string, () => Promise<Loose>, object][] = [
    [
      'APPLIED agrees for the store, which is liable',
      () => toApplied(),
      { state: 'AWAIT_RETURN', liability: { party: 'branch', rule: 'respondHours' } },
    ],
    [
      'APPLIED refunds where nothing has to come back',
      () => toApplied({ type: 'RO', reason: 'missingItem' }),
      { state: 'REFUNDING', approvedAmount: 18_900 },
    ],
    [
      'NEED_INFO closes',
      async () => does(clerk(), 'askInfo', { ...seen(await toApplied()), question: '?' }),
      { state: 'CLOSED', outcome: 'BUYER_TIMEOUT' },
    ],
    [
      'AWAIT_CONSENT goes back to where it came from',
      async () => does(clerk(), 'propose', { ...seen(await toApplied()), amount: 100, note: '补' }),
      { state: 'APPLIED', proposal: null },
    ],
    [
      'REJECTED closes',
      async () => does(clerk(), 'reject', { ...seen(await toApplied()), reason: '不符' }),
      { state: 'CLOSED', outcome: 'BUYER_TIMEOUT' },
    ],
    ['AWAIT_RETURN closes', () => toApproved(), { state: 'CLOSED', outcome: 'BUYER_TIMEOUT', umbrella: 'ended' }],
    ['AWAIT_RECEIPT goes to HQ where nothing was delivered', () => toShipped(), { state: 'DISPUTED' }],
    [
      'AWAIT_RECEIPT counts as received once inspection is overdue',
      async () => does(clerk(), 'recordTracking', { shipmentId: (await toShipped()).shipments[0].id, kind: 'delivered' }),
      { state: 'REFUNDING', liability: { party: 'branch', rule: 'inspectDays' } },
    ],
    [
      'RECEIPT_REFUSED closes where the store holds nothing',
      async () => does(clerk(), 'refuseReceipt', { ...seen(await toShipped()), reason: '查无此件', goods: 'notArrived' }),
      { state: 'CLOSED', outcome: 'BUYER_TIMEOUT' },
    ],
    [
      'RECEIPT_REFUSED goes to HQ while the store holds the goods',
      async () => {
        const shipped = await toShipped();
        await photographs(clerk(), shipped.id, 'refusal');
        return does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '已使用', goods: 'branch' });
      },
      { state: 'DISPUTED' },
    ],
    ['DISPUTED is decided for the buyer', () => toDisputed(), { state: 'AWAIT_RETURN', approvedAmount: 18_900 }],
  ];

  it.each(states)('%s', async (_, reach, after) => {
    expect(await runOut(await reach())).toMatchObject(after);
  });

  it('never ends money by a clock: a refund that is due is alerted daily and shown as overdue', async () => {
    await desk.payouts();
    const approved = await does(clerk(), 'approve', seen(await toApplied({ type: 'RO', reason: 'missingItem' })));
    const due = Date.parse(approved.deadline.at);
    const overdue = async (): Promise<number> => {
      const { data } = await operator().graphql('{ caseCounts { byView { key count } } }');
      return data.caseCounts.byView.find(({ key }: Loose) => key === 'overdue').count;
    };
    const before = await overdue();
    const first = await runOut(approved);
    expect(first).toMatchObject({ state: 'REFUNDING', deadline: { at: approved.deadline.at, outcome: 'alert' } });
    desk.it.clock.set(due + DAY);
    await desk.clocks();
    const second = await caseNow(operator(), approved.id);
    expect(second.events.filter(({ verb }: Loose) => verb === 'timeout')).toHaveLength(2);
    expect(await overdue()).toBe(before + 1);
    await desk.payouts();
    expect(await overdue()).toBe(before);
  });

  it('reminds without telling anybody that the case has changed', async () => {
    const it = await toDisputed();
    desk.pass(5 * DAY + HOUR);
    await desk.clocks();
    const after = await caseNow(operator(), it.id);
    expect(after).toMatchObject({ state: 'DISPUTED', version: it.version });
    expect(after.events.at(-1)).toMatchObject({ verb: 'remind', data: { kind: 'disputeOpen' } });
    const events = await desk.it.database.read.findBy(CaseEvent, { caseId: it.id });
    expect(new Set(events.map(({ policyEpoch }) => policyEpoch)).size).toBe(1);
    expect(await does(operator(), 'verdict', { ...seen(it), to: 'CLOSED', reason: '买家无据' })).toMatchObject({
      state: 'CLOSED',
    });
    await desk.clocks();
    expect((await caseNow(operator(), it.id)).events.filter(({ verb }: Loose) => verb === 'remind')).toHaveLength(1);
  });

  it('holds a deadline that has passed against whoever comes before the clock', async () => {
    const it = await toApplied();
    desk.it.clock.set(Date.parse(it.deadline.at));
    expect(await refuses(clerk(), 'reject', { ...seen(it), reason: '太迟' })).toMatchObject({
      code: 'DEADLINE_PASSED',
      field: 'respondHours',
    });
  });

  it('fires once however many look at the same time', async () => {
    const cases = [await toApplied(), await toApplied(), await toApplied()];
    desk.pass(3 * DAY);
    const clock = desk.it.app.get(CaseClock, { strict: false });
    const moved = await Promise.all([clock.runDue(desk.now), clock.runDue(desk.now), clock.runDue(desk.now)]);
    expect(moved.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(cases.length);
    for (const { id } of cases) {
      const { events, state } = await caseNow(operator(), id);
      expect(state).toBe('AWAIT_RETURN');
      expect(events.filter(({ verb }: Loose) => verb === 'timeout')).toHaveLength(1);
    }
  });

  it('catches up in order after a long sleep, each clock from the moment it rings', async () => {
    const it = await toApplied();
    desk.pass(60 * DAY);
    await desk.clocks();
    const agreed = await caseNow(operator(), it.id);
    expect(agreed.state).toBe('AWAIT_RETURN');
    expect(Date.parse(agreed.deadline.at)).toBeGreaterThan(desk.now);
    desk.it.clock.set(Date.parse(agreed.deadline.at));
    await desk.clocks();
    expect(await caseNow(operator(), it.id)).toMatchObject({ state: 'CLOSED' });
  });

  it('fires and pays by itself in a process that listens, after a restart too', async () => {
    const it = await toApplied({ type: 'RO', reason: 'missingItem' });
    desk.it.clock.set(Date.parse(it.deadline.at));
    const other = await anotherProcess(desk.it);
    await other.listen(0, '127.0.0.1');
    const ended = async () => (await desk.it.database.read.findOneByOrFail(AfterSalesCase, { id: it.id })).state === 'REFUNDED';
    for (let tries = 0; tries < 100 && !(await ended()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    await other.close();
    expect(await caseNow(operator(), it.id)).toMatchObject({ state: 'REFUNDED', outcome: 'REFUNDED' });
  });

  it('goes on with the others where one case cannot be moved', async () => {
    const [broken, sound] = [await toApplied(), await toApplied()];
    await desk.it.database.inTransaction((tx) => tx.update(AfterSalesCase, { id: broken.id }, { rulesPromise: 'x'.repeat(64) }));
    desk.pass(3 * DAY);
    await desk.clocks();
    const states = await desk.it.database.read.findBy(AfterSalesCase, [{ id: broken.id }, { id: sound.id }]);
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [broken.id, 'APPLIED'],
        [sound.id, 'AWAIT_RETURN'],
      ]),
    );
  });
});
