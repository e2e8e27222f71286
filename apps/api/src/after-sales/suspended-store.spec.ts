import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import type { Loose } from '../testing/client.js';
import { DAY, Desk, does, forAll, HOUR, seen, type SoldOrder } from './testing/desk.js';

describe.each(enginesHere())('a store that is suspended after an order was paid (P6) on %s', (engine) => {
  let desk: Desk;
  let before: SoldOrder;
  let unneeded: SoldOrder;
  let faulty: SoldOrder;

  /** One order is paid, the store is suspended, two more are paid; all are delivered. */
  beforeAll(async () => {
    desk = await Desk.open(engine);
    before = await desk.sell();
    desk.pass(HOUR);
    const suspend = `mutation ($id: ID!) { it: suspendCoverage(nodeId: $id, reason: "退货异常") { changed } }`;
    const { data } = await desk.as('op@example.com').graphql(suspend, { id: unitId('SHOP1') });
    expect(data.it).toEqual({ changed: 1 });
    desk.pass(HOUR);
    [unneeded, faulty] = [await desk.sell(), await desk.sell()];
    desk.pass(4 * DAY);
  });
  afterAll(() => desk.it.close());

  const clerk = () => desk.as('clerk1@example.com');
  /** Applied for, approved and shipped by the buyer for 25.00. */
  const shipped = async (order: SoldOrder, reason: string, tracking: string): Promise<Loose> => {
    const buyer = await desk.buyer(order);
    const applied = await does(buyer, 'apply', forAll(order, { reason }));
    const approved = await does(clerk(), 'approve', seen(applied));
    return does(buyer, 'ship', { ...seen(approved), carrier: '顺丰', tracking, freightPaid: 2_500 });
  };
  /** Received in order and paid out. */
  const ended = async (it: Loose): Promise<Loose> => {
    const received = await does(clerk(), 'receive', { ...seen(it), inspection: '完好' });
    expect(received.state).toBe('REFUNDING');
    return received;
  };

  it('pays the freight that it promised to the order of then, up to the cap', async () => {
    const it = await shipped(before, 'unfit', 'SF1');
    expect(it.freight).toMatchObject({ payer: 'buyer', subsidy: 1_935, fault: 0, buyer: 565 });
    expect((await ended(it)).refunds).toMatchObject([
      { purpose: 'goods', amount: 18_900 },
      { purpose: 'freight', amount: 1_935 },
    ]);
  });

  it('promises nothing to an order that was paid since', async () => {
    const it = await shipped(unneeded, 'unfit', 'SF2');
    expect(it.freight).toMatchObject({ payer: 'buyer', subsidy: 0, fault: 0, buyer: 2_500 });
    expect((await ended(it)).refunds).toMatchObject([{ purpose: 'goods', amount: 18_900 }]);
  });

  it('still pays the freight of its own fault, all of it', async () => {
    const it = await shipped(faulty, 'manufacturingDefect', 'SF3');
    expect(it.freight).toMatchObject({ payer: 'merchant', subsidy: 0, fault: 2_500, buyer: 0 });
    expect((await ended(it)).refunds).toMatchObject([
      { purpose: 'goods', amount: 18_900 },
      { purpose: 'freight', amount: 2_500 },
    ]);
  });
});
