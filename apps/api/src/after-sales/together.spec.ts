import { OrderLine, SalesOrder } from '../orders/order.entity.js';
import type { Answer, Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { CaseCount } from './case.entity.js';
import { caseNow, DAY, Desk, does, forAll, perform, refuses, seen } from './testing/desk.js';

describe.each(enginesHere())('several people at once on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const delivered = async (sale: object = {}) => {
    const order = await desk.sell(sale);
    desk.pass(4 * DAY);
    return order;
  };
  const codes = (answers: readonly Answer[]) => answers.map(({ code }) => code).sort();

  it('refuses a step decided on an older version, and says what happened meanwhile and what is allowed now', async () => {
    const order = await delivered();
    const it = await does(await desk.buyer(order), 'apply', forAll(order));
    await does(desk.as('shop1@example.com'), 'approve', seen(it));
    const stale = await refuses(desk.as('clerk1@example.com'), 'reject', { ...seen(it), reason: '吊牌已拆' });
    expect(stale).toMatchObject({ code: 'STALE_VERSION', field: 'version', details: { seen: 1, now: 2 } });
    expect(stale.details.meanwhile).toMatchObject([{ verb: 'approve', actorName: '王芳', from: 'APPLIED', to: 'AWAIT_RETURN' }]);
    expect(stale.details.allowedActions).toEqual([]);
    expect(await caseNow(desk.as('shop1@example.com'), it.id)).toMatchObject({ state: 'AWAIT_RETURN', version: 2 });
  });

  it('tells a buyer what happened meanwhile without our names', async () => {
    const order = await delivered();
    const it = await does(await desk.buyer(order), 'apply', forAll(order));
    await does(desk.as('shop1@example.com'), 'reject', { ...seen(it), reason: '吊牌已拆' });
    const stale = await refuses(await desk.buyer(order), 'withdraw', seen(it));
    expect(stale.details).toMatchObject({
      meanwhile: [{ verb: 'reject', actorName: 'store SHOP1', reason: '吊牌已拆', to: 'REJECTED' }],
      allowedActions: ['modify', 'escalate', 'withdraw'],
    });
  });

  it('lets one of two win the last piece', async () => {
    const order = await delivered();
    const client = await desk.buyer(order);
    const answers = await Promise.all([
      perform(client, 'apply', forAll(order)),
      perform(desk.as('clerk1@example.com'), 'apply', forAll(order)),
    ]);
    expect(codes(answers)).toEqual(['QUANTITY_NOT_LEFT', null]);
    const line = await desk.it.database.read.findOneByOrFail(OrderLine, { orderId: order.id });
    expect(line).toMatchObject({ quantity: 1, openQuantity: 1, applications: 1 });
  });

  it('never returns more than was sold, however many apply and withdraw', async () => {
    const order = await delivered({ lines: [{ quantity: 3, paidAmount: 10_001 }] });
    const client = await desk.buyer(order);
    const one = forAll(order, { lines: [{ orderLineId: order.lines[0]?.id, quantity: 1 }] });
    const answers = await Promise.all(Array.from({ length: 5 }, () => perform(client, 'apply', one)));
    expect(codes(answers)).toEqual(['QUANTITY_NOT_LEFT', 'QUANTITY_NOT_LEFT', null, null, null]);
    const cases = answers.flatMap(({ data }) => (data?.it ? [data.it] : []));
    expect(cases.reduce((sum: number, { requestedAmount }: { requestedAmount: number }) => sum + requestedAmount, 0)).toBe(
      10_001,
    );
    await Promise.all(cases.map((it: Loose) => perform(client, 'withdraw', seen(it))));
    const line = await desk.it.database.read.findOneByOrFail(OrderLine, { orderId: order.id });
    expect(line).toMatchObject({ openQuantity: 0, openAmount: 0, refundedQuantity: 0, applications: 3 });
  });

  it('lets one of two decide, and the other hears what was decided', async () => {
    const order = await delivered();
    const it = await does(await desk.buyer(order), 'apply', forAll(order));
    const answers = await Promise.all([
      perform(desk.as('shop1@example.com'), 'approve', seen(it)),
      perform(desk.as('clerk1@example.com'), 'reject', { ...seen(it), reason: '吊牌已拆' }),
    ]);
    expect(codes(answers)).toEqual(['STALE_VERSION', null]);
    expect((await caseNow(desk.as('shop1@example.com'), it.id)).events).toHaveLength(2);
  });

  it('keeps the order’s one status right while its cases move side by side', async () => {
    const order = await delivered({ lines: [{ sku: 'A' }, { sku: 'B' }] });
    const client = await desk.buyer(order);
    const cases = [];
    for (const { id } of order.lines)
      cases.push(await does(client, 'apply', forAll(order, { lines: [{ orderLineId: id, quantity: 1 }] })));
    await Promise.all(cases.map((it) => perform(client, 'withdraw', seen(it))));
    expect(await desk.it.database.read.findOneByOrFail(SalesOrder, { id: order.id })).toMatchObject({ umbrella: 'ended' });
  });

  it('takes over what became of an order while somebody acts on it', async () => {
    for (let round = 0; round < 6; round += 1) {
      const sale = { no: `ACTED-ON-${String(round)}`, buyer: 'buyer acting', paidAt: desk.now };
      const order = await delivered(sale);
      const client = await desk.buyer(order);
      const [[written], applied] = await Promise.all([
        desk.write([desk.draft({ ...sale, status: 'completed' })]),
        perform(client, 'apply', forAll(order)),
      ]);
      expect([written?.id, applied.code]).toEqual([order.id, null]);
    }
  });

  it('leaves counts that equal what a scan would find', async () => {
    const { read } = desk.it.database;
    const counted = await read.find(CaseCount);
    const scanned = await read.query<{ state: string; n: number | string }[]>(
      'SELECT state, COUNT(*) AS n FROM after_sales_case GROUP BY state',
    );
    const shown = new Map(counted.filter(({ cases }) => cases !== 0).map(({ state, cases }) => [state as string, cases]));
    expect(shown).toEqual(new Map(scanned.map(({ state, n }) => [state, Number(n)])));
  });

  describe('one parcel with two cases', () => {
    const two = async () => {
      const client = await desk.buyer(
        await delivered({
          lines: [
            { sku: 'A', paidAmount: 6_000 },
            { sku: 'B', paidAmount: 3_000 },
          ],
        }),
      );
      const { data } = await client.graphql('{ buyerOrder { id lines { id quantity } } }');
      const order = data.buyerOrder;
      const cases = [];
      for (const { id } of order.lines) {
        const it = await does(client, 'apply', forAll(order, { lines: [{ orderLineId: id, quantity: 1 }] }));
        cases.push(await does(desk.as('shop1@example.com'), 'approve', seen(it)));
      }
      return { client, cases };
    };
    const parcel = { carrier: '顺丰', freightPaid: 2_100 };
    /** Two orders of one buyer, each with a return that was agreed. */
    const ofOneBuyer = async (buyer: string) => {
      const orders = [await desk.sell({ buyer }), await desk.sell({ buyer })];
      desk.pass(4 * DAY);
      const ready = [];
      for (const order of orders) {
        const client = await desk.buyer(order);
        const it = await does(client, 'apply', forAll(order));
        ready.push({ client, it: await does(desk.as('shop1@example.com'), 'approve', seen(it)) });
      }
      return ready as [(typeof ready)[0], (typeof ready)[0]];
    };
    /** What left the till according to the books, and according to the payouts, in fen per case. */
    const paidOut = async (caseId: string): Promise<[books: number, payouts: number]> => {
      const sum = async (sql: string) => {
        const [row] = await desk.it.database.read.query<{ amount: number | string }[]>(sql, [caseId]);
        return Number(row?.amount);
      };
      return [
        -(await sum("SELECT SUM(amount) AS amount FROM ledger_line WHERE account = 'cashClearing' AND case_id = ?")),
        await sum("SELECT SUM(amount) AS amount FROM refund WHERE status = 'paid' AND case_id = ?"),
      ];
    };

    it('has one freight and one cap, split over them by value', async () => {
      const { client, cases } = await two();
      const [first, second] = cases;
      await does(client, 'ship', { ...seen(first), ...parcel, tracking: `P${first.code}` });
      const joined = await does(client, 'ship', { ...seen(second), ...parcel, tracking: `P${first.code}` });
      const other = await caseNow(desk.as('shop1@example.com'), first.id);
      expect(joined.shipments[0].id).toBe(other.shipments[0].id);
      expect([other.freight, joined.freight]).toMatchObject([
        { subsidy: 1_290, buyer: 110 },
        { subsidy: 645, buyer: 55 },
      ]);
      expect(other.cost).toBe(1_290);
      const manager = desk.as('shop1@example.com');
      const moved = await does(manager, 'recordTracking', { shipmentId: joined.shipments[0].id, kind: 'delivered' });
      expect(moved.deadline.field).toBe('inspectDays');
      expect((await caseNow(manager, second.id)).deadline.field).toBe('inspectDays');
    });

    it('has to name the same freight twice', async () => {
      const { client, cases } = await two();
      const [first, second] = cases;
      await does(client, 'ship', { ...seen(first), ...parcel, tracking: `P${first.code}` });
      const other = { ...seen(second), ...parcel, tracking: `P${first.code}`, freightPaid: 9_900 };
      expect(await refuses(client, 'ship', other)).toMatchObject({
        code: 'FREIGHT_DIFFERS',
        field: 'freightPaid',
        allowed: 2_100,
      });
    });

    it('pays out what it books, however one case ends while another joins', async () => {
      for (let round = 0; round < 4; round += 1) {
        const [one, other] = await ofOneBuyer(`buyer of parcel ${String(round)}`);
        const shared = { ...parcel, tracking: `TOGETHER${String(round)}` };
        const first = await does(one.client, 'ship', { ...seen(one.it), ...shared });
        const answers = await Promise.all([
          perform(desk.as('shop1@example.com'), 'receive', seen(first)),
          perform(other.client, 'ship', { ...seen(other.it), ...shared }),
        ]);
        expect(codes(answers)).toEqual([null, null]);
        await does(desk.as('clerk1@example.com'), 'receive', seen(answers[1]?.data.it));
        await desk.payouts();
        for (const { it } of [one, other]) {
          const [books, payouts] = await paidOut(it.id);
          expect([round, books]).toEqual([round, payouts]);
        }
      }
    });

    it('takes two cases that set out at the same time', async () => {
      const [one, other] = await ofOneBuyer('buyer of two');
      const shared = { ...parcel, tracking: 'AT-ONCE' };
      const answers = await Promise.all(
        [one, other].map(({ client, it }) => perform(client, 'ship', { ...seen(it), ...shared })),
      );
      expect(codes(answers)).toEqual([null, null]);
      const [first, second] = answers.map(({ data }) => data.it.shipments[0].id);
      expect(first).toBe(second);
    });

    it('is delivered once, whoever reports it', async () => {
      const [one] = await ofOneBuyer('buyer of one');
      const { shipments } = await does(one.client, 'ship', { ...seen(one.it), ...parcel, tracking: 'ONCE' });
      const report = { shipmentId: shipments[0].id, kind: 'delivered' };
      const answers = await Promise.all([
        perform(desk.as('shop1@example.com'), 'recordTracking', report),
        perform(desk.as('clerk1@example.com'), 'recordTracking', report),
      ]);
      expect(codes(answers)).toEqual(['ALREADY_DELIVERED', null]);
    });
  });
});
