import type { Directives } from '@headwater/policy';
import { assign, publish, subsidy } from '../policies/testing/operations.js';
import { signedIn, type Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { DAY, Desk, does, forAll, HOUR, seen, type Sale, type SoldOrder } from './testing/desk.js';

const twoLines: Sale = { lines: [{ sku: 'A' }, { sku: 'B' }] };

describe.each(enginesHere())('what free returns are held to on %s', (engine) => {
  let desk: Desk;
  let serial = 0;

  const upTo1935: Directives = { enabled: { set: true }, mode: { set: { kind: 'actual', cap: 1935 } } };
  const promise = async (limits: Directives) => {
    const operator = await signedIn(desk.it, 'op@example.com');
    const { versionId } = await publish(operator, subsidy, `包运费 ${String((serial += 1))}`, { ...upTo1935, ...limits });
    await assign(operator, versionId, 'HQ');
    desk.pass(HOUR);
  };
  const shopOf = (store: string) => (store === 'SHOP3' ? 'shop3@example.com' : 'shop1@example.com');
  /** A case of one line of an order, approved; to be sent back. */
  const agreed = async (order: SoldOrder, line = 0, { reason = 'unfit', store = 'SHOP1' } = {}): Promise<Loose> => {
    const buyer = await desk.buyer(order, shopOf(store));
    const lines = order.lines.slice(line, line + 1).map(({ id, quantity }) => ({ orderLineId: id, quantity }));
    const applied = await does(buyer, 'apply', forAll(order, { reason, lines }));
    return does(desk.as(shopOf(store)), 'approve', seen(applied));
  };
  const send = async (order: SoldOrder, it: Loose, tracking = `ZT${String((serial += 1))}`): Promise<Loose> =>
    does(await desk.buyer(order), 'ship', { ...seen(it), carrier: '中通', tracking, freightPaid: 1_000 });
  const sold = async (sale: Sale = {}) => {
    const order = await desk.sell(sale);
    desk.pass(4 * DAY);
    return order;
  };
  const coverOf = async (order: SoldOrder, reason: string) => {
    const query = `query ($input: ReasonFreightInput!) { it: reasonFreight(input: $input) { class coveredAtMost } }`;
    const lines = order.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity }));
    const { data } = await (await desk.buyer(order)).graphql(query, { input: { orderId: order.id, type: 'RR', lines } });
    return data.it.find((each: Loose) => each.class === reason).coveredAtMost;
  };

  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  it('leaves out the reasons that are not subsidised, whose freight is the merchant’s by its fault', async () => {
    await promise({ reasons: { set: ['expectation'] } });
    const order = await sold(twoLines);
    expect([await coverOf(order, 'expectation'), await coverOf(order, 'quality')]).toEqual([1_935, null]);
    const unwanted = await send(order, await agreed(order));
    const faulty = await send(order, await agreed(order, 1, { reason: 'manufacturingDefect' }));
    expect(unwanted.freight).toMatchObject({ payer: 'buyer', subsidy: 1_000, fault: 0 });
    expect(faulty.freight).toMatchObject({ payer: 'merchant', subsidy: 0, fault: 1_000 });
  });

  it('subsidises one parcel of an order, however many cases it carries, and no second one', async () => {
    await promise({ oncePerOrder: { set: true } });
    const order = await sold({ lines: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }] });
    const [first, second, third] = [await agreed(order), await agreed(order, 1), await agreed(order, 2)];
    expect((await send(order, first, 'ZT-ONE')).freight).toMatchObject({ subsidy: 1_000 });
    expect((await send(order, second, 'ZT-ONE')).freight).toMatchObject({ subsidy: 500, buyer: 0 });
    expect(await coverOf(order, 'expectation')).toBeNull();
    expect((await send(order, third)).freight).toMatchObject({ subsidy: 0, buyer: 1_000 });
  });

  it('counts parcels that are sent at the same moment one after the other', async () => {
    const order = await sold(twoLines);
    const [first, second] = [await agreed(order), await agreed(order, 1)];
    const sent = await Promise.all([send(order, first), send(order, second)]);
    expect(sent.map(({ freight }) => Number(freight.subsidy)).sort((a, b) => a - b)).toEqual([0, 1_000]);
  });

  it('gives back what a return that is given up has used', async () => {
    const order = await sold(twoLines);
    const [first, second] = [await agreed(order), await agreed(order, 1)];
    const sent = await send(order, first);
    const refused = await does(desk.as('clerk1@example.com'), 'refuseReceipt', {
      ...seen(sent),
      reason: '查无此件',
      goods: 'notArrived',
    });
    await does(await desk.buyer(order), 'withdraw', seen(refused));
    expect((await send(order, second)).freight).toMatchObject({ subsidy: 1_000 });
  });

  it('subsidises so many parcels of a buyer in so many days, wherever he bought', async () => {
    await promise({ perBuyer: { set: { count: 2, days: 30 } } });
    const orders = [await desk.sell({ buyer: 'often' }), await desk.sell({ buyer: 'often', store: 'SHOP3' })];
    const [third, other] = [await desk.sell({ buyer: 'often' }), await desk.sell({ buyer: 'seldom' })];
    desk.pass(4 * DAY);
    const [here, there] = orders as [SoldOrder, SoldOrder];
    expect((await send(here, await agreed(here))).freight).toMatchObject({ subsidy: 1_000 });
    expect((await send(there, await agreed(there, 0, { store: 'SHOP3' }))).freight).toMatchObject({ subsidy: 1_000 });
    expect(await coverOf(third, 'expectation')).toBeNull();
    expect((await send(third, await agreed(third))).freight).toMatchObject({ subsidy: 0, buyer: 1_000 });
    expect((await send(other, await agreed(other))).freight).toMatchObject({ subsidy: 1_000 });
    desk.pass(31 * DAY);
    const later = await sold({ buyer: 'often' });
    expect((await send(later, await agreed(later))).freight).toMatchObject({ subsidy: 1_000 });
  });

  it('binds no order that was paid before', async () => {
    await promise({});
    const before = await desk.sell(twoLines);
    await promise({ oncePerOrder: { set: true }, perBuyer: { set: { count: 1, days: 365 } }, reasons: { set: ['logistics'] } });
    desk.pass(4 * DAY);
    for (const line of [0, 1]) expect((await send(before, await agreed(before, line))).freight).toMatchObject({ subsidy: 1_000 });
  });
});
