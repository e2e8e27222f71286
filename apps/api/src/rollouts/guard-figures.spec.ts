import { does, forAll, seen, DAY, HOUR, Desk, type Caller } from '../after-sales/testing/desk.js';
import { insertRows } from '../orders/insert-rows.js';
import { SalesOrder } from '../orders/order.entity.js';
import { newId } from '../common/ids.js';
import { done, publishNext, subsidy } from '../policies/testing/operations.js';
import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';

const START = `mutation ($input: RolloutInput!) { it: startRollout(input: $input, reason: "先试一家") { rolloutId } }`;
const FIGURES = `orders subsidy subsidyPerOrder cases rejected disputed rejectionBps disputeBps`;
const ROLLOUT = `query ($id: ID!) { it: rollout(id: $id) { steps { at figures { from to sampled reason inPilot { ${FIGURES} } others { ${FIGURES} } } } } }`;

/** More than are counted at once. */
const MANY = 20_005;

const clerks = { SHOP1: 'clerk1@example.com', SHOP3: 'shop3@example.com' } as const;

describe.each(enginesHere())('how a rollout goes, in the pilot and elsewhere, on %s', (engine) => {
  let desk: Desk;
  let rolloutId: string;
  beforeAll(async () => {
    desk = await Desk.open(engine);
    const operator = desk.as('op@example.com');
    const [policy] = (await done(operator, 'policies', { kind: subsidy })).items;
    const versionId = await publishNext(operator, policy.id, {
      enabled: { set: true },
      mode: { set: { kind: 'actual', cap: 1_500 } },
    });
    await applied('SHOP1');
    const input = { versionId, nodeId: unitId('HQ'), cohort: { units: [unitId('SHOP1')] } };
    rolloutId = (await asked(operator, START, { input })).rolloutId;
  });
  afterAll(() => desk.it.close());

  const asked = async (client: Caller, query: string, variables: Record<string, unknown>): Promise<Loose> => {
    const { data, errors } = await client.graphql(query, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.it;
  };
  const figures = async (): Promise<Loose> =>
    (await asked(desk.as('op@example.com'), ROLLOUT, { id: rolloutId })).steps[0].figures;
  const buyerOf = (order: Parameters<Desk['buyer']>[0], store: keyof typeof clerks) =>
    desk.buyer(order, store === 'SHOP1' ? 'shop1@example.com' : 'shop3@example.com');
  /** An order that was delivered, with a case. */
  const applied = async (store: keyof typeof clerks) => {
    desk.pass(2 * HOUR);
    const order = await desk.sell({ store });
    desk.pass(4 * DAY);
    return { order, it: await does(await buyerOf(order, store), 'apply', forAll(order)) };
  };
  const rejected = async (store: keyof typeof clerks) => {
    const { order, it } = await applied(store);
    return { order, it: await does(desk.as(clerks[store]), 'reject', { ...seen(it), reason: '吊牌已拆' }) };
  };
  const disputed = async (store: keyof typeof clerks) => {
    const { order, it } = await rejected(store);
    await does(await buyerOf(order, store), 'escalate', { ...seen(it), reason: '吊牌完好，有照片' });
  };

  it('counts orders, refusals and disputes since the step on the side of their branch', async () => {
    await desk.sell({ store: 'SHOP1', paidAt: desk.now + 2 * HOUR });
    await applied('SHOP1');
    await disputed('SHOP1');
    await rejected('SHOP3');
    await applied('SHOP3');
    await applied('SHOP3');
    expect(await figures()).toMatchObject({
      ...{ reason: null, sampled: false },
      inPilot: { orders: 3, cases: 2, rejected: 1, disputed: 1, rejectionBps: 5_000, disputeBps: 5_000 },
      others: { orders: 3, cases: 3, rejected: 1, disputed: 0, rejectionBps: 3_333, disputeBps: 0 },
    });
  });

  it('counts the subsidy that was booked since, for each order', async () => {
    const before = await figures();
    expect(before).toMatchObject({ inPilot: { subsidy: 0 }, others: { subsidy: 0 } });
    const { order, it } = await applied('SHOP1');
    const approved = await does(desk.as('clerk1@example.com'), 'approve', seen(it));
    const parcel = { carrier: '中通', tracking: 'ZT-1', freightPaid: 1_600 };
    const shipped = await does(await buyerOf(order, 'SHOP1'), 'ship', { ...seen(approved), ...parcel });
    await does(desk.as('clerk1@example.com'), 'receive', seen(shipped));
    const { inPilot, others } = await figures();
    expect(inPilot).toMatchObject({ orders: 4, subsidy: 1_500, subsidyPerOrder: 375 });
    expect(others).toMatchObject({ subsidy: 0, subsidyPerOrder: 0 });
  });

  it('counts the latest alone where there are more than can be counted, and says since when', async () => {
    const [pattern] = await desk.it.database.read.find(SalesOrder, { where: { nodeId: unitId('SHOP3') }, take: 1 });
    const since = desk.now;
    const more = Array.from({ length: MANY }, (_, n) => ({
      ...{ ...pattern, id: newId(since), code: `M${String(n)}`, externalNo: `M${String(n)}`, placedAt: since + n },
    }));
    await desk.it.database.inTransaction((tx) => insertRows(tx, SalesOrder, more as SalesOrder[]));
    desk.pass(DAY);
    const told = await figures();
    expect(told).toMatchObject({ sampled: true, reason: null, inPilot: { orders: 0, cases: 0 }, others: { orders: 20_000 } });
    expect(Date.parse(told.from)).toBe(since + MANY - 20_000);
  });
});
