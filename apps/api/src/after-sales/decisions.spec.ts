import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { counterOf } from './testing/counter.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, refuses, seen, type Caller } from './testing/desk.js';

describe.each(enginesHere())('what people decide about a case, on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  const { toApplied, toShipped, buyer, clerk } = counterOf(() => desk);

  describe('a refund without return', () => {
    it('is paid once the store agrees, with the outbound freight where nothing was sent yet', async () => {
      const sale = {
        lines: [{ paidAmount: 5_000, freightAmount: 800 }],
        shippedAfter: null,
        deliveredAfter: null,
        status: 'paid' as const,
      };
      const applied = await toApplied({ type: 'RO', reason: 'unneeded' }, sale);
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
      expect(await toApplied({}, { lines: [{ paidAmount: 5_000, freightAmount: 800 }] })).toMatchObject({
        requestedAmount: 5_000,
      });
    });

    it('returns the outbound freight where the fault is not the buyer’s', async () => {
      const sale = { lines: [{ paidAmount: 5_000, freightAmount: 800 }] };
      expect(await toApplied({ reason: 'manufacturingDefect' }, sale)).toMatchObject({
        requestedAmount: 5_800,
        freight: { payer: 'merchant' },
      });
    });
  });

  describe('a proposal', () => {
    const propose = async (it: Loose) =>
      (await caseNow(clerk(), it.id)).allowedActions.find(({ verb }: Loose) => verb === 'propose').needs;

    it('may be money for what is sent back first: the buyer consents, and an exchange is a return from then on', async () => {
      const applied = await toApplied({ type: 'EX', reason: 'sizeMismatch' });
      expect(await propose(applied)).toEqual(['resolution', 'amount', 'note', 'checklist', 'photos']);
      const offer = { ...seen(applied), resolution: 'returnRefund', amount: 18_000, note: '已断码，退货退款' };
      const proposed = await does(clerk(), 'propose', offer);
      expect(proposed).toMatchObject({
        ...{ state: 'AWAIT_CONSENT', type: 'EX' },
        proposal: { resolution: 'returnRefund', amount: 18_000, note: '已断码，退货退款' },
      });
      expect(await does(await buyer(), 'accept', seen(proposed))).toMatchObject({
        ...{ state: 'AWAIT_RETURN', type: 'RR', approvedAmount: 18_000, returnAddress: { recipient: '售后组' } },
      });
    });

    it('is money alone where no goods come back, or where they are here', async () => {
      const money = ['amount', 'note', 'checklist', 'photos'];
      const kept = await toApplied({ type: 'RO', reason: 'unneeded' });
      expect(await propose(kept)).toEqual(money);
      const offer = { ...seen(kept), resolution: 'returnRefund', amount: 9_000, note: '寄回' };
      expect(await refuses(clerk(), 'propose', offer)).toMatchObject({ code: 'RESOLUTION_NOT_POSSIBLE', field: 'resolution' });
      expect(await propose(await toShipped())).toEqual(money);
    });
  });

  describe('a rejection', () => {
    it('is modified by the buyer, who keeps the date of his application', async () => {
      const applied = await toApplied();
      const rejected = await does(clerk(), 'reject', { ...seen(applied), reason: '吊牌已拆' });
      expect(rejected).toMatchObject({ state: 'REJECTED', deadline: { outcome: 'close', field: 'reconsiderDays' } });
      expect(rejected.events.at(-1)).toMatchObject({ verb: 'reject', reason: '吊牌已拆', actorKind: 'staff', actorName: '小陈' });
      const modified = await does(await buyer(), 'modify', { ...seen(rejected), amount: 10_000, text: '只退一部分' });
      expect(modified).toMatchObject({ state: 'APPLIED', requestedAmount: 10_000, lines: [{ amount: 10_000 }] });
      const approved = await does(clerk(), 'approve', seen(modified));
      expect(approved).toMatchObject({ approvedAmount: 10_000 });
    });

    it('is modified with or without the outbound freight, as the new reason says', async () => {
      const reject = async (it: Loose) => does(clerk(), 'reject', { ...seen(it), reason: '吊牌已拆' });
      const held = async ({ id }: Loose) => {
        const [row] = await desk.it.database.read.query<{ open: number | string }[]>(
          'SELECT l.open_amount AS open FROM order_line l JOIN case_line c ON c.order_line_id = l.id WHERE c.case_id = ?',
          [id],
        );
        return Number(row?.open);
      };
      const rejected = await reject(await toApplied({}, { lines: [{ paidAmount: 5_000, freightAmount: 800 }] }));
      const dear = { ...seen(rejected), reason: 'manufacturingDefect' };
      expect(await refuses(await buyer(), 'modify', { ...dear, amount: 5_801 })).toMatchObject({
        ...{ code: 'AMOUNT_TOO_HIGH', allowed: 5_800 },
      });
      const defect = await does(await buyer(), 'modify', dear);
      expect(defect).toMatchObject({ requestedAmount: 5_800, lines: [{ amount: 5_800 }] });
      expect(await held(defect)).toBe(5_800);
      const unfit = await does(await buyer(), 'modify', { ...seen(await reject(defect)), reason: 'unfit' });
      expect(unfit).toMatchObject({ requestedAmount: 5_000, lines: [{ amount: 5_000 }] });
      expect(await held(unfit)).toBe(5_000);
      await does(await buyer(), 'withdraw', seen(unfit));
      expect(await held(unfit)).toBe(0);
    });

    it.each([
      ['to a return of what has not arrived', { type: 'RR' }, 'NOT_RECEIVED', 'type'],
      ['to a reason that cannot be true yet', { reason: 'colourMismatch' }, 'REASON_DOES_NOT_FIT', 'reason'],
    ])('is not modified %s', async (_, change, code, field) => {
      const applied = await toApplied({ type: 'RO', reason: 'unneeded' }, { deliveredAfter: null });
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
      const rejected = await does(clerk(), 'reject', { ...seen(await toApplied()), reason: '吊牌已拆' });
      const disputed = await does(await buyer(), 'escalate', { ...seen(rejected), reason: '吊牌完好，有照片' });
      expect(disputed).toMatchObject({ state: 'DISPUTED', deadline: { outcome: 'forBuyer' } });
      const operator = desk.as('op@example.com');
      const before = await caseNow(operator, disputed.id);
      expect(before.allowedActions.map(({ verb }: Loose) => verb)).toEqual(['verdict', 'extend']);
      expect(before.allowedActions[0]).toMatchObject({
        needs: ['to', 'amount', 'liable', 'reason'],
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
      const rejected = await does(clerk(), 'reject', { ...seen(await toApplied()), reason: '吊牌已拆' });
      const disputed = await does(await buyer(), 'escalate', { ...seen(rejected), reason: '不同意' });
      expect(await refuses(clerk(), 'verdict', { ...seen(disputed), to: 'CLOSED', reason: '已查' })).toMatchObject({
        code: 'FORBIDDEN',
      });
    });
  });

  describe('questions and proposals', () => {
    it('pauses the store’s clock while the buyer answers', async () => {
      const applied = await toApplied();
      desk.pass(40 * HOUR);
      const asked = await does(clerk(), 'askInfo', { ...seen(applied), question: '请补一张吊牌照片' });
      expect(asked).toMatchObject({ state: 'NEED_INFO', deadline: { field: 'infoDays', paused: true } });
      desk.pass(2 * DAY);
      const answered = await does(await buyer(), 'supplyInfo', { ...seen(asked), text: '已补' });
      expect(Date.parse(answered.deadline.at) - desk.now).toBeGreaterThan(11.9 * HOUR);
      expect(answered).toMatchObject({ state: 'APPLIED', deadline: { paused: false, field: 'respondHours' } });
    });

    it('refunds what the buyer accepts without the goods coming back', async () => {
      const proposed = await does(clerk(), 'propose', { ...seen(await toApplied()), amount: 3_000, note: '留用补 30 元' });
      expect(proposed).toMatchObject({
        state: 'AWAIT_CONSENT',
        proposal: { amount: 3_000, resolution: 'refund', note: '留用补 30 元' },
      });
      const accepted = await does(await buyer(), 'accept', seen(proposed));
      expect(accepted).toMatchObject({ state: 'REFUNDING', approvedAmount: 3_000, proposal: null });
    });

    it('goes back where it came from when he declines, and escalates the second time', async () => {
      const proposed = await does(clerk(), 'propose', { ...seen(await toApplied()), amount: 3_000, note: '补 30 元' });
      expect(await refuses(await buyer(), 'escalate', { ...seen(proposed), reason: '太少' })).toMatchObject({
        code: 'NOT_DECLINED_BEFORE',
      });
      const declined = await does(await buyer(), 'decline', { ...seen(proposed), reason: '太少' });
      expect(declined).toMatchObject({ state: 'APPLIED', proposal: null });
      const again = await does(clerk(), 'propose', { ...seen(declined), amount: 4_000, note: '补 40 元' });
      expect(await does(await buyer(), 'escalate', { ...seen(again), reason: '还是太少' })).toMatchObject({ state: 'DISPUTED' });
    });

    it('takes a deduction off the refund with consent, in the books too', async () => {
      const shipped = await toShipped();
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

  it('moves a deadline for HQ, later only, with old and new in the history', async () => {
    const applied = await toApplied();
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
      const refused = await refuses(clerk(), 'receive', seen(await toApplied()));
      expect(refused).toMatchObject({ code: 'WRONG_STATE', details: { state: 'APPLIED', verb: 'receive' } });
      expect(refused.details.allowedActions).toEqual(expect.arrayContaining(['approve', 'reject', 'askInfo', 'propose']));
      expect(refused.details.text.zh).toBe('售后单在「待商家处理」，不能这样做');
    });

    it('name the field and the limit', async () => {
      const applied = await toApplied();
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
      ['reason', 'refuseReceipt', 2_000, { goods: 'branch' }],
    ] as const)('take no %s that is too long, and none of it (%s)', async (field, verb, max, more) => {
      const shipped = await toShipped();
      const client = verb === 'ship' ? await buyer() : desk.as('admin@example.com');
      const input = { ...seen(shipped), ...more, shipmentId: shipped.shipments[0].id, [field]: 'X'.repeat(max + 1) };
      expect(await refuses(client, verb, input)).toMatchObject({ code: 'BAD_INPUT', field, allowed: { max } });
      expect(await caseNow(clerk(), shipped.id)).toMatchObject({ version: shipped.version, shipments: [{ events: [] }] });
    });

    it('keep a verb of the buyer from staff, and one of the store from the buyer', async () => {
      const applied = await toApplied();
      expect(await refuses(desk.as('admin@example.com'), 'withdraw', seen(applied))).toMatchObject({
        code: 'NOT_ALLOWED_FOR_ACTOR',
      });
      expect(await refuses(await buyer(), 'approve', seen(applied))).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('limit what is repeated', async () => {
      let it = await toApplied();
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
});
