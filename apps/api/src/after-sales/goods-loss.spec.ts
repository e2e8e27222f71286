import { checkEntries, checkSummaries } from '../cli/check/check-ledger.js';
import type { OrderLineDraft } from '../orders/order-draft.js';
import { assign, publish, rules } from '../policies/testing/operations.js';
import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { caseNow, DAY, Desk, does, forAll, seen, HOUR } from './testing/desk.js';

describe.each(enginesHere())('goods that do not come back on %s', (engine) => {
  let desk: Desk;
  let serial = 0;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const clerk = () => desk.as('clerk1@example.com');
  const known: Partial<OrderLineDraft> = { unitCost: 7_000 };
  const apply = async (lines: readonly Partial<OrderLineDraft>[], more: object = {}, delivered = true) => {
    const order = await desk.sell({ lines, ...(!delivered && { deliveredAfter: null }) });
    desk.pass(4 * DAY);
    return { order, applied: await does(await desk.buyer(order), 'apply', forAll(order, more)) };
  };
  const sent = async (lines: readonly Partial<OrderLineDraft>[], more: object = {}): Promise<Loose> => {
    const { order, applied } = await apply(lines, more);
    const agreed = await does(clerk(), 'approve', seen(applied as never));
    serial += 1;
    const parcel = { carrier: '中通', tracking: `ZT${String(serial)}`, freightPaid: 1_000 };
    return does(await desk.buyer(order), 'ship', { ...seen(agreed as never), ...parcel });
  };
  const lost = async (it: Loose): Promise<Loose> => does(clerk(), 'reportLost', { ...seen(it as never), reason: '快递确认丢失' });
  const tells = (it: Loose, kind: string) => does(clerk(), 'recordTracking', { shipmentId: it.shipments[0].id, kind });

  /** What stands of a case's goods in the books: account, bearer, whether assumed, and the sum. */
  const books = async (caseId: string): Promise<unknown[][]> => {
    const rows = await desk.it.database.read.query<Loose[]>(
      `SELECT l.account, l.bearer, l.assumed, SUM(l.amount) AS amount FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry_id
       WHERE l.case_id = ? AND (e.cause = 'goodsLost' OR e.reverses LIKE 'goodsLost:%')
       GROUP BY l.account, l.bearer, l.assumed HAVING SUM(l.amount) <> 0 ORDER BY l.account, l.bearer, l.assumed`,
      [caseId],
    );
    return rows.map(({ account, bearer, assumed, amount }) => [account, bearer, Boolean(assumed), Number(amount)]);
  };
  const expense = (bearer: string, amount: number, assumed = false) => [
    ['expense', bearer, assumed, amount],
    ['returnedSales', null, assumed, -amount],
  ];

  it('cost what one of them cost, and are told on the case', async () => {
    const gone = await lost(await sent([known]));
    expect(gone).toMatchObject({ state: 'REFUNDING', liability: { party: 'carrier' } });
    expect(await books(gone.id)).toEqual(expense('HQ', 7_000));
    await desk.payouts();
    expect(await caseNow(desk.as('finance@example.com'), gone.id)).toMatchObject({
      ...{ state: 'REFUNDED', goodsLoss: 7_000, goodsLossAssumed: false },
    });
  });

  it('cost the share of the price where nobody says it, marked as assumed', async () => {
    const gone = await lost(await sent([known, { unitPrice: 4_001, paidAmount: 4_001 }]));
    expect(await books(gone.id)).toEqual([
      ['expense', 'HQ', false, 7_000],
      ['expense', 'HQ', true, 2_001],
      ['returnedSales', null, false, -7_000],
      ['returnedSales', null, true, -2_001],
    ]);
    const finance = desk.as('finance@example.com');
    expect(await caseNow(finance, gone.id)).toMatchObject({ goodsLoss: 9_001, goodsLossAssumed: true });
    const { data } = await finance.graphql(
      '{ it: costLines(page: { first: 200 }) { items { caseId component assumed amount } } }',
    );
    expect(data.it.items.filter(({ caseId, assumed }: Loose) => caseId === gone.id && assumed)).toMatchObject([
      { component: 'goods-loss', amount: 2_001 },
    ]);
  });

  it('cost at most what is refunded: what is kept of the price has paid for the rest', async () => {
    const { order, applied } = await apply([{ ...known, quantity: 2 }], { type: 'RO', reason: 'manufacturingDefect' });
    const offered = await does(clerk(), 'propose', { ...seen(applied as never), amount: 600, note: '线头' });
    const agreed = await does(await desk.buyer(order), 'accept', seen(offered as never));
    expect(await books(agreed.id)).toEqual(expense('supplier', 600));
  });

  it('are borne by whom the liability names', async () => {
    const { applied } = await apply([known], { type: 'RO', reason: 'manufacturingDefect' });
    const supplied = await does(clerk(), 'approve', seen(applied as never));
    expect(supplied.liability).toMatchObject({ party: 'supplier' });
    expect(await books(supplied.id)).toEqual(expense('supplier', 7_000));
    const wrong = await apply([known], { type: 'RO', reason: 'wrongItem' });
    expect(await books((await does(clerk(), 'approve', seen(wrong.applied as never))).id)).toEqual(expense('branch', 7_000));
    const { applied: damaged } = await apply([known], { type: 'RO', reason: 'transportDamage' });
    expect(await books((await does(clerk(), 'approve', seen(damaged as never))).id)).toEqual(expense('HQ', 7_000));
  });

  it('are none where the goods come back, or were never sent', async () => {
    const back = await does(clerk(), 'receive', seen((await sent([known])) as never));
    expect(await books(back.id)).toEqual([]);
    const { applied } = await apply([known], { type: 'RO', reason: 'missingItem' });
    expect(await books((await does(clerk(), 'approve', seen(applied as never))).id)).toEqual([]);
  });

  it('are lost on the way out as well', async () => {
    const { applied } = await apply([known], { type: 'RO', reason: 'notArrived' }, false);
    expect(await books((await does(clerk(), 'approve', seen(applied as never))).id)).toEqual(expense('HQ', 7_000));
  });

  it('are lost no more once their parcel turns up, though the refund stands', async () => {
    const gone = await tells(await sent([known]), 'lost');
    expect(await books(gone.id)).toEqual(expense('HQ', 7_000));
    await desk.payouts();
    const found = await tells(gone, 'delivered');
    expect(found.state).toBe('REFUNDED');
    expect(await books(gone.id)).toEqual([]);
  });

  it('are posted anew where another is liable after an appeal', async () => {
    const { applied } = await apply([known], { type: 'RO', reason: 'wrongItem' });
    const agreed = await does(clerk(), 'approve', seen(applied as never));
    expect(await books(agreed.id)).toEqual(expense('branch', 7_000));
    const manager = desk.as('shop1@example.com');
    const appealed = await does(manager, 'appeal', { ...seen(agreed as never), reason: '发货单无误' });
    const answer = { ...seen(appealed as never), liable: 'supplier', reason: '供货标签贴错' };
    await does(desk.as('op@example.com'), 'answerAppeal', answer);
    expect(await books(agreed.id)).toEqual(expense('supplier', 7_000));
  });

  it('are posted once for an exchange that is lost, whatever becomes of it then', async () => {
    const gone = await lost(await sent([known], { type: 'EX' }));
    expect(gone.state).toBe('AWAIT_RESHIP');
    expect(await books(gone.id)).toEqual(expense('HQ', 7_000));
    await does(clerk(), 'outOfStock', seen(gone as never));
    const entries = async () =>
      (
        await desk.it.database.read.query<Loose[]>("SELECT id FROM ledger_entry WHERE case_id = ? AND cause = 'goodsLost'", [
          gone.id,
        ])
      ).length;
    expect(await entries()).toBe(1);
  });

  it('cost what the rules say now', async () => {
    const operator = desk.as('op@example.com') as never;
    await assign(operator, (await publish(operator, rules, '货损', { goodsLossShare: { set: 2_000 } })).versionId, 'SHOP1');
    desk.pass(HOUR);
    expect(await books((await lost(await sent([{}]))).id)).toEqual(expense('HQ', 3_780, true));
  });

  it('leave books that balance', async () => {
    const { read } = desk.it.database;
    for (const check of [checkEntries, checkSummaries]) expect((await check(read)).findings).toEqual([]);
  });
});
