import type { Bearers, Directives } from '@headwater/policy';
import { assign, publish, subsidy } from '../policies/testing/operations.js';
import { signedIn, type Loose } from '../testing/client.js';
import { unitId, type Unit } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { enginesHere } from '../testing/test-app.js';
import { DAY, Desk, does, forAll, HOUR, seen, type Sale, type SoldOrder } from './testing/desk.js';

const chain: Unit = {
  code: 'HQ',
  type: 'headquarters',
  children: [
    {
      code: 'EAST',
      type: 'region',
      children: [{ code: 'PAL', type: 'partner', children: [{ code: 'SHOP1', type: 'store' }] }],
    },
    { code: 'WEST', type: 'region', children: [{ code: 'SHOP3', type: 'store' }] },
    { code: 'MILL', type: 'supplier' },
    { code: 'FARM', type: 'supplier' },
  ],
};

const ofFour: Bearers = {
  rows: [],
  otherwise: { HQ: 4_000, branch: 3_000, supplier: 2_000, partner: 1_000 },
  fallback: 'HQ',
};
const stated: Directives = {
  enabled: { set: true },
  mode: { set: { kind: 'actual', cap: 1_935 } },
  scope: { set: [{ categories: ['coat'], priceFrom: null, priceTo: null, channels: null, covered: true }] },
  bearers: { set: ofFour },
  premium: { set: 35 },
};

const [mill, farm] = [unitId('MILL'), unitId('FARM')];
const goods: Sale['lines'] = [
  { paidAmount: 12_000, supplierNodeId: mill },
  { sku: 'SKU-2', paidAmount: 6_000, supplierNodeId: farm },
  { sku: 'SKU-3', category: 'socks', paidAmount: 900, supplierNodeId: farm },
];

