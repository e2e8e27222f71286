import { compensated, orderCovered, type Entry } from '@headwater/ledger';
import { DAY, Desk, type StaffEmail } from '../after-sales/testing/desk.js';
import { counterOf } from '../after-sales/testing/counter.js';
import { checkDays, checkEntries, checkSummaries } from '../cli/check/check-ledger.js';
import { checkSales } from '../cli/check/check-sales.js';
import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { TreeService } from '../tree/tree.service.js';
import { LedgerService } from './ledger.service.js';

const REPORT = `query ($filter: CostFilter, $by: [CostDimension!]!, $top: Int, $comparedWith: String) {
  it: costReport(filter: $filter, by: $by, top: $top, comparedWith: $comparedWith) { totalAmount otherAmount exportUrl
    comparison { month totalAmount throughDay } rows { amount before keys { value text { en } } } } }`;
const LINES = 'query ($filter: CostFilter) { it: costLines(filter: $filter) { items { amount } } }';
const HOME = `{ it: moneyHome { sameDays { days cost before } lastMonth { month cost } storesIn { month days } unusual { store { amount before keys { label } } why { amount before keys { value } } } } }`;
const RATES = `query ($within: ID, $months: [String!], $top: Int) { it: subsidyRates(within: $within, months: $months, top: $top) {
  months currency otherStores total { subsidy orders paidAmount returns perOrder perReturn rate }
  stores { name subsidy orders returns } } }`;
const MOVE =
  'mutation ($id: ID!, $parentId: ID!, $version: Int!) { it: moveOrgNode(id: $id, parentId: $parentId, version: $version) { id } }';

const shanghai = (day: string, hour = 12): number => Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);

