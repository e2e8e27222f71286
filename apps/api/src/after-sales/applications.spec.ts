import type { Loose } from '../testing/client.js';
import { assign, publish, rules } from '../policies/testing/operations.js';
import { enginesHere } from '../testing/test-app.js';
import { caseNow, DAY, Desk, does, forAll, perform, refuses, seen } from './testing/desk.js';

describe.each(enginesHere())('an application on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  const clerk = () => desk.as('clerk1@example.com');

  const refused = async (more: object, sale: object = {}, wait = 4 * DAY) => {
    const of = await desk.sell(sale);
    desk.pass(wait);
    return refuses(await desk.buyer(of), 'apply', forAll(of, more));
  };

  it('is refused after the windows, with every rule that stands against it', async () => {
    const answer = await refused({}, {}, 30 * DAY);
    expect(answer).toMatchObject({ code: 'WINDOW_OVER', details: { checks: [{ rule: 'window', passes: false }] } });
    expect(answer.message).toBe('The windows are over; the store can still open the case');
  });

  it('is opened by staff when the windows are over', async () => {
    const of = await desk.sell();
    desk.pass(30 * DAY);
    expect(await does(clerk(), 'apply', forAll(of))).toMatchObject({ state: 'APPLIED', events: [{ actorKind: 'staff' }] });
  });

  it('is refused for a cancelled order, with the day', async () => {
    const answer = await refused(
      { type: 'RO', reason: 'unneeded' },
      { status: 'cancelled', shippedAfter: null, deliveredAfter: null },
    );
    expect(answer).toMatchObject({ code: 'ORDER_CANCELLED' });
    expect(answer.message).toMatch(/^The order was cancelled on 2026-/);
  });

  it.each([
    ['a return of what did not arrive', { type: 'RR', reason: 'unneeded' }, { deliveredAfter: null }, 'NOT_RECEIVED', ['RO']],
    [
      'a reason that cannot be true yet',
      { type: 'RO', reason: 'unfit' },
      { deliveredAfter: null },
      'REASON_DOES_NOT_FIT',
      expect.not.arrayContaining(['unfit']),
    ],
    ['a reason that does not exist', { reason: 'boredom' }, {}, 'REASON_UNKNOWN', expect.arrayContaining(['unfit'])],
    ['more than was paid', { amount: 18_901 }, {}, 'AMOUNT_INVALID', { min: 1, max: 18_900 }],
    ['nothing', { amount: 0 }, {}, 'AMOUNT_INVALID', { min: 1, max: 18_900 }],
    ['no line', { lines: [] }, {}, 'LINES_INVALID', undefined],
  ])('is refused for %s, saying what would do', async (_, more, sale, code, allowed) => {
    const answer = await refused(more, sale);
    expect([answer.code, answer.allowed]).toEqual([code, allowed]);
  });

  it('is refused for more pieces than are left, saying where they are', async () => {
    const of = await desk.sell({ lines: [{ quantity: 3, paidAmount: 10_000, unitPrice: 3_400 }] });
    desk.pass(4 * DAY);
    const [line] = of.lines;
    const pieces = (quantity: number) => forAll(of, { lines: [{ orderLineId: line?.id, quantity }] });
    const first = await does(await desk.buyer(of), 'apply', pieces(2));
    expect(first.requestedAmount).toBe(6_666);
    const answer = await refuses(await desk.buyer(of), 'apply', pieces(2));
    expect(answer).toMatchObject({ code: 'QUANTITY_NOT_LEFT', field: 'lines', allowed: { max: 1, sold: 3, inOpenCases: 2 } });
    expect((await does(await desk.buyer(of), 'apply', pieces(1))).requestedAmount).toBe(3_334);
  });

  it('is counted at most five times a line, however often it is withdrawn', async () => {
    const of = await desk.sell();
    desk.pass(4 * DAY);
    const client = await desk.buyer(of);
    for (let count = 0; count < 5; count += 1) await does(client, 'withdraw', seen(await does(client, 'apply', forAll(of))));
    expect(await refuses(client, 'apply', forAll(of))).toMatchObject({ code: 'APPLICATION_LIMIT', allowed: { max: 5 } });
  });

  it('can be asked about without being made', async () => {
    const of = await desk.sell();
    desk.pass(4 * DAY);
    const query =
      'query ($input: ApplyInput!) { it: checkApplication(input: $input) { eligible maxAmount freight { payer subsidy coveredAtMost } trace { rule passed text { zh } } } }';
    const { data } = await (await desk.buyer(of)).graphql(query, forAll(of));
    expect(data.it).toMatchObject({
      eligible: true,
      maxAmount: 18_900,
      freight: { payer: 'buyer', subsidy: null, coveredAtMost: 1_935 },
    });
    expect(data.it.trace.find(({ rule }: Loose) => rule === 'quantityLeft').text.zh).toBe('还可申请 1 件');
    expect((await perform(await desk.buyer(of), 'apply', forAll(of))).code).toBeNull();
  });

  it('says what would turn the answer round, of a yes and of a no', async () => {
    const of = await desk.sell({ lines: [{ quantity: 2, paidAmount: 10_000, unitPrice: 5_000 }] });
    desk.pass(4 * DAY);
    const query =
      'query ($input: ApplyInput!) { it: checkApplication(input: $input) { eligible flips { kind at amount reason type lines { orderLineId quantity } } } }';
    const client = await desk.buyer(of);
    const answer = async (more: Loose) => (await client.graphql(query, forAll(of, more))).data.it;
    const yes = await answer({});
    expect(yes).toMatchObject({ eligible: true, flips: [{ kind: 'endsAt', lines: null }] });
    const [line] = of.lines;
    const no = await answer({ lines: [{ orderLineId: line?.id, quantity: 9 }] });
    expect(no.eligible).toBe(false);
    expect(no.flips).toMatchObject([{ kind: 'quantity', lines: [{ orderLineId: line?.id, quantity: 2 }], at: null }]);
    expect((await answer({ amount: 10_001 })).flips[0]).toMatchObject({ kind: 'amount', amount: 10_000 });
  });

  it('obeys the number of applications and the delivery freight that its order was promised, whatever came since', async () => {
    const sale = { lines: [{ paidAmount: 5_000, freightAmount: 800 }] };
    const before = await desk.sell(sale);
    const kinder = { maxApplications: { set: 1 }, refundOutboundFreight: { set: true } };
    const operator = desk.as('op@example.com');
    await assign(operator, (await publish(operator, rules, '退发货运费', kinder)).versionId, 'SHOP1');
    desk.pass(DAY);
    const after = await desk.sell(sale);
    desk.pass(4 * DAY);
    const twice = async (of: typeof before) => {
      const client = await desk.buyer(of);
      const first = await does(client, 'apply', forAll(of));
      await does(client, 'withdraw', seen(first));
      return [first.requestedAmount, (await perform(client, 'apply', forAll(of))).code];
    };
    expect(await twice(before)).toEqual([5_000, null]);
    expect(await twice(after)).toEqual([5_800, 'APPLICATION_LIMIT']);
  });

  describe('the question of a reason', () => {
    const sold = async () => {
      const of = await desk.sell();
      desk.pass(4 * DAY);
      return { of, client: await desk.buyer(of) };
    };

    it('is among the reasons, and its answer is kept with the case', async () => {
      const { of, client } = await sold();
      const { data } = await client.graphql('{ it: returnReasons { code followUp { zh } } }');
      expect(data.it.find(({ code }: Loose) => code === 'unfit')).toMatchObject({ followUp: { zh: expect.any(String) } });
      const made = await does(client, 'apply', forAll(of, { followUpAnswer: ' 偏小一码 ' }));
      expect(made.followUpAnswer).toBe('偏小一码');
      const [first] = (await caseNow(clerk(), made.id)).events;
      expect(first.data).toMatchObject({ followUpAnswer: '偏小一码' });
    });

    it('is dropped with the reason that asked it', async () => {
      const { of, client } = await sold();
      const made = await does(client, 'apply', forAll(of, { followUpAnswer: '偏小' }));
      const reject = async (it: Loose) => does(clerk(), 'reject', { ...seen(it), reason: '吊牌已拆' });
      const same = await does(client, 'modify', { ...seen(await reject(made)), amount: 9_000 });
      expect(same.followUpAnswer).toBe('偏小');
      const answer = { reason: 'boughtWrong', followUpAnswer: '想买 L 码' };
      const other = await does(client, 'modify', { ...seen(await reject(same)), ...answer });
      expect(other.followUpAnswer).toBe('想买 L 码');
      const silent = await does(client, 'modify', { ...seen(await reject(other)), reason: 'changedMind' });
      expect(silent.followUpAnswer).toBeNull();
    });

    it('takes no long answer, nor any where nothing is asked', async () => {
      const { of, client } = await sold();
      const field = 'input.followUpAnswer';
      const long = forAll(of, { followUpAnswer: '长'.repeat(501) });
      expect(await refuses(client, 'apply', long)).toMatchObject({ code: 'BAD_INPUT', field, allowed: { max: 500 } });
      const unasked = forAll(of, { reason: 'changedMind', followUpAnswer: '没有' });
      expect(await refuses(client, 'apply', unasked)).toMatchObject({ code: 'BAD_INPUT', field });
    });
  });
});
