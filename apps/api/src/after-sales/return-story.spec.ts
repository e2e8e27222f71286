import { checkBalanced } from '@headwater/ledger';
import { LedgerLine, LedgerSummary, Refund } from '../money/ledger.entity.js';
import { OrderLine, OrderPayment, SalesOrder } from '../orders/order.entity.js';
import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, perform, seen, type SoldOrder } from './testing/desk.js';

const REPORT = `query ($filter: CostFilter, $by: [CostDimension!]!, $top: Int) { it: costReport(filter: $filter, by: $by, top: $top) {
  rows { keys { dimension value label } amount cases } totalAmount otherAmount otherRows currency months exportUrl } }`;
const LINES = `query ($filter: CostFilter, $store: ID, $caseId: ID) { it: costLines(filter: $filter, store: $store, caseId: $caseId, page: { first: 200 }) {
  items { account amount component bearer bearerNode { id } origin { id } cause period carrier caseCode orderId } } }`;

const verbsOf = (it: Loose): string[] => it.events.map(({ verb }: { verb: string }) => verb);
const sum = (amounts: readonly { amount: number }[]): number => amounts.reduce((total, { amount }) => total + amount, 0);

describe.each(enginesHere())('a return and refund on %s', (engine) => {
  let desk: Desk;
  let order: SoldOrder;
  let done: Loose;

  beforeAll(async () => {
    desk = await Desk.open(engine);
    order = await desk.sell({
      lines: [{ paidAmount: 12_300 }, { sku: 'SKU-2', name: '围巾', quantity: 2, unitPrice: 3_300, paidAmount: 6_600 }],
      payments: [
        { method: 'card', amount: 10_000 },
        { method: 'wechat', amount: 8_900 },
      ],
    });
    desk.pass(4 * DAY);
  });
  afterAll(() => desk.it.close());

  it('is applied for by the buyer, who sees no address yet', async () => {
    const buyer = await desk.buyer(order);
    done = await does(buyer, 'apply', forAll(order));
    expect(done).toMatchObject({
      state: 'APPLIED',
      requestedAmount: 18_900,
      umbrella: 'inProgress',
      returnAddress: null,
      cost: null,
    });
    expect(done.deadline).toMatchObject({ outcome: 'approve', field: 'respondHours', paused: false });
    expect(done.deadline.outcomeText.zh).toBe('超时自动同意，责任归分店');
    expect(done.lines.map((line: Loose) => [line.quantity, line.amount, line.orderLine.available])).toEqual([
      [1, 12_300, 0],
      [2, 6_600, 0],
    ]);
  });

  it('is approved by the store in one step that says its effect and payer', async () => {
    const clerk = desk.as('clerk1@example.com');
    const waiting = await caseNow(clerk, done.id);
    expect(waiting.allowedActions[0]).toMatchObject({
      verb: 'approve',
      primary: true,
      needs: [],
      to: ['AWAIT_RETURN'],
      effect: { zh: '同意退货，买家 7 天内寄回；退货包运费承担运费，最高 ¥19.35，超出部分由买家承担' },
    });
    done = await does(clerk, 'approve', seen(done));
    expect(done).toMatchObject({ state: 'AWAIT_RETURN', approvedAmount: 18_900, returnAddress: { street: '华新路 1 号' } });
  });

  it('accrues the freight the buyer paid when the parcel goes out: subsidy up to the cap, the rest his own', async () => {
    const buyer = await desk.buyer(order);
    done = await does(buyer, 'ship', { ...seen(done), carrier: ' 顺丰 ', tracking: 'sf 100 200', freightPaid: 2_500 });
    expect(done.state).toBe('AWAIT_RECEIPT');
    expect(done.freight).toMatchObject({ payer: 'buyer', subsidy: 1_935, fault: 0, overCap: 0, buyer: 565 });
    expect(done.shipments).toMatchObject([{ direction: 'return', carrier: '顺丰', tracking: 'SF100200', freightPaid: 2_500 }]);
    expect(done.stamps[0].at).not.toBeNull();
  });

  it('is inspected within the days that delivery starts', async () => {
    desk.pass(2 * DAY);
    const clerk = desk.as('clerk1@example.com');
    const deliveredAt = new Date(desk.now - HOUR).toISOString();
    const [shipment] = done.shipments;
    done = await does(clerk, 'recordTracking', { shipmentId: shipment.id, kind: 'inTransit' });
    expect(done.deadline.outcome).toBe('dispute');
    done = await does(clerk, 'recordTracking', { shipmentId: shipment.id, kind: 'delivered', at: deliveredAt });
    expect(done.deadline).toMatchObject({ outcome: 'receive', field: 'inspectDays', cost: 18_900 });
    expect(done.shipments[0]).toMatchObject({ deliveredAt, events: [{ kind: 'delivered' }, { kind: 'inTransit' }] });
    done = await does(clerk, 'receive', { ...seen(done), inspection: '完好' });
    expect(done).toMatchObject({
      state: 'REFUNDING',
      refunds: [
        { purpose: 'goods', amount: 18_900 },
        { purpose: 'freight', amount: 1_935 },
      ],
    });
  });

  it('repays the latest payment first and never more than was paid', async () => {
    const payments = await desk.it.database.read.find(OrderPayment, { where: { orderId: order.id }, order: { sequence: 'ASC' } });
    const goods = await desk.it.database.read.findOneByOrFail(Refund, { caseId: done.id, purpose: 'goods' });
    expect(goods.tenders).toEqual([
      { paymentId: payments[1]?.id, amount: 8_900 },
      { paymentId: payments[0]?.id, amount: 10_000 },
    ]);
    expect(payments.map(({ refunded }) => refunded)).toEqual([10_000, 8_900]);
  });

  it('ends refunded, with every step in its history', async () => {
    expect(await desk.payouts()).toBe(2);
    const manager = desk.as('shop1@example.com');
    done = await caseNow(manager, done.id);
    expect(done).toMatchObject({
      state: 'REFUNDED',
      outcome: 'REFUNDED',
      isTerminal: true,
      umbrella: 'ended',
      deadline: null,
      cost: 1_935,
    });
    expect(done.allowedActions).toEqual([]);
    expect(verbsOf(done)).toEqual(['apply', 'approve', 'ship', 'recordTracking', 'receive', 'paid']);
    expect(done.events.map(({ seq }: { seq: number }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [index, event] of done.events.entries()) {
      expect(event.oldDeadline).toBe(index === 0 ? null : done.events[index - 1].newDeadline);
    }
  });

  it('leaves the order with what came back', async () => {
    const { read } = desk.it.database;
    const sold = await read.findOneByOrFail(SalesOrder, { id: order.id });
    expect(sold).toMatchObject({ umbrella: 'ended', refundedAmount: 18_900 });
    const lines = await read.find(OrderLine, { where: { orderId: order.id }, order: { lineNo: 'ASC' } });
    expect(lines.map((line) => [line.openQuantity, line.openAmount, line.refundedQuantity, line.refundedAmount])).toEqual([
      [0, 0, 1, 12_300],
      [0, 0, 2, 6_600],
    ]);
  });

  it('leaves books that balance, in which the buyer is owed nothing any more', async () => {
    const lines = await desk.it.database.read.findBy(LedgerLine, { caseId: done.id });
    expect(checkBalanced(lines as never)).toEqual([]);
    const on = (account: string) => sum(lines.filter((line) => line.account === account));
    expect([on('expense'), on('returnedSales'), on('buyerPayable'), on('carrierPayable'), on('cashClearing')]).toEqual([
      1_935, 18_900, 0, 0, -20_835,
    ]);
    expect(new Set(lines.map(({ a0, a3 }) => `${a0 ?? ''} ${a3 ?? ''}`))).toEqual(
      new Set([`${unitId('HQ')} ${unitId('SHOP1')}`]),
    );
  });

  describe('in the report', () => {
    const ask = async (variables: object) => {
      const finance = desk.as('finance@example.com');
      const { data, errors } = await finance.graphql(REPORT, variables as Record<string, unknown>);
      expect(errors).toEqual([]);
      return data.it;
    };

    it('ties to the fen with the lines, the case and the totals', async () => {
      const report = await ask({ by: ['store', 'month', 'bearer'] });
      expect(report).toMatchObject({ totalAmount: 1_935, otherAmount: 0, otherRows: 0, currency: 'CNY', months: ['2026-03'] });
      expect(report.rows.map((row: Loose) => [row.keys.map(({ value }: Loose) => value), row.amount, row.cases])).toEqual([
        [[unitId('SHOP1'), '2026-03', 'HQ'], 1_161, 1],
        [[unitId('SHOP1'), '2026-03', 'branch'], 774, 1],
      ]);
      const finance = desk.as('finance@example.com');
      const { data } = await finance.graphql(LINES, { caseId: done.id });
      expect(sum(data.it.items)).toBe(report.totalAmount);
      expect(data.it.items).toMatchObject([
        { component: 'freight-subsidy', caseCode: done.code, carrier: '顺丰', cause: 'returnShipped' },
        { component: 'freight-subsidy' },
      ]);
      const bearers = data.it.items.map(({ bearer, bearerNode }: Loose) => [bearer, bearerNode.id]).sort();
      expect(bearers).toEqual([
        ['HQ', unitId('HQ')],
        ['branch', unitId('SHOP1')],
      ]);
    });

    it('counts a case once however many lines it has, and keeps refunds apart', async () => {
      expect(await ask({ by: ['store'] })).toMatchObject({ rows: [{ amount: 1_935, cases: 1 }], totalAmount: 1_935 });
      expect(await ask({ by: ['component'], filter: { components: ['refund'] } })).toMatchObject({ rows: [{ amount: 18_900 }] });
      expect(await ask({ by: ['reason'], filter: { bearers: ['HQ'] } })).toMatchObject({
        rows: [{ amount: 1_161, keys: [{ value: 'unfit' }] }],
      });
    });

    it('puts what is beyond the top into one sum', async () => {
      expect(await ask({ by: ['bearer'], top: 1 })).toMatchObject({
        rows: [{ amount: 1_161 }],
        otherAmount: 774,
        otherRows: 1,
        totalAmount: 1_935,
      });
    });

    it('is empty, not wrong, where nothing was posted', async () => {
      expect(await ask({ by: ['store'], filter: { months: ['2025-01'] } })).toMatchObject({
        rows: [],
        totalAmount: 0,
        months: ['2026-03'],
      });
    });

    it.each([
      [{ by: [] }, 'by'],
      [{ by: ['store', 'store'] }, 'by'],
      [{ by: ['store', 'month', 'bearer', 'reason'] }, 'by'],
      [{ by: ['store'], filter: { months: ['2026-13'] } }, 'filter.months'],
    ])('refuses %j and says what is allowed', async (variables, field) => {
      const finance = desk.as('finance@example.com');
      const { errors } = await finance.graphql(REPORT, variables);
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field });
      expect(errors[0]?.extensions['allowed']).toBeDefined();
    });

    it('is exported with the same rows and total, for spreadsheets', async () => {
      const finance = desk.as('finance@example.com');
      const { exportUrl } = await ask({ by: ['store', 'bearer'], filter: { within: unitId('EAST'), months: ['2026-03'] } });
      const { status, headers, text } = await finance.get(`${exportUrl}&lang=zh`);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(text).toBe(
        [
          '\uFEFF分店编号,分店,承担方,售后单数,成本（元）',
          'SHOP1,store SHOP1,总部,1,11.61',
          'SHOP1,store SHOP1,分店,1,7.74',
          '合计,,,,19.35',
          '',
        ].join('\r\n'),
      );
      expect((await finance.get(`${exportUrl}&lang=en`)).text).toContain('Store code,Store,Bearer,Cases,Cost (¥)');
    });

    it('agrees with its totals recomputed from the lines', async () => {
      const { read } = desk.it.database;
      const lines = (await read.find(LedgerLine)).filter(({ account }) => account === 'expense' || account === 'returnedSales');
      const totals = await read.find(LedgerSummary);
      expect(sum(totals)).toBe(sum(lines));
      expect(totals.reduce((count, { lineCount }) => count + lineCount, 0)).toBe(lines.length);
    });

    it('opens finance’s page with the same figures', async () => {
      const finance = desk.as('finance@example.com');
      const { data } = await finance.graphql(
        '{ moneyHome { month cost sameDays { days cost before } unusual { store { amount } } byBearer { amount } topStores { keys { label } amount } refundsDue { id } payoutFailures } }',
      );
      expect(data.moneyHome).toEqual({
        month: '2026-03',
        cost: 1_935,
        sameDays: { days: 6, cost: 1_935, before: 0 },
        unusual: [],
        byBearer: [{ amount: 1_161 }, { amount: 774 }],
        topStores: [{ keys: [{ label: 'store SHOP1' }], amount: 1_935 }],
        refundsDue: [],
        payoutFailures: 0,
      });
    });
  });

  it('says which rules it obeyed, which of them were frozen, and who set them', async () => {
    const manager = desk.as('shop1@example.com');
    const { data } = await manager.graphql('query ($id: ID!) { case(id: $id) { rules { kind field value class source at } } }', {
      id: done.id,
    });
    const rule = (field: string) => data.case.rules.find((each: Loose) => each.field === field);
    expect(rule('mode')).toMatchObject({
      value: { kind: 'actual', cap: 1_935 },
      class: 'promise',
      source: 'headquarters HQ · 退货包运费 v1',
    });
    expect(rule('noReasonDays')).toMatchObject({ value: 7, class: 'promise', source: 'headquarters HQ · 标准售后 v1' });
    expect(rule('respondHours')).toMatchObject({ value: 48, class: 'operation', source: 'default', at: null });
  });

  it('can be withdrawn after shipping, and then what was accrued for its freight is released', async () => {
    const again = await desk.sell();
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(again);
    const applied = await does(buyer, 'apply', forAll(again));
    const clerk = desk.as('clerk1@example.com');
    const approved = await does(clerk, 'approve', seen(applied));
    const shipped = await does(buyer, 'ship', { ...seen(approved), carrier: '顺丰', tracking: 'SF9', freightPaid: 1_000 });
    const refused = await does(clerk, 'refuseReceipt', { ...seen(shipped), reason: '未收到包裹', goods: 'notArrived' });
    const closed = await does(buyer, 'withdraw', { ...seen(refused), reason: '自己留下' });
    expect(closed).toMatchObject({ state: 'CLOSED', outcome: 'WITHDRAWN', umbrella: 'ended' });
    const manager = desk.as('shop1@example.com');
    expect(await caseNow(manager, applied.id)).toMatchObject({
      cost: 0,
      lines: [{ orderLine: { available: 1, refundedQuantity: 0 } }],
    });
    expect(await perform(buyer, 'apply', forAll(again))).toMatchObject({ code: null });
  });
});