describe.each(enginesHere())('free returns that suppliers and partners bear too, on %s', (engine) => {
  let desk: Desk;

  /** Fen by bearer and its unit, of the expenses of one component. */
  const borne = async (where: string, id: string, component: string): Promise<Record<string, number>> => {
    const rows = await desk.it.database.read.query<Loose[]>(
      `SELECT l.bearer, n.code, SUM(l.amount) AS amount FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry_id
       JOIN org_node n ON n.id = l.bearer_node_id WHERE ${where} = ? AND l.component = ? AND l.account = 'expense'
       GROUP BY l.bearer, n.code`,
      [id, component],
    );
    return Object.fromEntries(rows.map(({ bearer, code, amount }) => [`${bearer} ${code}`, Number(amount)]));
  };

  const sendBack = async (order: SoldOrder, lines = order.lines): Promise<Loose> => {
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order);
    const asked = forAll({ ...order, lines });
    const agreed = await does(desk.as('clerk1@example.com'), 'approve', seen(await does(buyer, 'apply', asked)));
    return does(buyer, 'ship', { ...seen(agreed), carrier: '中通', tracking: `ZT${order.id}`, freightPaid: 1_935 });
  };

  beforeAll(async () => {
    desk = await Desk.open(engine, {}, chain);
    for (const [email, role, code] of [
      ['pal@example.com', 'finance', 'PAL'],
      ['mill@example.com', 'finance', 'MILL'],
    ] as const)
      await plantPerson(desk.it.database, { email, name: code, roles: [[role, code]] });
    const operator = await signedIn(desk.it, 'op@example.com');
    await assign(operator, (await publish(operator, subsidy, '四方承担', stated)).versionId, 'HQ');
    desk.pass(HOUR);
  });
  afterAll(() => desk.it.close());

  it('are shared by HQ, the store, the partner above it, and the suppliers of what is covered by its worth', async () => {
    const order = await desk.sell({ lines: goods });
    expect(await borne('l.case_id IS NULL AND e.order_id', order.id, 'premium')).toEqual({
      ...{ 'HQ HQ': 14, 'branch SHOP1': 11, 'partner PAL': 3 },
      ...{ 'supplier MILL': 5, 'supplier FARM': 2 },
    });
    const sent = await sendBack(order, order.lines.slice(0, 2));
    const split = { 'HQ HQ': 774, 'branch SHOP1': 581, 'partner PAL': 193, 'supplier MILL': 258, 'supplier FARM': 129 };
    expect(await borne('l.case_id', sent.id, 'freight-subsidy')).toEqual(split);
    const takenBack = Object.entries(split).map(([unit, amount]) => [unit, -amount]);
    expect(await borne('l.case_id', sent.id, 'recovery')).toEqual(Object.fromEntries(takenBack));
  });

  it('fall to the stated fallback where no supplier is known', async () => {
    const sent = await sendBack(await desk.sell({ lines: [{}] }));
    expect(await borne('l.case_id', sent.id, 'freight-subsidy')).toEqual({
      'HQ HQ': 774 + 387,
      ...{ 'branch SHOP1': 581, 'partner PAL': 193 },
    });
  });

  it('are borne by the partner of the day of payment, whoever the store belongs to later', async () => {
    const before = await desk.sell({ lines: goods.slice(0, 1) });
    desk.pass(HOUR);
    const [admin, moved] = [desk.as('admin@example.com'), desk.now];
    const { data } = await admin.graphql('query ($id: ID!) { it: orgNode(id: $id) { version } }', { id: unitId('SHOP1') });
    const { errors } = await admin.graphql(
      'mutation ($id: ID!, $version: Int!, $parentId: ID!) { it: moveOrgNode(id: $id, version: $version, parentId: $parentId) { id } }',
      { id: unitId('SHOP1'), version: data.it.version, parentId: unitId('EAST') },
    );
    expect(errors).toEqual([]);
    desk.pass(HOUR);
    const subsidyOf = async (order: SoldOrder) => borne('l.case_id', (await sendBack(order)).id, 'freight-subsidy');
    const shared = { 'HQ HQ': 774, 'branch SHOP1': 581, 'supplier MILL': 387, 'partner PAL': 193 };
    expect(await subsidyOf(before)).toEqual(shared);
    const after = await desk.sell({ lines: goods.slice(0, 1) });
    expect(await subsidyOf(after)).toEqual({ 'HQ HQ': 774 + 193, 'branch SHOP1': 581, 'supplier MILL': 387 });
    expect(await subsidyOf(await desk.sell({ lines: goods.slice(0, 1), paidAt: moved - HOUR, deliveredAfter: 9 }))).toEqual(
      shared,
    );
  });

  it('are paid for goods of a campaign alone, whose supplier then bears its share of all', async () => {
    const operator = await signedIn(desk.it, 'op@example.com');
    const row = { categories: null, priceFrom: null, priceTo: null, channels: null, campaign: 'D11', covered: true };
    await assign(operator, (await publish(operator, subsidy, '双十一', { ...stated, scope: { set: [row] } })).versionId, 'SHOP1');
    desk.pass(HOUR);
    const order = await desk.sell({
      lines: goods.slice(0, 2).map((line, at) => ({ ...line, campaigns: at === 0 ? ['D11'] : ['618'] })),
    });
    const sent = await sendBack(order);
    // Two thirds of the parcel are of the campaign: 1,290 of 1,935 fen.
    expect(await borne('l.case_id', sent.id, 'freight-subsidy')).toEqual({
      ...{ 'HQ HQ': 516 + 129, 'branch SHOP1': 387, 'supplier MILL': 258 },
    });
  });

  it('refuse an order whose supplier is none', async () => {
    const line = { ...desk.draft({}).lines[0]!, supplierNodeId: unitId('WEST') };
    await expect(desk.write([{ ...desk.draft({}), lines: [line] }])).rejects.toThrow('"lines.0.supplierNodeId"');
  });

  it('are told by name in the entries and the statement', async () => {
    const finance = desk.as('finance@example.com');
    const LINES =
      '{ it: costLines(filter: { bearers: ["supplier", "partner"] }, page: { first: 200 }) { items { bearerNode { name } } } }';
    const { data } = await finance.graphql(LINES);
    const names = new Set(data.it.items.map(({ bearerNode }: Loose) => bearerNode.name));
    expect(names).toEqual(new Set(['supplier MILL', 'supplier FARM', 'partner PAL']));
    const STATEMENT =
      'query ($nodeId: ID!) { it: statement(nodeId: $nodeId, period: "2026-03") { exportUrl lines { bearer bearerName } } }';
    const { it: statement } = (await finance.graphql(STATEMENT, { nodeId: unitId('SHOP1') })).data;
    for (const { bearer, bearerName } of statement.lines)
      if (bearer === 'HQ' || bearer === 'branch') expect(bearerName).toBeNull();
      else expect(bearerName).toMatch(new RegExp(`^${bearer} `));
    expect((await finance.get(`${statement.exportUrl}&lang=en`)).text).toContain(',Supplier supplier MILL,');
  });

  it('are seen by whose stores sold it, and by no supplier for being one', async () => {
    const mine = async (email: string) => {
      const client = await signedIn(desk.it, email);
      return (await client.graphql('{ it: costLines(page: { first: 200 }) { items { id } } }')).data.it.items.length;
    };
    expect(await mine('pal@example.com')).toBeGreaterThan(0);
    expect(await mine('mill@example.com')).toBe(0);
  });
});
