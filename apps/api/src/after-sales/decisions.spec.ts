import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, perform, refuses, seen, type Caller, type SoldOrder } from './testing/desk.js';

const order = { carrier: '中通', tracking: 'ZT1' };

describe.each(enginesHere())('what people decide about a case, on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  let sold: SoldOrder;
  /** A fresh application for a delivered order, or for one that is under way where it is for a refund only. */
  const apply = async (more: object = {}, sale: object = {}): Promise<Loose> => {
    sold = await desk.sell(sale);
    desk.pass(4 * DAY);
    return does(await desk.buyer(sold), 'apply', forAll(sold, more));
  };
  const buyer = () => desk.buyer(sold);
  const clerk = () => desk.as('clerk1@example.com');

  const inTransit = async (more: object = {}): Promise<Loose> => {
    const approved = await does(clerk(), 'approve', seen(await apply(more)));
    return does(await buyer(), 'ship', { ...seen(approved), ...order, tracking: `ZT${approved.code}`, freightPaid: 1_000 });
  };

  describe('a refund without return', () => {
    it('is paid once the store agrees, with the outbound freight where nothing was sent yet', async () => {
      const sale = {
        lines: [{ paidAmount: 5_000, freightAmount: 800 }],
        shippedAfter: null,
        deliveredAfter: null,
        status: 'paid',
      };
      const applied = await apply({ type: 'RO', reason: 'unneeded' }, sale);
      expect(applied).toMatchObject({ type: 'RO', requestedAmount: 5_800, deadline: { cost: 5_800 } });
      const store = clerk();
      const button = (await caseNow(store, applied.id)).allowedActions[0];
      expect(button).toMatchObject({ verb: 'approve', to: ['REFUNDING'], effect: { zh: '同意退款 ¥58.00，原路退回' } });
      const approved = await does(store, 'approve', seen(applied));
      expect(approved).toMatchObject({ state: 'REFUNDING', returnAddress: null });
      await desk.payouts();
      expect(await caseNow(store, applied.id)).toMatchObject({ state: 'REFUNDED', refunds: [{ amount: 5_800, status: 'paid' }] });
    });

    it('keeps the outbound freight where the goods arrived and nobody is at fault', async () => {
      expect(await apply({}, { lines: [{ paidAmount: 5_000, freightAmount: 800 }] })).toMatchObject({ requestedAmount: 5_000 });
    });

    it('returns the outbound freight where the fault is not the buyer’s', async () => {
      const sale = { lines: [{ paidAmount: 5_000, freightAmount: 800 }] };
      expect(await apply({ reason: 'manufacturingDefect' }, sale)).toMatchObject({
        requestedAmount: 5_800,
        freight: { payer: 'merchant' },
      });
    });
  });

  describe('a rejection', () => {
    it('is modified by the buyer, who keeps the date of his application', async () => {
      const applied = await apply();
      const rejected = await does(clerk(), 'reject', { ...seen(applied), reason: '吊牌已拆' });
      expect(rejected).toMatchObject({ state: 'REJECTED', deadline: { outcome: 'close', field: 'reconsiderDays' } });
      expect(rejected.events.at(-1)).toMatchObject({ verb: 'reject', reason: '吊牌已拆', actorKind: 'staff', actorName: '小陈' });
      const modified = await does(await buyer(), 'modify', { ...seen(rejected), amount: 10_000, text: '只退一部分' });
      expect(modified).toMatchObject({ state: 'APPLIED', requestedAmount: 10_000, lines: [{ amount: 10_000 }] });
      const approved = await does(clerk(), 'approve', seen(modified));
      expect(approved).toMatchObject({ approvedAmount: 10_000 });
    });

    it.each([
      ['to a return of what has not arrived', { type: 'RR' }, 'NOT_RECEIVED', 'type'],
      ['to a reason that cannot be true yet', { reason: 'colourMismatch' }, 'REASON_DOES_NOT_FIT', 'reason'],
    ])('is not modified %s', async (_, change, code, field) => {
      const applied = await apply({ type: 'RO', reason: 'unneeded' }, { deliveredAfter: null });
      const rejected = await does(clerk(), 'reject', { ...seen(applied), reason: '已发出' });
      expect(await refuses(await buyer(), 'modify', { ...seen(rejected), ...change })).toMatchObject({ code, field });
      expect(await caseNow(clerk(), applied.id)).toMatchObject({ state: 'REJECTED', version: rejected.version });
    });

    it('is not modified to a reason whose window was over, unless staff opened the case', async () => {
      const of = await desk.sell();
      desk.pass(3 * DAY + 20 * DAY);
      const rejected = async (client: Caller) => {
        const applied = await does(client, 'apply', forAll(of, { reason: 'manufacturingDefect' }));
        return does(clerk(), 'reject', { ...seen(applied), reason: '看不出' });
      };
      const own = await rejected(await desk.buyer(of));
      const change = { ...seen(own), reason: 'changedMind' };
      expect(await refuses(await desk.buyer(of), 'modify', change)).toMatchObject({ code: 'WINDOW_OVER' });
      await does(await desk.buyer(of), 'withdraw', seen(own));
      const ours = await rejected(clerk());
      expect(await does(await desk.buyer(of), 'modify', { ...seen(ours), reason: 'changedMind' })).toMatchObject({
        state: 'APPLIED',
      });
    });

    it('is escalated, and HQ’s verdict decides', async () => {
      const rejected = await does(clerk(), 'reject', { ...seen(await apply()), reason: '吊牌已拆' });
      const disputed = await does(await buyer(), 'escalate', { ...seen(rejected), reason: '吊牌完好，有照片' });
      expect(disputed).toMatchObject({ state: 'DISPUTED', deadline: { outcome: 'forBuyer' } });
      const operator = desk.as('op@example.com');
      const before = await caseNow(operator, disputed.id);
      expect(before.allowedActions.map(({ verb }: Loose) => verb)).toEqual(['verdict', 'extend']);
      expect(before.allowedActions[0]).toMatchObject({
        needs: ['to', 'amount', 'reason'],
        to: ['AWAIT_RETURN', 'REFUNDING', 'CLOSED'],
        maxAmount: 18_900,
      });
      const judged = await does(operator, 'verdict', {
        ...seen(disputed),
        to: 'REFUNDING',
        amount: 9_000,
        reason: '双方各担一半',
      });
      expect(judged).toMatchObject({ state: 'REFUNDING', approvedAmount: 9_000, refunds: [{ amount: 9_000 }] });
    });

    it('is HQ’s to judge, not the store’s', async () => {
      const rejected = await does(clerk(), 'reject', { ...seen(await apply()), reason: '吊牌已拆' });
      const disputed = await does(await buyer(), 'escalate', { ...seen(rejected), reason: '不同意' });
      expect(await refuses(clerk(), 'verdict', { ...seen(disputed), to: 'CLOSED', reason: '已查' })).toMatchObject({
        code: 'FORBIDDEN',
      });
    });
  });

  describe('questions and proposals', () => {
    it('pauses the store’s clock while the buyer answers', async () => {
      const applied = await apply();
      desk.pass(40 * HOUR);
      const asked = await does(clerk(), 'askInfo', { ...seen(applied), question: '请补一张吊牌照片' });
      expect(asked).toMatchObject({ state: 'NEED_INFO', deadline: { field: 'infoDays', paused: true } });
      desk.pass(2 * DAY);
      const answered = await does(await buyer(), 'supplyInfo', { ...seen(asked), text: '已补' });
      expect(Date.parse(answered.deadline.at) - desk.now).toBeGreaterThan(11.9 * HOUR);
      expect(answered).toMatchObject({ state: 'APPLIED', deadline: { paused: false, field: 'respondHours' } });
    });

    it('refunds what the buyer accepts without the goods coming back', async () => {
      const proposed = await does(clerk(), 'propose', { ...seen(await apply()), amount: 3_000, note: '留用补 30 元' });
      expect(proposed).toMatchObject({
        state: 'AWAIT_CONSENT',
        proposal: { amount: 3_000, resolution: 'refund', note: '留用补 30 元' },
      });
      const accepted = await does(await buyer(), 'accept', seen(proposed));
      expect(accepted).toMatchObject({ state: 'REFUNDING', approvedAmount: 3_000, proposal: null });
    });

    it('goes back where it came from when he declines, and escalates the second time', async () => {
      const proposed = await does(clerk(), 'propose', { ...seen(await apply()), amount: 3_000, note: '补 30 元' });
      expect(await refuses(await buyer(), 'escalate', { ...seen(proposed), reason: '太少' })).toMatchObject({
        code: 'NOT_DECLINED_BEFORE',
      });
      const declined = await does(await buyer(), 'decline', { ...seen(proposed), reason: '太少' });
      expect(declined).toMatchObject({ state: 'APPLIED', proposal: null });
      const again = await does(clerk(), 'propose', { ...seen(declined), amount: 4_000, note: '补 40 元' });
      expect(await does(await buyer(), 'escalate', { ...seen(again), reason: '还是太少' })).toMatchObject({ state: 'DISPUTED' });
    });

    it('takes a deduction off the refund with consent, in the books too', async () => {
      const shipped = await inTransit();
      const proposed = await does(clerk(), 'propose', { ...seen(shipped), amount: 15_000, note: '有污渍' });
      const accepted = await does(await buyer(), 'accept', seen(proposed));
      expect(accepted).toMatchObject({
        state: 'REFUNDING',
        approvedAmount: 15_000,
        refunds: [{ amount: 15_000 }, { purpose: 'freight' }],
      });
      await desk.payouts();
      const lines = await desk.it.database.read.query<{ account: string; amount: number | string }[]>(
        'SELECT account, SUM(amount) AS amount FROM ledger_line WHERE case_id = ? GROUP BY account',
        [shipped.id],
      );
      const books = Object.fromEntries(lines.map(({ account, amount }) => [account, Number(amount)]));
      expect(books).toMatchObject({ returnedSales: 15_000, buyerPayable: 0, cashClearing: -16_000 });
    });
  });

  describe('a refusal of receipt', () => {
    it('lets the buyer correct the number of the same parcel, and its carrier in the books', async () => {
      const shipped = await inTransit();
      const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '查无此件', goodsHeld: false });
      expect(refused).toMatchObject({ state: 'RECEIPT_REFUSED', deadline: { outcome: 'close' } });
      const corrected = await does(await buyer(), 'changeLogistics', { ...seen(refused), carrier: '圆通', tracking: 'yt-77' });
      expect(corrected).toMatchObject({
        state: 'AWAIT_RECEIPT',
        shipments: [{ carrier: '圆通', tracking: 'YT-77', freightPaid: 1_000 }],
        freight: shipped.freight,
      });
      const lines = await desk.it.database.read.query<{ carrier: string; amount: number | string }[]>(
        "SELECT carrier, SUM(amount) AS amount FROM ledger_line WHERE case_id = ? AND account = 'expense' GROUP BY carrier",
        [shipped.id],
      );
      const byCarrier = new Map(lines.map(({ carrier, amount }) => [carrier, Number(amount)]));
      expect(byCarrier).toEqual(
        new Map([
          ['中通', 0],
          ['圆通', 1_000],
        ]),
      );
    });

    it('goes to HQ, not to an end, while the store holds the goods; shipped back, a new parcel may follow', async () => {
      const shipped = await inTransit();
      const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '已使用', goodsHeld: true });
      expect(refused.deadline.outcome).toBe('dispute');
      expect(await refuses(await buyer(), 'withdraw', seen(refused))).toMatchObject({ code: 'GOODS_HELD' });
      const back = await does(clerk(), 'shipBack', { ...seen(refused), carrier: '顺丰', tracking: 'SFBACK' });
      expect(back).toMatchObject({ state: 'RECEIPT_REFUSED', shipments: [{ direction: 'return' }, { direction: 'back' }] });
      const anew = await does(await buyer(), 'changeLogistics', {
        ...seen(back),
        carrier: '顺丰',
        tracking: 'SFNEW',
        freightPaid: 1_200,
      });
      expect(anew.shipments.map(({ direction }: Loose) => direction)).toEqual(['return', 'back', 'return']);
      expect(anew.freight.subsidy).toBe(2_200);
    });
  });

  it('asks anew who pays the freight of a new parcel, once the reason has changed', async () => {
    const shipped = await inTransit();
    expect(shipped.freight).toMatchObject({ payer: 'buyer', subsidy: 1_000 });
    const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '已使用', goodsHeld: true });
    const changed = { ...seen(refused), reason: 'manufacturingDefect' };
    const rejected = await does(clerk(), 'reject', { ...seen(await does(await buyer(), 'modify', changed)), reason: '看不出' });
    const back = await does(clerk(), 'shipBack', { ...seen(rejected), carrier: '顺丰', tracking: 'SFBACK2' });
    const again = await does(await buyer(), 'modify', { ...seen(back), amount: 18_000 });
    const anew = { ...seen(await does(clerk(), 'approve', seen(again))), carrier: '顺丰', tracking: 'SFNEW2' };
    expect((await does(await buyer(), 'ship', { ...anew, freightPaid: 2_500 })).freight).toMatchObject({
      payer: 'merchant',
      subsidy: 1_000 + 1_935,
      overCap: 565,
      buyer: 0,
    });
  });

  describe('a parcel that is lost', () => {
    it('is refunded on the carrier’s word, at the carrier’s door', async () => {
      const shipped = await inTransit();
      const lost = await does(clerk(), 'recordTracking', { shipmentId: shipped.shipments[0].id, kind: 'lost', note: '网点失火' });
      expect(lost).toMatchObject({ state: 'REFUNDING', liability: { party: 'carrier', assumed: true } });
    });

    it('cannot be lost once it was delivered', async () => {
      const shipped = await inTransit();
      const [{ id: shipmentId }] = shipped.shipments;
      const delivered = await does(clerk(), 'recordTracking', { shipmentId, kind: 'delivered' });
      expect(await refuses(clerk(), 'recordTracking', { shipmentId, kind: 'lost' })).toMatchObject({ code: 'ALREADY_DELIVERED' });
      expect(await refuses(clerk(), 'reportLost', { ...seen(delivered), reason: '找不到' })).toMatchObject({
        code: 'ALREADY_DELIVERED',
      });
    });

    it.each([
      ['in the future', 3 * HOUR, 'INSTANT_IN_FUTURE'],
      ['before it went out', -3 * DAY, 'BEFORE_SHIPMENT'],
    ])('is not reported %s', async (_, offset, code) => {
      const shipped = await inTransit();
      const at = new Date(desk.now + offset).toISOString();
      expect(
        await refuses(clerk(), 'recordTracking', { shipmentId: shipped.shipments[0].id, kind: 'delivered', at }),
      ).toMatchObject({ code });
    });
  });

  it('puts the freight of the store’s own delay on the store', async () => {
    const applied = await apply();
    expect(applied.freight.payer).toBe('buyer');
    desk.pass(3 * DAY);
    await desk.clocks();
    const agreed = await caseNow(await buyer(), applied.id);
    expect(agreed).toMatchObject({ state: 'AWAIT_RETURN', freight: { payer: 'merchant' } });
    const shipped = await does(await buyer(), 'ship', {
      ...seen(agreed),
      carrier: '顺丰',
      tracking: 'SFLATE',
      freightPaid: 2_500,
    });
    expect(shipped.freight).toMatchObject({ subsidy: 1_935, overCap: 565, buyer: 0 });
    const manager = desk.as('shop1@example.com');
    expect(await caseNow(manager, applied.id)).toMatchObject({
      cost: 2_500,
      liability: { party: 'branch', rule: 'respondHours' },
    });
  });

  it('moves a deadline for HQ, later only, with old and new in the history', async () => {
    const applied = await apply();
    const operator = desk.as('op@example.com');
    const until = new Date(Date.parse(applied.deadline.at) + DAY).toISOString();
    const extended = await does(operator, 'extend', { ...seen(applied), until, reason: '春节假期' });
    expect(extended.deadline.at).toBe(until);
    expect(extended.events.at(-1)).toMatchObject({
      verb: 'extend',
      oldDeadline: applied.deadline.at,
      newDeadline: until,
      reason: '春节假期',
    });
    const earlier = { ...seen(extended), until: applied.deadline.at, reason: '收回' };
    expect(await refuses(operator, 'extend', earlier)).toMatchObject({ code: 'NOT_LATER', field: 'until' });
    const silent = { ...seen(extended), until, reason: '  ' };
    expect(await refuses(operator, 'extend', silent)).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
  });

  describe('refusals', () => {
    it('say what may be done instead', async () => {
      const refused = await refuses(clerk(), 'receive', seen(await apply()));
      expect(refused).toMatchObject({ code: 'WRONG_STATE', details: { state: 'APPLIED', verb: 'receive' } });
      expect(refused.details.allowedActions).toEqual(expect.arrayContaining(['approve', 'reject', 'askInfo', 'propose']));
      expect(refused.details.text.zh).toBe('售后单在「待商家处理」，不能这样做');
    });

    it('name the field and the limit', async () => {
      const applied = await apply();
      expect(await refuses(clerk(), 'propose', { ...seen(applied), amount: 18_901, note: '多退' })).toMatchObject({
        code: 'AMOUNT_TOO_HIGH',
        field: 'amount',
        allowed: 18_900,
      });
      expect(await refuses(clerk(), 'reject', { ...seen(applied), reason: '  ' })).toMatchObject({
        code: 'REASON_REQUIRED',
        field: 'reason',
      });
    });

    it.each([
      ['tracking', 'ship', 64, { carrier: '顺丰' }],
      ['note', 'recordTracking', 300, { kind: 'inTransit' }],
      ['voucher', 'manualVoucher', 64, {}],
      ['reason', 'refuseReceipt', 2_000, { goodsHeld: true }],
    ] as const)('take no %s that is too long, and none of it (%s)', async (field, verb, max, more) => {
      const shipped = await inTransit();
      const client = verb === 'ship' ? await buyer() : desk.as('admin@example.com');
      const input = { ...seen(shipped), ...more, shipmentId: shipped.shipments[0].id, [field]: 'X'.repeat(max + 1) };
      expect(await refuses(client, verb, input)).toMatchObject({ code: 'BAD_INPUT', field, allowed: { max } });
      expect(await caseNow(clerk(), shipped.id)).toMatchObject({ version: shipped.version, shipments: [{ events: [] }] });
    });

    it('keep a verb of the buyer from staff, and one of the store from the buyer', async () => {
      const applied = await apply();
      expect(await refuses(desk.as('admin@example.com'), 'withdraw', seen(applied))).toMatchObject({
        code: 'NOT_ALLOWED_FOR_ACTOR',
      });
      expect(await refuses(await buyer(), 'approve', seen(applied))).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('limit what is repeated', async () => {
      let it = await apply();
      for (const note of ['一', '二']) {
        const asked = await does(clerk(), 'askInfo', { ...seen(it), question: note });
        it = await does(await buyer(), 'supplyInfo', { ...seen(asked), text: note });
      }
      expect(await refuses(clerk(), 'askInfo', { ...seen(it), question: '三' })).toMatchObject({
        code: 'REPEAT_LIMIT',
        allowed: 2,
      });
    });
  });

  describe('an application', () => {
    const refused = async (more: object, sale: object = {}, wait = 4 * DAY) => {
      const of = await desk.sell(sale);
      desk.pass(wait);
      return refuses(await desk.buyer(of), 'apply', forAll(of, more));
    };

    it('is refused after the windows, with every rule that stands against it', async () => {
      const answer = await refused({}, {}, 30 * DAY);
      expect(answer).toMatchObject({ code: 'WINDOW_OVER', details: { checks: [{ rule: 'window', passes: false }] } });
      expect(answer.message).toBe('The windows are over; the store can still open the case');
    });

    it('is opened by staff when the windows are over', async () => {
      const of = await desk.sell();
      desk.pass(30 * DAY);
      expect(await does(clerk(), 'apply', forAll(of))).toMatchObject({ state: 'APPLIED', events: [{ actorKind: 'staff' }] });
    });

    it('is refused for a cancelled order, with the day', async () => {
      const answer = await refused(
        { type: 'RO', reason: 'unneeded' },
        { status: 'cancelled', shippedAfter: null, deliveredAfter: null },
      );
      expect(answer).toMatchObject({ code: 'ORDER_CANCELLED' });
      expect(answer.message).toMatch(/^The order was cancelled on 2026-/);
    });

    it.each([
      ['a return of what did not arrive', { type: 'RR', reason: 'unneeded' }, { deliveredAfter: null }, 'NOT_RECEIVED'],
      ['a reason that cannot be true yet', { type: 'RO', reason: 'unfit' }, { deliveredAfter: null }, 'REASON_DOES_NOT_FIT'],
      ['a reason that does not exist', { reason: 'boredom' }, {}, 'REASON_UNKNOWN'],
      ['more than was paid', { amount: 18_901 }, {}, 'AMOUNT_INVALID'],
      ['nothing', { amount: 0 }, {}, 'AMOUNT_INVALID'],
      ['no line', { lines: [] }, {}, 'LINES_INVALID'],
    ])('is refused for %s', async (_, more, sale, code) => {
      expect(await refused(more, sale)).toMatchObject({ code });
    });

    it('is refused for more pieces than are left, saying where they are', async () => {
      const of = await desk.sell({ lines: [{ quantity: 3, paidAmount: 10_000, unitPrice: 3_400 }] });
      desk.pass(4 * DAY);
      const [line] = of.lines;
      const pieces = (quantity: number) => forAll(of, { lines: [{ orderLineId: line?.id, quantity }] });
      const first = await does(await desk.buyer(of), 'apply', pieces(2));
      expect(first.requestedAmount).toBe(6_666);
      const answer = await refuses(await desk.buyer(of), 'apply', pieces(2));
      expect(answer).toMatchObject({ code: 'QUANTITY_NOT_LEFT', field: 'lines', allowed: { left: 1, sold: 3, inOpenCases: 2 } });
      expect((await does(await desk.buyer(of), 'apply', pieces(1))).requestedAmount).toBe(3_334);
    });

    it('is counted at most five times a line, however often it is withdrawn', async () => {
      const of = await desk.sell();
      desk.pass(4 * DAY);
      const client = await desk.buyer(of);
      for (let count = 0; count < 5; count += 1) await does(client, 'withdraw', seen(await does(client, 'apply', forAll(of))));
      expect(await refuses(client, 'apply', forAll(of))).toMatchObject({ code: 'APPLICATION_LIMIT', allowed: { limit: 5 } });
    });

    it('can be asked about without being made', async () => {
      const of = await desk.sell();
      desk.pass(4 * DAY);
      const query =
        'query ($input: ApplyInput!) { it: checkApplication(input: $input) { eligible maxAmount freight { payer subsidy coveredAtMost } trace { rule passed text { zh } } } }';
      const { data } = await (await desk.buyer(of)).graphql(query, forAll(of));
      expect(data.it).toMatchObject({
        eligible: true,
        maxAmount: 18_900,
        freight: { payer: 'buyer', subsidy: null, coveredAtMost: 1_935 },
      });
      expect(data.it.trace.find(({ rule }: Loose) => rule === 'quantityLeft').text.zh).toBe('还可申请 1 件');
      expect((await perform(await desk.buyer(of), 'apply', forAll(of))).code).toBeNull();
    });
  });

  describe('after all of it, the report', () => {
    const numberOf = async (sql: string): Promise<number> => {
      const [row] = await desk.it.database.read.query<{ n: number | string | null }[]>(sql);
      return Number(row?.n ?? 0);
    };
    const expense = () => numberOf("SELECT SUM(amount) AS n FROM ledger_line WHERE account = 'expense'");

    it.each(['store', 'month', 'bearer', 'component', 'reason', 'carrier'])(
      'by %s ties with the entries and the file',
      async (by) => {
        const finance = desk.as('finance@example.com');
        const query = `query ($top: Int) { it: costReport(by: [${by}], top: $top) { totalAmount otherAmount exportUrl rows { amount } } }`;
        const total = await expense();
        for (const top of [1, 100]) {
          const { totalAmount, otherAmount, rows } = (await finance.graphql(query, { top })).data.it;
          const shown = rows.reduce((sum: number, { amount }: Loose) => sum + Number(amount), Number(otherAmount));
          expect([totalAmount, shown]).toEqual([total, total]);
        }
        const { exportUrl } = (await finance.graphql(query)).data.it;
        const amounts = (await finance.get(exportUrl)).text
          .trimEnd()
          .split('\r\n')
          .slice(1)
          .map((line: string) => Math.round(Number(line.split(',').at(-1)) * 100));
        expect([amounts.pop(), amounts.reduce((sum: number, amount: number) => sum + amount, 0)]).toEqual([total, total]);
      },
    );

    it('adds up to what the cases cost, from entries that each sum to zero', async () => {
      expect(await expense()).toBeGreaterThan(0);
      expect(
        await numberOf(
          'SELECT COUNT(*) AS n FROM (SELECT entry_id FROM ledger_line GROUP BY entry_id, currency HAVING SUM(amount) <> 0) unbalanced',
        ),
      ).toBe(0);
      const rows = await desk.it.database.read.query<{ id: string }[]>('SELECT id FROM after_sales_case');
      let cost = 0;
      for (const { id } of rows) cost += Number((await caseNow(desk.as('admin@example.com'), id)).cost);
      expect(cost).toBe(await expense());
    });

    it('owes no buyer anything whose case has ended', async () => {
      await desk.payouts();
      const owed = `SELECT l.case_id FROM ledger_line l JOIN after_sales_case c ON c.id = l.case_id
        WHERE l.account = 'buyerPayable' AND c.state IN ('REFUNDED', 'CLOSED') GROUP BY l.case_id HAVING SUM(l.amount) <> 0`;
      expect(await numberOf(`SELECT COUNT(*) AS n FROM (${owed}) owed`)).toBe(0);
      expect(await numberOf("SELECT COUNT(*) AS n FROM after_sales_case WHERE state = 'REFUNDED'")).toBeGreaterThan(3);
    });
  });
});
