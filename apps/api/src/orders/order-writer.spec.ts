import { PolicyPromise } from '../policies/policy.entity.js';
import { assign, publishNext, publish, startChain, subsidy, type Chain } from '../policies/testing/operations.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { OrderWriter, type WriteOutcome } from './order-writer.service.js';
import type { OrderDraft } from './order-draft.js';
import { OrderLine, OrderPayment, SalesOrder } from './order.entity.js';
import { promisedFrom } from './promised-days.js';
import { returnsOf } from './return-days.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(enginesHere())('writing orders on %s', (engine) => {
  let chain: Chain;
  let paidAt: number;
  beforeAll(async () => {
    chain = await startChain(engine);
    paidAt = chain.it.clock.now() + HOUR;
  });
  afterAll(() => chain.it.close());

  const line = {
    sku: 'A',
    name: '咖啡豆',
    category: 'food',
    quantity: 2,
    unitPrice: 5_000,
    paidAmount: 9_000,
    freightAmount: 600,
  };
  const draft = (no: string, more: Partial<OrderDraft> = {}): OrderDraft => ({
    source: 'shop',
    externalNo: no,
    nodeId: unitId('SHOP1'),
    buyer: { ref: 'b1', name: '林小雨', phone: null, region: null },
    channel: 'express',
    status: 'paid',
    currency: 'CNY',
    instants: {
      placedAt: paidAt - HOUR,
      paidAt,
      shippedAt: null,
      deliveredAt: null,
      promisedAt: null,
      completedAt: null,
      cancelledAt: null,
    },
    lines: [line],
    payments: [{ method: 'wechat', amount: 9_600 }],
    ...more,
  });
  const write = (drafts: readonly OrderDraft[]): Promise<WriteOutcome[]> => {
    const writer = chain.it.app.get(OrderWriter, { strict: false });
    return chain.it.database.inTransaction((tx) => writer.write(tx, drafts, chain.it.clock.now()));
  };
  const results = (outcomes: readonly WriteOutcome[]) => outcomes.map(({ result }) => result);
  const find = (externalNo: string) => chain.it.database.read.findOneByOrFail(SalesOrder, { externalNo });

  it('keeps what was sold, to whom, and where', async () => {
    const [outcome] = await write([draft('1')]);
    expect(outcome?.result).toBe('created');
    const order = await find('1');
    expect(order).toMatchObject({
      goodsAmount: 9_000,
      freightAmount: 600,
      paidAmount: 9_600,
      a0: unitId('HQ'),
      a3: unitId('SHOP1'),
      a4: null,
    });
    expect(order.code).toMatch(/^\d{6}[0-9A-Z]{10}$/);
    const { read } = chain.it.database;
    expect(await read.findBy(OrderLine, { orderId: order.id })).toMatchObject([{ ...line, lineNo: 1, openQuantity: 0 }]);
    expect(await read.findBy(OrderPayment, { orderId: order.id })).toMatchObject([
      { sequence: 1, method: 'wechat', amount: 9_600 },
    ]);
  });

  it('changes nothing when the same comes again', async () => {
    await write([draft('2')]);
    const before = await find('2');
    expect(results(await write([draft('2')]))).toEqual(['unchanged']);
    expect(await find('2')).toEqual(before);
  });

  it('takes over what happened to an order since, and says so', async () => {
    await write([draft('3')]);
    const instants = { ...draft('3').instants, shippedAt: paidAt + HOUR, deliveredAt: paidAt + DAY };
    expect(results(await write([draft('3', { status: 'delivered', instants })]))).toEqual(['updated']);
    expect(await find('3')).toMatchObject({ status: 'delivered', deliveredAt: paidAt + DAY });
    expect(results(await write([draft('3', { status: 'delivered', instants })]))).toEqual(['unchanged']);
  });

  it('keeps what goods cost, also where the source says it later, and forgets none of it', async () => {
    const costs = async () =>
      (await chain.it.database.read.findBy(OrderLine, { orderId: (await find('cost')).id })).map(({ unitCost }) => unitCost);
    const told = draft('cost', { lines: [{ ...line, unitCost: 2_100 }] });
    await write([draft('cost')]);
    expect(await costs()).toEqual([null]);
    expect(results(await write([told]))).toEqual(['updated']);
    expect(await costs()).toEqual([2_100]);
    expect(results(await write([told]))).toEqual(['unchanged']);
    expect(results(await write([draft('cost')]))).toEqual(['updated']);
    expect(await costs()).toEqual([2_100]);
    await write([draft('free', { lines: [{ ...line, unitCost: 0 }] })]);
    expect(await chain.it.database.read.findBy(OrderLine, { orderId: (await find('free')).id })).toMatchObject([{ unitCost: 0 }]);
  });

  it('counts lines on the day of their delivery, also where that is told otherwise later', async () => {
    const { read } = chain.it.database;
    const now = chain.it.clock.now();
    const shop2 = (deliveredAt: number | null, no = 'delivered') =>
      draft(no, { nodeId: unitId('SHOP2'), lines: [line, line], payments: [], instants: { ...draft(no).instants, deliveredAt } });
    const rateOf = async () => (await returnsOf(read, [unitId('SHOP2')], now + 10 * DAY)).get(unitId('SHOP2'))?.delivered ?? 0;
    await write([shop2(null)]);
    expect(await rateOf()).toBe(0);
    await write([shop2(paidAt + DAY), shop2(paidAt + DAY, 'another')]);
    expect(await rateOf()).toBe(4);
    await write([shop2(paidAt + 30 * DAY)]);
    expect(await rateOf()).toBe(2);
    await write([shop2(null), shop2(paidAt + DAY, 'another')]);
    expect(await rateOf()).toBe(2);
    const facts = await returnsOf(read, [unitId('SHOP2')], now + 100 * DAY);
    expect(facts.get(unitId('SHOP2'))?.delivered ?? 0).toBe(0);
  });

  it('never changes what was sold', async () => {
    await write([draft('4')]);
    const other = draft('4', { lines: [{ ...line, quantity: 3 }] });
    expect(await write([other])).toEqual([{ result: 'refused', problem: { code: 'GOODS_CHANGED', field: 'lines' } }]);
    const { id } = await find('4');
    expect(await chain.it.database.read.findBy(OrderLine, { orderId: id })).toMatchObject([{ quantity: 2 }]);
  });

  it('knows an order by source, number and branch together', async () => {
    const outcomes = await write([
      draft('5'),
      draft('5', { nodeId: unitId('SHOP2') }),
      draft('5', { source: 'other' }),
      draft('5'),
    ]);
    expect(results(outcomes)).toEqual(['created', 'created', 'created', 'refused']);
    expect(outcomes[3]).toMatchObject({ problem: { code: 'TWICE_IN_ONE_BATCH' } });
    expect(new Set(outcomes.slice(0, 3).map((it) => 'orderId' in it && it.orderId)).size).toBe(3);
  });

  it('freezes what applied at payment, stored once for all who were promised the same', async () => {
    const stored = await chain.it.database.read.count(PolicyPromise);
    await write([draft('6'), draft('7'), draft('8', { nodeId: unitId('SHOP3') })]);
    const orders = await Promise.all(['6', '7', '8'].map(find));
    expect(new Set(orders.map(({ subsidyPromise, rulesPromise }) => `${subsidyPromise ?? ''}${rulesPromise ?? ''}`)).size).toBe(
      1,
    );
    expect(await chain.it.database.read.count(PolicyPromise)).toBe(stored);
  });

  it('promises the rules of the moment of payment, not those of the moment of writing', async () => {
    const { policyId, versionId } = await publish(chain.operator, subsidy, '退货包运费', { enabled: { set: true } });
    await assign(chain.operator, versionId, 'HQ');
    const later = chain.it.clock.now() + 2 * DAY;
    await assign(chain.operator, await publishNext(chain.operator, policyId, { enabled: { set: false } }), 'HQ', {
      from: new Date(later).toISOString(),
    });
    const at = (no: string, when: number) => draft(no, { instants: { ...draft(no).instants, paidAt: when } });
    await write([at('9', later - HOUR), at('10', later + HOUR)]);
    const promised = async (no: string) => {
      const { subsidyPromise } = await find(no);
      const { document } = await chain.it.database.read.findOneByOrFail(PolicyPromise, { hash: subsidyPromise ?? '' });
      return (document as { values: { enabled: boolean } }).values.enabled;
    };
    expect([await promised('9'), await promised('10')]).toEqual([true, false]);
  });

  it('promises nothing to an order that was never paid, until it is', async () => {
    const unpaid = { ...draft('11').instants, paidAt: null };
    await write([draft('11', { status: 'cancelled', instants: unpaid })]);
    expect(await find('11')).toMatchObject({ rulesPromise: null, subsidyPromise: null });
    expect(results(await write([draft('11')]))).toEqual(['updated']);
    expect((await find('11')).rulesPromise).toHaveLength(64);
  });

  it.each<[string, Partial<OrderDraft>, object]>([
    ['no lines', { lines: [] }, { code: 'LINES_REQUIRED', field: 'lines' }],
    [
      'half a piece',
      { lines: [{ ...line, quantity: 0.5 }] },
      { code: 'QUANTITY_INVALID', field: 'lines.0.quantity', allowed: { min: 1 } },
    ],
    ['a negative price', { lines: [{ ...line, paidAmount: -1 }] }, { code: 'AMOUNT_INVALID', field: 'lines.0.paidAmount' }],
    ['a part of a fen', { lines: [{ ...line, freightAmount: 1.5 }] }, { code: 'AMOUNT_INVALID', field: 'lines.0.freightAmount' }],
    ['a cost below nothing', { lines: [{ ...line, unitCost: -1 }] }, { code: 'AMOUNT_INVALID', field: 'lines.0.unitCost' }],
    [
      'half a fen of cost',
      { lines: [{ ...line, unitCost: 0.5 }] },
      { code: 'AMOUNT_INVALID', field: 'lines.0.unitCost', allowed: { min: 0, whole: true } },
    ],
    [
      'payments of another sum',
      { payments: [{ method: 'card', amount: 9_599 }] },
      { code: 'PAYMENTS_DIFFER', allowed: { total: 9_600 } },
    ],
    ['an unknown branch', { nodeId: unitId('NOWHERE') }, { code: 'UNKNOWN_NODE', field: 'nodeId' }],
    [
      'a payment before the branch was there',
      { instants: { ...draft0(), paidAt: Date.UTC(2001, 0, 1) } },
      { code: 'NODE_NOT_OPEN' },
    ],
    [
      'goods sent without payment',
      { instants: { ...draft0(), paidAt: null } },
      { code: 'PAYMENT_INSTANT_REQUIRED', field: 'instants.paidAt' },
    ],
    [
      'a name that goes on and on',
      { lines: [{ ...line, name: '长'.repeat(201) }] },
      { code: 'TEXT_TOO_LONG', allowed: { max: 200 } },
    ],
  ])('refuses %s, and writes the others', async (name, more, problem) => {
    const outcomes = await write([draft(`bad ${name}`, more), draft(`good beside ${name}`)]);
    expect(outcomes).toMatchObject([{ result: 'refused', problem }, { result: 'created' }]);
    expect(await chain.it.database.read.countBy(SalesOrder, { externalNo: `bad ${name}` })).toBe(0);
  });

  it('writes thousands at once, each with its own code', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => draft(`M${String(index)}`));
    expect(new Set(results(await write(many)))).toEqual(new Set(['created']));
    const { read } = chain.it.database;
    const [row] = await read.query<{ orders: number | string; codes: number | string }[]>(
      "SELECT COUNT(*) AS orders, COUNT(DISTINCT code) AS codes FROM sales_order WHERE external_no LIKE 'M%'",
    );
    expect([Number(row?.orders), Number(row?.codes)]).toEqual([3_000, 3_000]);
  });

  describe('the list of orders', () => {
    const QUERY =
      'query ($filter: OrderFilter, $page: PageInput) { orders(filter: $filter, page: $page) { items { id externalNo placedAt } nextCursor } }';
    const page = async (after: string | null, filter: object = {}) =>
      (await chain.operator.graphql(QUERY, { filter, page: { first: 200, after } })).data.orders;

    it('shows each order once, the newest first, page by page', async () => {
      const seen: { id: string; placedAt: string }[] = [];
      let after: string | null = null;
      do {
        const { items, nextCursor } = await page(after, { within: unitId('EAST') });
        seen.push(...items);
        after = nextCursor;
      } while (after !== null);
      const all = await chain.it.database.read.count(SalesOrder);
      expect(seen).toHaveLength(all - 1);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
      expect([...seen].sort((a, b) => b.placedAt.localeCompare(a.placedAt))).toEqual(seen);
    });

    it('filters by status and finds by number', async () => {
      expect((await page(null, { status: 'delivered' })).items).toMatchObject([{ externalNo: '3' }]);
      expect((await page(null, { search: ' M7 ' })).items).toMatchObject([{ externalNo: 'M7' }]);
    });

    it('refuses a cursor that is not its own', async () => {
      const { code } = await chain.operator.graphql(QUERY, { page: { after: 'nonsense' } });
      expect(code).toBe('BAD_INPUT');
    });
  });

  it('counts an order that free returns cover until its windows end, and no more once it is cancelled', async () => {
    const { read } = chain.it.database;
    const now = chain.it.clock.now();
    const { versionId } = await publish(chain.operator, subsidy, '包运费到期', { enabled: { set: true } });
    await assign(chain.operator, versionId, 'SHOP3');
    chain.it.clock.set(now + HOUR);
    const at = chain.it.clock.now();
    const instants = { ...draft('covered').instants, placedAt: at, paidAt: at };
    const sold = (more: Partial<OrderDraft> = {}) => draft('covered', { nodeId: unitId('SHOP3'), instants, ...more });
    const open = async (day: number) => (await promisedFrom(read, at + day * DAY)).get(unitId('SHOP3')) ?? 0;
    await write([sold(), sold({ externalNo: 'never paid', status: 'cancelled', instants: { ...instants, paidAt: null } })]);
    expect([await open(0), await open(400)]).toEqual([1, 1]);
    const deliveredAt = at + DAY;
    await write([sold({ status: 'delivered', instants: { ...instants, deliveredAt } })]);
    const { coveredUntil } = await find('covered');
    // Fifteen days of self-service from the day after.
    expect(coveredUntil).toBeGreaterThan(deliveredAt + 15 * DAY);
    expect(coveredUntil).toBeLessThanOrEqual(deliveredAt + 17 * DAY);
    expect([await open(0), await open(10), await open(30)]).toEqual([1, 1, 0]);
    await write([sold({ status: 'cancelled', instants: { ...instants, deliveredAt, cancelledAt: at + 2 * DAY } })]);
    expect([(await find('covered')).coveredUntil, await open(0)]).toEqual([null, 0]);
  });
});

function draft0(): OrderDraft['instants'] {
  const at = Date.UTC(2030, 0, 1);
  return { placedAt: at, paidAt: at, shippedAt: null, deliveredAt: null, promisedAt: null, completedAt: null, cancelledAt: null };
}
