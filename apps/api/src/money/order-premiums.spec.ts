import type { Directives } from '@headwater/policy';
import { caseNow, DAY, Desk, does, forAll, HOUR, seen, type SoldOrder } from '../after-sales/testing/desk.js';
import { servicesOver } from '../cli/services.js';
import { checkEntries, checkSummaries } from '../cli/check/check-ledger.js';
import { ImportService } from '../imports/import.service.js';
import { Folder } from '../imports/testing/fixtures.js';
import { assign, publish, subsidy } from '../policies/testing/operations.js';
import { signedIn, type Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';

const insured: Directives = {
  enabled: { set: true },
  mode: { set: { kind: 'actual', cap: 1935 } },
  scope: { set: [{ categories: ['coat'], priceFrom: null, priceTo: null, channels: null, covered: true }] },
  bearers: { set: { rows: [], otherwise: { HQ: 6000, branch: 4000 }, fallback: 'HQ' } },
  premium: { set: 35 },
};

const COLUMNS =
  'order_no,status,channel,buyer_id,buyer_name,buyer_phone,ship_to,placed_at,paid_at,shipped_at,delivered_at,promised_at,completed_at,cancelled_at,store_code,sku,item,category,quantity,unit_price,freight,payment_method,paid_amount';

describe.each(enginesHere())('an insurer behind free returns on %s', (engine) => {
  let desk: Desk;

  /** Fen by account and component, of an order before any return, or of a case. */
  const books = async (where: string, id: string): Promise<Record<string, number>> => {
    const rows = await desk.it.database.read.query<Loose[]>(
      `SELECT l.account, l.component, l.bearer, SUM(l.amount) AS amount FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry_id
       WHERE ${where} = ? GROUP BY l.account, l.component, l.bearer`,
      [id],
    );
    return Object.fromEntries(
      rows
        .map(({ account, component, bearer, amount }) => [[account, component, bearer ?? ''].join(' ').trim(), Number(amount)])
        .filter(([, amount]) => amount !== 0),
    );
  };
  const ofOrder = ({ id }: SoldOrder) => books('l.case_id IS NULL AND e.order_id', id);
  const premium = { 'expense premium HQ': 21, 'expense premium branch': 14, 'insurerPayable premium': -35 };

  beforeAll(async () => {
    desk = await Desk.open(engine);
    const operator = await signedIn(desk.it, 'op@example.com');
    await assign(operator, (await publish(operator, subsidy, '投保', insured)).versionId, 'HQ');
    desk.pass(HOUR);
  });
  afterAll(() => desk.it.close());

  it('is owed the premium of each covered order that was paid, once', async () => {
    const covered = desk.draft({ no: 'P-1' });
    const [first] = await desk.write([covered]);
    expect(await ofOrder(first!)).toEqual(premium);
    const [again] = await desk.write([{ ...covered, buyer: { ...covered.buyer, name: '林小雨（改）' } }]);
    expect(again!.id).toBe(first!.id);
    expect(await ofOrder(first!)).toEqual(premium);
    expect(await ofOrder(await desk.sell({ lines: [{ category: 'socks' }] }))).toEqual({});
  });

  it('is owed it once an order is paid, if the rules of then say so', async () => {
    const draft = desk.draft({ no: 'P-2' });
    const paidAt = Date.UTC(2026, 1, 27);
    const [order] = await desk.write([
      { ...draft, status: 'unavailable', instants: { ...draft.instants, paidAt: null, shippedAt: null, deliveredAt: null } },
    ]);
    expect(await ofOrder(order!)).toEqual({});
    desk.pass(HOUR);
    await desk.write([{ ...draft, instants: { ...draft.instants, paidAt: desk.now } }]);
    expect(await ofOrder(order!)).toEqual(premium);
    // What was paid before the rules said so is not insured.
    const [before] = await desk.write([
      { ...desk.draft({ no: 'P-3' }), instants: { ...draft.instants, placedAt: paidAt, paidAt } },
    ]);
    expect(await ofOrder(before!)).toEqual({});
  });

  it('gives back the premium of a cancelled order', async () => {
    const draft = desk.draft({ no: 'P-4', shippedAfter: null, deliveredAfter: null });
    const [order] = await desk.write([draft]);
    const cancelled = { ...draft, status: 'cancelled' as const, instants: { ...draft.instants, cancelledAt: desk.now } };
    await desk.write([cancelled]);
    await desk.write([{ ...cancelled, buyer: { ...cancelled.buyer, name: '再改' } }]);
    expect(await ofOrder(order!)).toEqual({});
  });

  it('is claimed what free returns paid, to the good of who bore it, and not where the return is given up', async () => {
    const order = await desk.sell({ lines: [{ category: 'coat' }] });
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order);
    const clerk = desk.as('clerk1@example.com');
    const agreed = await does(clerk, 'approve', seen(await does(buyer, 'apply', forAll(order))));
    const sent = await does(buyer, 'ship', { ...seen(agreed), carrier: '中通', tracking: 'ZT1', freightPaid: 2_500 });
    expect(await books('l.case_id', sent.id)).toEqual({
      ...{ 'expense freight-subsidy HQ': 1_161, 'expense freight-subsidy branch': 774, 'buyerPayable freight-subsidy': -1_935 },
      ...{ 'expense recovery HQ': -1_161, 'expense recovery branch': -774, 'insurerReceivable recovery': 1_935 },
    });
    expect((await caseNow(desk.as('finance@example.com'), sent.id)).cost).toBe(0);
    const refused = await does(clerk, 'refuseReceipt', { ...seen(sent), reason: '查无此件', goods: 'notArrived' });
    await does(buyer, 'withdraw', seen(refused));
    expect(await books('l.case_id', sent.id)).toEqual({});
    expect(await ofOrder(order)).toEqual(premium);
  });

  it('is owed it for what comes in by the command line, once', async () => {
    const folder = new Folder();
    const paid = new Date(desk.now).toISOString();
    const line = (no: string, category: string, price: string) =>
      `${no},paid,express,u1,,,浙江,${paid},${paid},,,,,,SHOP1,s1,衣物,${category},1,${price},0,wechat,${price}`;
    const path = folder.write('orders.csv', [COLUMNS, line('C-1', 'coat', '300.00'), line('C-2', 'socks', '30.00')]);
    // Closing these services would close the database, which is the desk's.
    const imports = (await servicesOver(desk.it)).get(ImportService, { strict: false });
    for (const created of [2, 0])
      expect(await imports.orders({ path, mapping: 'orders-csv', report: folder.at('report.csv') })).toMatchObject({ created });
    const found = await desk.it.database.read.query<SoldOrder[]>(
      "SELECT id FROM sales_order WHERE external_no IN ('C-1', 'C-2') ORDER BY external_no",
    );
    expect(await Promise.all(found.map(ofOrder))).toEqual([premium, {}]);
    folder.remove();
  });

  it('leaves books that balance, whose totals tie, and a report that shows premium and recovery apart', async () => {
    const { read } = desk.it.database;
    for (const { findings } of [await checkEntries(read), await checkSummaries(read)]) expect(findings).toEqual([]);
    const { data } = await desk
      .as('finance@example.com')
      .graphql('{ it: costReport(by: [component]) { rows { amount keys { value } } } }');
    const amounts = Object.fromEntries(data.it.rows.map(({ amount, keys }: Loose) => [keys[0].value, Number(amount)]));
    expect(amounts).toMatchObject({ premium: 4 * 35, recovery: 0 });
  });
});
