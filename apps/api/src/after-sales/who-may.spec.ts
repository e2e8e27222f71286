import { BuyerLink } from '../auth/buyer-link.entity.js';
import { Client, type Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { anotherProcess } from './testing/another-process.js';
import { caseNow, DAY, Desk, does, forAll, refuses, seen, type Caller, type SoldOrder } from './testing/desk.js';

const MINE =
  '{ buyerOrder { id buyerName umbrella promises { kind } buyerLinks { id } windows { key endsAt open } allowedActions cases { id events { actorName data } } } }';

const parcel = { carrier: '顺丰', tracking: 'SF-ANOTHER', freightPaid: 0 };
/** All that the holder of a link may do to a case, with an input that would do. */
const buyersVerbs = [
  ['supplyInfo', { text: '见照片' }],
  ['accept', {}],
  ['decline', {}],
  ['modify', { amount: 100 }],
  ['escalate', { reason: '不同意' }],
  ['withdraw', {}],
  ['ship', parcel],
  ['changeLogistics', parcel],
  ['bookPickup', { from: '2027-01-01T02:00:00Z', until: '2027-01-01T04:00:00Z' }],
  ['changeIntent', {}],
  ['confirm', {}],
  ['notReceived', {}],
  ['wrongReceived', { reason: '不对' }],
] as const;

describe.each(enginesHere())('who may see and do what on %s', (engine) => {
  let desk: Desk;
  let here: SoldOrder;
  let there: SoldOrder;
  let ours: Loose;
  let theirs: Loose;

  beforeAll(async () => {
    desk = await Desk.open(engine);
    here = await desk.sell({ no: 'HERE-1' });
    there = await desk.sell({ store: 'SHOP3', no: 'THERE-1' });
    desk.pass(4 * DAY);
    ours = await does(await desk.buyer(here), 'apply', forAll(here));
    theirs = await does(await desk.buyer(there, 'shop3@example.com'), 'apply', forAll(there));
    const approved = await does(desk.as('shop3@example.com'), 'approve', seen(theirs));
    theirs = await does(await desk.buyer(there), 'ship', {
      ...seen(approved),
      carrier: '顺丰',
      tracking: 'SF3',
      freightPaid: 1_500,
    });
  });
  afterAll(() => desk.it.close());

  const asked = async (client: Caller, query: string, variables: Record<string, unknown> = {}) =>
    client.graphql(query, variables);

  describe('a buyer by his link', () => {
    it('sees his order, its windows and its cases, without our names or how we decide', async () => {
      await does(desk.as('clerk1@example.com'), 'askInfo', { ...seen(ours), question: '请补照片' });
      const { data } = await asked(await desk.buyer(here), MINE);
      expect(data.buyerOrder).toMatchObject({
        id: here.id,
        umbrella: 'inProgress',
        promises: [],
        buyerLinks: [],
        allowedActions: [],
      });
      expect(data.buyerOrder.windows).toMatchObject([
        { key: 'noReasonDays', open: true },
        { key: 'selfServiceDays', open: true },
        { key: 'qualityDays', open: true },
      ]);
      expect(data.buyerOrder.cases[0].events).toMatchObject([{ actorName: '林小雨' }, { actorName: 'store SHOP1', data: null }]);
    });

    it('is served first of all by a process that has just started', async () => {
      const other = await anotherProcess(desk.it);
      await other.init();
      await other.getHttpAdapter().getInstance().ready();
      const client = new Client({ ...desk.it, app: other });
      client.headers = (await desk.buyer(here)).headers;
      const { data } = await asked(
        client,
        '{ buyerOrder { node { name } windows { key } cases { node { name } deadline { at } } } }',
      );
      expect(data.buyerOrder).toMatchObject({ node: { name: 'store SHOP1' }, cases: [{ node: { name: 'store SHOP1' } }] });
      await other.close();
    });

    it('sees no money of ours and no judgement of fault', async () => {
      expect(await caseNow(await desk.buyer(there), theirs.id)).toMatchObject({ cost: null, liability: null });
    });

    it('reaches no other order, by whatever id', async () => {
      const buyer = await desk.buyer(here);
      expect((await asked(buyer, 'query ($id: ID!) { order(id: $id) { id } }', { id: there.id })).data).toEqual({ order: null });
      expect((await asked(buyer, 'query ($id: ID!) { case(id: $id) { id } }', { id: theirs.id })).data).toEqual({ case: null });
      expect((await asked(buyer, '{ orders { items { id } } cases { items { id } total } }')).data).toEqual({
        orders: { items: [] },
        cases: { items: [], total: 0 },
      });
      expect(await refuses(buyer, 'withdraw', seen(theirs))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refuses(buyer, 'apply', forAll(there))).toMatchObject({ code: 'NOT_FOUND' });
    });

    it.each(buyersVerbs)('does not %s on the case of another order', async (verb, more) => {
      const before = await caseNow(desk.as('op@example.com'), theirs.id);
      expect(await refuses(await desk.buyer(here), verb, { ...seen(before), ...more })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await caseNow(desk.as('op@example.com'), theirs.id)).toEqual(before);
    });

    it.each([
      ['approves nothing', 'mutation ($id: ID!) { approve(id: $id, version: 1) { id } }'],
      ['makes no links', 'mutation ($id: ID!) { createBuyerLink(orderId: $id) { token } }'],
      ['reads no costs', '{ costReport(by: [store]) { totalAmount } }'],
    ])('%s', async (_, query) => {
      expect(await asked(await desk.buyer(here), query, { id: ours.id })).toMatchObject({ code: 'FORBIDDEN' });
    });

    it.each(['x.y.z', '', 'forged'])('is nobody with the token %j', async (token) => {
      const stranger = new Client(desk.it);
      stranger.headers = { authorization: `Buyer ${token}` };
      expect(await asked(stranger, MINE)).toMatchObject({ code: 'UNAUTHENTICATED' });
    });

    it('is nobody once the link is revoked, or has ended after thirty days', async () => {
      const shop = desk.as('shop1@example.com');
      const make = async () =>
        (
          await asked(shop, 'mutation ($id: ID!) { it: createBuyerLink(orderId: $id) { token link { id expiresAt } } }', {
            id: here.id,
          })
        ).data.it;
      const [first, second] = [await make(), await make()];
      expect(first.token).not.toBe(second.token);
      expect(Date.parse(first.link.expiresAt) - desk.now).toBeGreaterThan(29.9 * DAY);
      const use = (token: string) => {
        const client = new Client(desk.it);
        client.headers = { authorization: `Buyer ${token}` };
        return asked(client, MINE);
      };
      const revoke = 'mutation ($id: ID!) { revokeBuyerLink(id: $id) { revokedAt } }';
      expect((await asked(shop, revoke, { id: first.link.id })).data.revokeBuyerLink.revokedAt).not.toBeNull();
      expect((await asked(desk.as('shop3@example.com'), revoke, { id: second.link.id })).code).toBe('NOT_FOUND');
      expect((await use(first.token)).code).toBe('UNAUTHENTICATED');
      expect((await use(second.token)).code).toBeNull();
      await desk.it.database.inTransaction((tx) => tx.update(BuyerLink, { id: second.link.id }, { expiresAt: desk.now }));
      expect((await use(second.token)).code).toBe('UNAUTHENTICATED');
    });
  });

  describe('a store’s people', () => {
    const lists = `query ($within: ID, $search: String) {
      orders(filter: { within: $within, search: $search }) { items { id } }
      cases(filter: { within: $within, search: $search }) { items { id } total }
      caseCounts(within: $within) { byState { key count } byView { key count } } }`;
    const only = (state: string) => (data: Loose) =>
      data.caseCounts.byState
        .filter(({ count }: Loose) => count > 0)
        .map(({ key, count }: Loose) => [key, count])
        .flat()[0] === state;

    it('see their own branch in lists, counts and searches', async () => {
      const { data } = await asked(desk.as('shop1@example.com'), lists);
      expect(data.orders.items).toEqual([{ id: here.id }]);
      expect(data.cases).toEqual({ items: [{ id: ours.id }], total: 1 });
      expect(only('NEED_INFO')(data)).toBe(true);
      expect(data.caseCounts.byView.find(({ key }: Loose) => key === 'all').count).toBe(1);
    });

    it.each([
      ['order number', 'THERE-1'],
      ['tracking number', 'SF3'],
    ])('find nothing of another branch by %s', async (_, search) => {
      const mine = await asked(desk.as('shop1@example.com'), lists, { search });
      expect([mine.data.orders.items, mine.data.cases.items]).toEqual([[], []]);
      const theirOwn = await asked(desk.as('shop3@example.com'), lists, { search });
      expect(theirOwn.data.cases.items).toEqual([{ id: theirs.id }]);
    });

    it('find their own by whatever was said on the phone', async () => {
      const { data } = await asked(desk.as('shop1@example.com'), '{ orders { items { code } } }');
      for (const search of [
        'HERE-1',
        '林小',
        '13800000000',
        data.orders.items[0].code.toLowerCase(),
        `#${ours.code.toLowerCase()}`,
      ]) {
        const found = await asked(desk.as('shop1@example.com'), lists, { search });
        expect([search, found.data.cases.items]).toEqual([search, [{ id: ours.id }]]);
      }
    });

    it('get no record of another branch by its id, and cannot act on it', async () => {
      const shop1 = desk.as('shop1@example.com');
      expect((await asked(shop1, 'query ($id: ID!) { case(id: $id) { id } }', { id: theirs.id })).data).toEqual({ case: null });
      expect((await asked(shop1, 'query ($id: ID!) { order(id: $id) { id } }', { id: there.id })).data).toEqual({ order: null });
      expect(await refuses(shop1, 'receive', seen(theirs))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refuses(shop1, 'apply', forAll(there))).toMatchObject({ code: 'NOT_FOUND' });
      const [{ id: shipmentId }] = theirs.shipments;
      expect(await refuses(shop1, 'recordTracking', { shipmentId, kind: 'delivered' })).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('cannot look into a unit beside theirs; a unit above means what of it is theirs', async () => {
      const shop1 = desk.as('shop1@example.com');
      expect((await asked(shop1, lists, { within: unitId('WEST') })).code).toBe('NOT_FOUND');
      expect((await asked(shop1, lists, { within: unitId('HQ') })).data.cases.items).toEqual([{ id: ours.id }]);
    });

    it('count, report and export only their own costs', async () => {
      const report = '{ costReport(by: [store]) { totalAmount rows { keys { value } } } costLines { items { caseCode } } }';
      const mine = await asked(desk.as('shop1@example.com'), report);
      expect(mine.data).toEqual({ costReport: { totalAmount: 0, rows: [] }, costLines: { items: [] } });
      const other = await asked(desk.as('shop3@example.com'), report);
      expect(other.data).toMatchObject({ costReport: { totalAmount: 1_500, rows: [{ keys: [{ value: unitId('SHOP3') }] }] } });
      const named = `/exports/costs.csv?by=store&within=${unitId('SHOP3')}`;
      expect((await desk.as('shop1@example.com').get(named)).status).toBe(404);
      expect((await desk.as('shop1@example.com').get('/exports/costs.csv?by=store')).text).not.toContain('SHOP3');
      expect((await desk.as('shop3@example.com').get(named)).text).toContain('SHOP3');
    });

    it('of the counter see no cost and export nothing', async () => {
      const clerk = desk.as('clerk1@example.com');
      expect((await caseNow(clerk, ours.id)).cost).toBeNull();
      expect((await clerk.get('/exports/costs.csv?by=store')).status).toBe(403);
      expect((await new Client(desk.it).get('/exports/costs.csv?by=store')).status).toBe(401);
    });
  });

  it('gives a region its stores, and HQ all of them', async () => {
    const counts = '{ cases { total } caseCounts { byView { key count } } }';
    const east = await asked(desk.as('east@example.com'), counts);
    const all = await asked(desk.as('op@example.com'), counts);
    expect([east.data.cases.total, all.data.cases.total]).toEqual([1, 2]);
  });

  it('offers each person the steps that are his', async () => {
    const verbsFor = async (client: Caller, id: string) =>
      (await caseNow(client, id)).allowedActions.map(({ verb }: Loose) => verb);
    expect(await verbsFor(desk.as('shop3@example.com'), theirs.id)).toEqual([
      'receive',
      'propose',
      'refuseReceipt',
      'reportLost',
      'recordTracking',
    ]);
    expect(await verbsFor(await desk.buyer(there), theirs.id)).toEqual(['changeLogistics']);
    expect(await verbsFor(desk.as('finance@example.com'), theirs.id)).toEqual([]);
    expect(await verbsFor(desk.as('op@example.com'), theirs.id)).toEqual(['extend']);
  });
});
