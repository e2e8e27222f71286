import type { Directives } from '@headwater/policy';
import { assign, publish, rules } from '../policies/testing/operations.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import type { Loose } from '../testing/client.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, seen, type SoldOrder } from './testing/desk.js';

const supplier = {
  ...{ recipient: '供货商售后', phone: '0573-88000000', province: '浙江省', city: '嘉兴市', district: '南湖区' },
  ...{ street: '仓储路 8 号', instructions: '外箱写明售后单号' },
};
/** Up to 20.00 kept; from 50.00 to the supplier, from 500.00 to the chain's own address first. */
const routing: Directives = {
  returnless: { set: { by: 'amount', amount: 2_000 } },
  supplierAddress: { set: supplier },
  returnRouting: {
    set: [
      { amountFrom: 50_000, to: 'own' },
      { amountFrom: 5_000, to: 'supplier' },
    ],
  },
};

describe.each(enginesHere())('where goods go that come back, on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine, routing);
  });
  afterAll(() => desk.it.close());
  const manager = () => desk.as('shop1@example.com');

  const worth = async (paidAmount: number): Promise<SoldOrder> => {
    const order = await desk.sell({ lines: [{ unitPrice: paidAmount, paidAmount }] });
    desk.pass(4 * DAY);
    return order;
  };
  const goodsOf = async (id: string, client: Loose = manager()): Promise<Loose[]> => {
    const query = 'query ($id: ID!) { it: case(id: $id) { goods { rule passed facts text { zh en } } } }';
    return (await client.graphql(query, { id })).data.it.goods;
  };
  const whatIf = async (order: SoldOrder, client: Loose = manager()): Promise<Loose[]> => {
    const query = 'query ($input: ApplyInput!) { it: whatIf(input: $input) { goods { rule text { zh } } } }';
    return (await client.graphql(query, forAll(order))).data.it.goods;
  };

  it.each([
    [4_999, '售后组'],
    [18_900, supplier.recipient],
    [60_000, '售后组'],
  ])('goods worth %i fen go to %s, which the buyer learns once it is agreed', async (paid, recipient) => {
    const order = await worth(paid);
    const buyer = await desk.buyer(order);
    const item = await does(buyer, 'apply', forAll(order));
    expect((await caseNow(buyer, item.id)).returnAddress).toBeNull();
    const approved = await does(manager(), 'approve', seen(item));
    expect(approved.returnAddress.recipient).toBe(recipient);
    expect((await caseNow(buyer, item.id)).returnAddress).toEqual(approved.returnAddress);
  });

  it('is told to staff before, and as it was decided after; never to the buyer', async () => {
    const order = await worth(18_900);
    const buyer = await desk.buyer(order);
    const said = '寄到供货商：商品 ¥189.00，退货去向第 1 行；改寄他处，不超过 ¥49.99';
    expect((await whatIf(order)).map(({ text }) => text.zh)).toEqual([expect.stringContaining('需要寄回'), said]);
    expect(await whatIf(order, buyer)).toEqual([]);
    const item = await does(buyer, 'apply', forAll(order));
    expect((await goodsOf(item.id)).map(({ text }) => text.zh)).toContain(said);
    await does(manager(), 'approve', seen(item));
    const everyTo = { returnRouting: { set: [] } } as Directives;
    const { versionId } = await publish(desk.as('op@example.com'), rules, '一律自收', everyTo);
    await assign(desk.as('op@example.com'), versionId, 'SHOP1');
    desk.pass(HOUR);
    expect((await goodsOf(item.id)).map(({ text }) => text.zh)).toContain(said);
    expect(await goodsOf(item.id, buyer)).toEqual([]);
    const later = await worth(18_900);
    expect((await whatIf(later)).map(({ rule }) => rule)).toEqual(['returnless']);
  });

  it('is the chain’s own while nobody says where the supplier is, and says so', async () => {
    const { versionId } = await publish(desk.as('op@example.com'), rules, '无供货商地址', {
      supplierAddress: { set: null },
      returnRouting: routing['returnRouting']!,
    });
    await assign(desk.as('op@example.com'), versionId, 'SHOP3');
    desk.pass(HOUR);
    const order = await desk.sell({ store: 'SHOP3' });
    desk.pass(4 * DAY);
    const item = await does(await desk.buyer(order, 'shop3@example.com'), 'apply', forAll(order));
    const shop = desk.as('shop3@example.com');
    expect((await goodsOf(item.id, shop)).find(({ rule }) => rule === 'returnRouting')).toMatchObject({
      passed: false,
      text: { zh: expect.stringContaining('应寄到供货商，但没有供货商退货地址') },
    });
    expect((await does(shop, 'approve', seen(item))).returnAddress.recipient).toBe('售后组');
    const finding = { kind: rules, nodeId: unitId('SHOP3'), directives: { supplierAddress: { set: null } } };
    const { data } = await desk
      .as('op@example.com')
      .graphql(
        'query ($kind: PolicyKindKey!, $nodeId: ID!, $directives: JSON!) { it: lintDirectives(kind: $kind, nodeId: $nodeId, directives: $directives) { rule field row } }',
        finding,
      );
    expect(data.it).toContainEqual({ rule: 'routedNowhere', field: 'returnRouting', row: 0 });
  });
});