describe.each(enginesHere())('months side by side on %s', (engine) => {
  let desk: Desk;
  const { toShipped } = counterOf(() => desk);

  const asked = async (query: string, variables: object = {}, who: StaffEmail = 'finance@example.com'): Promise<Loose> => {
    const { data, errors } = await desk.as(who).graphql(query, variables as never);
    return errors.length > 0 ? { refused: errors[0]?.extensions } : data.it;
  };
  const post = (at: number, ...entries: Entry[]) =>
    desk.it.database.inTransaction((tx) => desk.it.app.get(LedgerService, { strict: false }).post(tx, entries, at));

  let serial = 0;
  const compensation = (code: string, amount: number, period: string): Entry => {
    const ref = { caseId: '', orderId: '', originNodeId: unitId(code), currency: 'CNY' };
    const event = { ...ref, reasonClass: 'quality', reason: 'manufacturingDefect', grant: `G${String((serial += 1))}`, amount };
    return compensated(event, { period, policyVersion: null, promiseHash: null });
  };
  const premium = (code: string, amount: number, period: string): Entry => {
    const bearers = [{ bearer: 'HQ' as const, nodeId: unitId('HQ'), bps: 10_000 }];
    const event = { orderId: `P${String((serial += 1))}`, originNodeId: unitId(code), currency: 'CNY', amount, bearers };
    return orderCovered(event, { period, policyVersion: null, promiseHash: null });
  };
  const agree = async () => {
    const { read } = desk.it.database;
    const tree = await desk.it.app.get(TreeService, { strict: false }).current();
    for (const check of [checkEntries, checkSummaries, checkDays]) expect((await check(read)).findings).toEqual([]);
    expect((await checkSales(read, tree)).findings).toEqual([]);
  };

  beforeAll(async () => {
    desk = await Desk.open(engine);
    desk.pass(shanghai('2026-04-11') - desk.now);
    await post(shanghai('2026-03-05'), compensation('SHOP1', 20_000, '2026-03'), compensation('SHOP3', 900, '2026-03'));
    await post(shanghai('2026-03-20'), compensation('SHOP1', 5_000, '2026-03'), premium('SHOP2', 700, '2026-03'));
    await post(shanghai('2026-04-02'), compensation('SHOP1', 33_000, '2026-04'), premium('SHOP2', 300, '2026-04'));
    // March is not closed: what comes late counts to its last day.
    await post(shanghai('2026-04-03'), compensation('SHOP3', 40, '2026-03'));
    await post(shanghai('2026-04-11', 9), compensation('SHOP3', 60, '2026-04'));
  });
  afterAll(() => desk.it.close());

  it('compares the days that are over with the same ones of another month, and rows with the rest add up in both', async () => {
    const it_ = await asked(REPORT, { filter: { months: ['2026-04'] }, by: ['store'], top: 1, comparedWith: '2026-03' });
    expect(it_).toMatchObject({ totalAmount: 33_300, otherAmount: 300 });
    expect(it_.comparison).toEqual({ month: '2026-03', totalAmount: 20_900, throughDay: 10 });
    expect(it_.rows).toEqual([{ amount: 33_000, before: 20_000, keys: [{ value: unitId('SHOP1'), text: null }] }]);
    expect((await desk.as('finance@example.com').get(it_.exportUrl)).text).toContain('333.00');
  });

  it('compares whole months that are over', async () => {
    desk.pass(shanghai('2026-05-02') - desk.now);
    const it_ = await asked(REPORT, { filter: { months: ['2026-04'] }, by: ['reason'], comparedWith: '2026-03' });
    expect(it_).toMatchObject({ totalAmount: 33_360, comparison: { totalAmount: 26_640, throughDay: null } });
    expect(it_.rows[0]).toMatchObject({ before: 25_940, keys: [{ text: { en: expect.any(String) } }] });
  });

  it('shows the lines of the same days behind them', async () => {
    const of = async (throughDay: number | null) =>
      (await asked(LINES, { filter: { months: ['2026-03'], throughDay } })).items.map(({ amount }: Loose) => amount);
    expect(await of(10)).toEqual([900, 20_000]);
    expect(await of(30)).toHaveLength(4);
    expect(await of(null)).toHaveLength(5);
    expect(await asked(LINES, { filter: { throughDay: 32 } })).toMatchObject({ refused: { code: 'BAD_INPUT' } });
  });

  it.each([
    { filter: {}, by: ['store'], comparedWith: '2026-03' },
    { filter: { months: ['2026-03'] }, by: ['store'], comparedWith: '2026-03' },
    { filter: { months: ['2026-02', '2026-04'] }, by: ['store'], comparedWith: '2026-03' },
    { filter: { months: ['2026-04'] }, by: ['store', 'month'], comparedWith: '2026-03' },
    { filter: { months: ['2026-04'] }, by: ['store'], comparedWith: 'March' },
  ])('refuses what cannot be compared: %j', async (variables) => {
    expect(await asked(REPORT, variables)).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'comparedWith' } });
  });

  it('tells finance of a store that costs much more than in the same days, and what most of it is', async () => {
    await post(shanghai('2026-05-01', 9), compensation('SHOP1', 50_000, '2026-05'), compensation('SHOP2', 9_000, '2026-05'));
    desk.pass(shanghai('2026-05-08') - desk.now);
    const { sameDays, unusual, storesIn } = await asked(HOME);
    expect(sameDays).toEqual({ days: 7, cost: 59_000, before: 33_300 });
    expect(storesIn).toEqual({ month: '2026-05', days: 7 });
    expect(unusual).toEqual([
      {
        store: { amount: 50_000, before: 33_000, keys: [{ label: 'store SHOP1' }] },
        why: { amount: 50_000, before: 33_000, keys: [{ value: 'manufacturingDefect' }, { value: 'compensation' }] },
      },
    ]);
  });

  it('tells it in the first days of a month of the one that is over', async () => {
    await post(shanghai('2026-05-29'), compensation('SHOP3', 20_000, '2026-05'));
    desk.pass(shanghai('2026-06-02') - desk.now);
    const { sameDays, lastMonth, unusual, storesIn } = await asked(HOME);
    expect(sameDays).toMatchObject({ days: 1, cost: 0 });
    expect(lastMonth).toEqual({ month: '2026-05', cost: 79_000 });
    expect(storesIn).toEqual({ month: '2026-05', days: null });
    expect(unusual.map(({ store }: Loose) => [store.keys[0].label, store.amount, store.before])).toEqual([
      ['store SHOP3', 20_000, 60],
      ['store SHOP1', 50_000, 33_000],
    ]);
  });

  it('reckons free returns by order, by return and against what was sold', async () => {
    const total = async (variables: object = {}, who?: StaffEmail) => (await asked(RATES, variables, who)).total;
    const before = await total();
    expect(before).toMatchObject({ subsidy: 1_000, orders: 0, perOrder: null, perReturn: null, rate: null });
    const month = new Date(desk.now + 8 * 3_600_000).toISOString().slice(0, 7);
    await toShipped();
    const { subsidy, orders, paidAmount, returns, perOrder, perReturn, rate } = await total({ months: [month] });
    expect([orders, returns]).toEqual([1, 1]);
    expect([perOrder, perReturn, rate]).toEqual([subsidy, subsidy, Math.round((subsidy * 10_000) / paidAmount)]);
    const all = await asked(RATES, { top: 1 });
    expect(all.otherStores).toBe(all.stores.length === 1 ? 1 : 0);
    expect(await total({ within: unitId('WEST') })).toMatchObject({ subsidy: 0, orders: 0, returns: 0 });
    expect(await asked(RATES, { within: unitId('SHOP3') }, 'shop1@example.com')).toMatchObject({
      refused: { code: 'NOT_FOUND' },
    });
    expect(await asked(RATES, { months: ['May'] })).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'months' } });
    await agree();
  });

  it('follows an order whose source corrects when it was paid', async () => {
    const draft = desk.draft({ no: 'R-1' });
    const paidIn = async (month: string) => Number((await asked(RATES, { months: [month] })).total.orders);
    const at = (paidAt: number | null) => ({
      ...draft,
      instants: { ...draft.instants, placedAt: draft.instants.placedAt - 40 * DAY, paidAt },
    });
    const [first, second] = [shanghai('2026-05-01'), shanghai('2026-04-20')];
    const [may, april] = [await paidIn('2026-05'), await paidIn('2026-04')];
    await desk.write([at(first)]);
    expect([await paidIn('2026-05'), await paidIn('2026-04')]).toEqual([may + 1, april]);
    await desk.write([at(second)]);
    expect([await paidIn('2026-05'), await paidIn('2026-04')]).toEqual([may, april + 1]);
    await agree();
  });

  it('counts a store that moved where it stood, or where it stands', async () => {
    const { version } = await asked(
      'query ($id: ID!) { it: orgNode(id: $id) { version } }',
      { id: unitId('SHOP1') },
      'admin@example.com',
    );
    await asked(MOVE, { id: unitId('SHOP1'), parentId: unitId('WEST'), version }, 'admin@example.com');
    const within = async (code: string, organised: string) =>
      (await asked(REPORT, { filter: { within: unitId(code), months: ['2026-03'], organised }, by: ['store'] })).totalAmount;
    expect([await within('EAST', 'then'), await within('WEST', 'then')]).toEqual([25_700, 940]);
    expect([await within('EAST', 'now'), await within('WEST', 'now')]).toEqual([700, 25_940]);
    const lines = await asked(LINES, { filter: { within: unitId('WEST'), months: ['2026-03'], organised: 'now' } });
    expect(lines.items.reduce((sum: number, { amount }: Loose) => sum + Number(amount), 0)).toBe(25_940);
    await agree();
  });
});
