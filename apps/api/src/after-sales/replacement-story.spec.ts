import { OrderLine } from '../orders/order.entity.js';
import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { counterOf } from './testing/counter.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, picture, refuses, seen, type Caller } from './testing/desk.js';

const allTypes = ['refundOnly', 'returnRefund', 'exchange', 'reship', 'repair'];
const DROP_IN = `mutation ($code: String!, $at: ID, $inspection: String) {
  it: registerDropIn(code: $code, at: $at, inspection: $inspection) { code type state node { name } goods { name sku quantity } } }`;

const verbsOf = (it: Loose): string[] => it.events.map(({ verb }: Loose) => verb);
const offered = (it: Loose): string[] => it.allowedActions.map(({ verb }: Loose) => verb);
const iso = (at: number): string => new Date(at).toISOString();

describe.each(enginesHere())('goods that go out to the buyer on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine, {
      types: { set: allTypes as never },
      returnMethods: { set: ['parcel', 'pickup', 'dropIn'] as never },
    });
  });
  afterAll(() => desk.it.close());
  const { toApplied, toApproved, toShipped, toOwed, toDispatched, buyer, clerk } = counterOf(() => desk);
  const out = (it: Loose): Loose => it.shipments.find(({ direction }: Loose) => direction === 'out');
  const deliver = (it: Loose) => does(clerk(), 'recordTracking', { shipmentId: out(it).id, kind: 'delivered' });
  const linesOf = (it: Loose): Promise<OrderLine[]> => desk.it.database.read.findBy(OrderLine, { id: it.lines[0].orderLine.id });

  describe('an exchange', () => {
    it('is received and sent in one step, shown to the buyer at once, and confirmed by itself', async () => {
      const shipped = await toShipped({ type: 'EX', reason: 'sizeMismatch' });
      const action = (await caseNow(clerk(), shipped.id)).allowedActions.find(({ verb }: Loose) => verb === 'receiveAndDispatch');
      expect(action).toMatchObject({
        needs: ['carrier', 'tracking', 'freightPaid', 'inspection', 'checklist', 'photos'],
        to: ['AWAIT_BUYER_RECEIPT'],
        effect: { zh: '确认收货并发货给买家；送达后 10 天自动确认收货' },
      });
      expect(await refuses(clerk(), 'receiveAndDispatch', { ...seen(shipped), carrier: '顺丰', tracking: ' ' })).toMatchObject({
        ...{ code: 'TRACKING_REQUIRED', field: 'tracking' },
      });
      const parcel = { carrier: '顺丰', tracking: 'sf 9 001', freightPaid: 1_200 };
      const sent = await does(clerk(), 'receiveAndDispatch', { ...seen(shipped), ...parcel, inspection: '完好' });
      expect(sent).toMatchObject({ state: 'AWAIT_BUYER_RECEIPT', refunds: [], deadline: { outcome: 'dispute' } });
      expect(sent.stamps.map(({ key, at }: Loose) => [key, at !== null])).toEqual([
        ...[
          ['buyerShipped', true],
          ['branchReceived', true],
        ],
        ...[
          ['branchShipped', true],
          ['buyerReceived', false],
        ],
      ]);
      const seenByBuyer = await caseNow(await buyer(), sent.id);
      expect(out(seenByBuyer)).toMatchObject({ carrier: '顺丰', tracking: 'SF9001', freightPaid: null });
      expect(out(sent).freightPaid).toBe(1_200);
      expect(offered(seenByBuyer)).toEqual(['confirm', 'notReceived', 'wrongReceived']);

      desk.pass(2 * DAY);
      const arrived = await deliver(sent);
      expect(arrived.deadline).toMatchObject({ outcome: 'confirm', field: 'autoConfirmDays' });
      desk.pass(12 * DAY);
      expect(await desk.clocks()).toBeGreaterThan(0);
      const done = await caseNow(desk.as('shop1@example.com'), sent.id);
      expect(done).toMatchObject({
        ...{ state: 'DONE', outcome: 'AUTO_CONFIRMED', umbrella: 'exchanged', isTerminal: true, deadline: null },
        // Free returns pay all of the way back, the branch the way out.
        cost: 1_000 + 1_200,
      });
      expect(done.events.at(-1)).toMatchObject({ verb: 'timeout', actorKind: 'system', from: 'AWAIT_BUYER_RECEIPT', to: 'DONE' });
      expect(verbsOf(done)).toEqual(['apply', 'approve', 'ship', 'receiveAndDispatch', 'recordTracking', 'timeout']);
    });

    it('gives its pieces back, with a quality window of their own', async () => {
      const sent = await toDispatched('EX');
      expect((await linesOf(sent))[0]).toMatchObject({ openQuantity: 1, replacedAt: null });
      const owner = await buyer();
      desk.pass(DAY);
      const confirmed = await does(owner, 'confirm', seen(sent));
      expect(confirmed).toMatchObject({ state: 'DONE', outcome: 'CONFIRMED', umbrella: 'exchanged' });
      const [line] = await linesOf(sent);
      expect(line).toMatchObject({ openQuantity: 0, openAmount: 0, refundedQuantity: 0, applications: 1 });
      expect(Math.abs((line?.replacedAt ?? 0) - desk.now)).toBeLessThan(HOUR);
      // Thirty days after the first receipt the window of the first piece has ended; that of the second has not.
      desk.pass(28 * DAY);
      const input = {
        ...{ orderId: await orderOf(sent), type: 'RR', reason: 'manufacturingDefect' },
        lines: [{ orderLineId: line?.id, quantity: 1 }],
      };
      const { data } = await owner.graphql(
        'query ($input: ApplyInput!) { it: checkApplication(input: $input) { eligible trace { rule passed } } }',
        { input },
      );
      expect(data.it.eligible).toBe(true);
    });

    const orderOf = async ({ id }: Loose): Promise<string> => {
      const { data } = await clerk().graphql('query ($id: ID!) { case(id: $id) { order { id } } }', { id });
      return data.case.order.id;
    };

    it('becomes a refund on the buyer’s word: not before its time, which is named, and at once after it', async () => {
      const shipped = await toShipped({ type: 'EX', reason: 'sizeMismatch' });
      const refused = await refuses(await buyer(), 'changeIntent', seen(shipped));
      expect(refused).toMatchObject({
        ...{ code: 'TOO_EARLY', field: 'modifyAfterTransitDays' },
        details: { at: iso(Date.parse(shipped.stamps[0].at) + 7 * DAY) },
      });
      expect(offered(await caseNow(await buyer(), shipped.id))).toEqual(['changeLogistics']);
      desk.pass(7 * DAY);
      const changed = await does(await buyer(), 'changeIntent', seen(shipped));
      expect(changed).toMatchObject({ type: 'RR', state: 'AWAIT_RECEIPT', approvedAmount: 18_900 });
      const received = await does(clerk(), 'receive', seen(changed));
      expect(received).toMatchObject({ state: 'REFUNDING', refunds: [{ amount: 18_900 }, { purpose: 'freight' }] });
    });

    it('that the store is slow to send ends in money by the clock, and the store is liable', async () => {
      const owed = await toOwed('EX');
      expect(owed).toMatchObject({
        deadline: { outcome: 'refund', cost: 18_900, outcomeText: { zh: '超时未发货并退款 ¥189.00，责任归分店' } },
      });
      desk.pass(2 * DAY);
      await desk.clocks();
      expect(verbsOf(await caseNow(clerk(), owed.id)).at(-1)).toBe('remind');
      const early = await caseNow(await buyer(), owed.id);
      expect(offered(early)).toEqual(['changeIntent']);
      desk.pass(5 * DAY);
      await desk.clocks();
      await desk.payouts();
      const done = await caseNow(clerk(), owed.id);
      expect(done).toMatchObject({
        ...{ type: 'EX', state: 'REFUNDED', umbrella: 'ended' },
        liability: { party: 'branch', rule: 'reshipFailDays', assumed: false },
      });
      expect((await linesOf(done))[0]).toMatchObject({ refundedQuantity: 1, refundedAmount: 18_900, replacedAt: null });
    });

    it('whose replacement is out of stock is paid once the buyer agrees, and owed still where he does not', async () => {
      const owed = await toOwed('EX');
      const asked = await does(clerk(), 'outOfStock', { ...seen(owed), note: 'M 码已断货' });
      expect(asked).toMatchObject({
        ...{ state: 'AWAIT_CONSENT', deadline: { outcome: 'comeBack', paused: true } },
        proposal: { amount: 18_900, resolution: 'refund', note: 'M 码已断货' },
      });
      const declined = await does(await buyer(), 'decline', seen(asked));
      expect(declined).toMatchObject({ state: 'AWAIT_RESHIP', deadline: { outcome: 'refund' } });
      const again = await does(clerk(), 'outOfStock', seen(declined));
      const accepted = await does(await buyer(), 'accept', seen(again));
      expect(accepted).toMatchObject({ state: 'REFUNDING', refunds: [{ amount: 18_900 }, { purpose: 'freight' }] });
      const owedAgain = await toOwed('EX');
      expect(offered(await caseNow(clerk(), owedAgain.id))).toEqual(['dispatch', 'outOfStock']);
    });
  });

  describe('a reship', () => {
    it('needs no return, and is judged where nothing came: sent once more, or paid', async () => {
      const applied = await toApplied({ type: 'RS', reason: 'missingItem' });
      const [approve] = (await caseNow(clerk(), applied.id)).allowedActions;
      expect(approve).toMatchObject({ verb: 'approve', to: ['AWAIT_RESHIP'], effect: { zh: '同意补寄，48 小时内发货' } });
      const owed = await does(clerk(), 'approve', seen(applied));
      expect(owed).toMatchObject({ state: 'AWAIT_RESHIP', returnAddress: null, stamps: [{ key: 'branchShipped' }, {}] });
      const sent = await does(clerk(), 'dispatch', { ...seen(owed), carrier: '顺丰', tracking: 'SF7', freightPaid: 800 });
      const denied = await does(await buyer(), 'notReceived', { ...seen(sent), reason: '一直没有收到' });
      expect(denied).toMatchObject({ state: 'DISPUTED', stamps: [{}, { at: null }] });
      const operator = desk.as('op@example.com');
      const [verdict] = (await caseNow(operator, sent.id)).allowedActions;
      expect(verdict).toMatchObject({ verb: 'verdict', to: ['AWAIT_RESHIP', 'REFUNDING', 'CLOSED'] });
      const judged = await does(operator, 'verdict', {
        ...{ ...seen(denied), to: 'AWAIT_RESHIP', reason: '物流显示丢失', liable: 'carrier' },
      });
      expect(judged).toMatchObject({ state: 'AWAIT_RESHIP', liability: { party: 'carrier', rule: 'verdict', assumed: false } });
      const resent = await does(clerk(), 'dispatch', { ...seen(judged), carrier: '中通', tracking: 'ZT7', freightPaid: 700 });
      const done = await does(await buyer(), 'confirm', seen(resent));
      expect(done).toMatchObject({ state: 'DONE', umbrella: 'ended' });
      expect((await caseNow(desk.as('shop1@example.com'), done.id)).cost).toBe(700);
      expect((await linesOf(done))[0]).toMatchObject({ openQuantity: 0, refundedQuantity: 0, replacedAt: null });
    });

    it('refuses a liable party that there is not, and says which there are', async () => {
      const denied = await does(await buyerOf(await toDispatched('RS')), 'notReceived', seen(await latest()));
      expect(
        await refuses(desk.as('op@example.com'), 'verdict', {
          ...seen(denied),
          to: 'CLOSED',
          reason: '已签收',
          liable: 'nobody',
        }),
      ).toMatchObject({ code: 'BAD_INPUT', field: 'liable', allowed: ['branch', 'carrier', 'supplier', 'buyer', 'hq'] });
    });
    let current: Loose;
    const buyerOf = async (it: Loose) => {
      current = it;
      return buyer();
    };
    const latest = async () => caseNow(clerk(), current.id);
  });

  describe('a repair', () => {
    it('comes back mended; what came wrong goes to HQ with the buyer’s words', async () => {
      const sent = await toDispatched('RP');
      expect(sent).toMatchObject({ type: 'RP', state: 'AWAIT_BUYER_RECEIPT' });
      expect(await refuses(await buyer(), 'wrongReceived', { ...seen(sent), reason: ' ' })).toMatchObject({
        code: 'REASON_REQUIRED',
      });
      const denied = await does(await buyer(), 'wrongReceived', { ...seen(sent), reason: '拉链还是坏的' });
      expect(denied).toMatchObject({ state: 'DISPUTED', stamps: [{}, {}, {}, { key: 'buyerReceived' }] });
      expect(denied.events.at(-1)).toMatchObject({ verb: 'wrongReceived', reason: '拉链还是坏的' });
      const paid = await does(desk.as('op@example.com'), 'verdict', {
        ...seen(denied),
        to: 'REFUNDING',
        reason: '未修好',
        liable: 'branch',
      });
      expect(paid).toMatchObject({ state: 'REFUNDING', liability: { party: 'branch' } });
    });

    it('is refunded where the carrier lost it on the way in', async () => {
      const shipped = await toShipped({ type: 'RP', reason: 'manufacturingDefect' });
      const lost = await does(clerk(), 'reportLost', { ...seen(shipped), reason: '网点失火' });
      expect(lost).toMatchObject({ state: 'REFUNDING', liability: { party: 'carrier', assumed: true } });
    });
  });

  describe('the parcel to the buyer', () => {
    it('is corrected by the store until it has arrived; its freight goes over to the right carrier', async () => {
      const sent = await toDispatched('EX');
      const corrected = await does(clerk(), 'correctLogistics', { ...seen(sent), carrier: '圆通', tracking: 'yt-8' });
      expect(out(corrected)).toMatchObject({ carrier: '圆通', tracking: 'YT-8', freightPaid: 900 });
      const lines = await desk.it.database.read.query<{ carrier: string; amount: number | string }[]>(
        "SELECT carrier, SUM(amount) AS amount FROM ledger_line WHERE case_id = ? AND account = 'expense' GROUP BY carrier",
        [sent.id],
      );
      const byCarrier = Object.fromEntries(lines.map(({ carrier, amount }) => [carrier, Number(amount)]));
      expect(byCarrier).toEqual({ 中通: 1_000, 顺丰: 0, 圆通: 900 });
      const arrived = await deliver(corrected);
      expect(await refuses(clerk(), 'correctLogistics', { ...seen(arrived), carrier: '顺丰', tracking: 'SF' })).toMatchObject({
        code: 'ALREADY_DELIVERED',
      });
    });

    it('without a word of its carrier goes to HQ', async () => {
      const sent = await toDispatched('RS');
      desk.pass(15 * DAY);
      await desk.clocks();
      expect((await caseNow(clerk(), sent.id)).state).toBe('DISPUTED');
    });

    it('is found by its number, and waits among what is to be sent before it has one', async () => {
      const owed = await toOwed('RS');
      const view =
        'query ($view: String, $search: String) { it: cases(filter: { view: $view, search: $search }) { items { id } } }';
      const waiting = await clerk().graphql(view, { view: 'toDispatch' });
      expect(waiting.data.it.items).toContainEqual({ id: owed.id });
      await does(clerk(), 'dispatch', { ...seen(owed), carrier: '顺丰', tracking: 'SFFOUND' });
      expect((await clerk().graphql(view, { search: 'SFFOUND' })).data.it.items).toEqual([{ id: owed.id }]);
      expect((await clerk().graphql(view, { view: 'toDispatch' })).data.it.items).not.toContainEqual({ id: owed.id });
    });
  });

  describe('the way back', () => {
    it('by pickup is booked for a time to come and has its number afterwards', async () => {
      const approved = await toApproved({ type: 'EX', reason: 'sizeMismatch' });
      const owner = await buyer();
      const parcel = { carrier: '顺丰', tracking: 'SFPICK', method: 'pickup', freightPaid: 1_500 };
      expect(await refuses(owner, 'ship', { ...seen(approved), ...parcel })).toMatchObject({ code: 'PICKUP_NOT_BOOKED' });
      const from = desk.now + DAY;
      expect(
        await refuses(owner, 'bookPickup', { ...seen(approved), from: iso(desk.now - HOUR), until: iso(from) }),
      ).toMatchObject({ code: 'PICKUP_INVALID', field: 'from' });
      const booked = await does(owner, 'bookPickup', { ...seen(approved), from: iso(from), until: iso(from + 2 * HOUR) });
      expect(booked).toMatchObject({ state: 'AWAIT_RETURN', pickup: { from: iso(from), until: iso(from + 2 * HOUR) } });
      const shipped = await does(owner, 'ship', { ...seen(booked), ...parcel });
      expect(shipped).toMatchObject({ state: 'AWAIT_RECEIPT', shipments: [{ method: 'pickup', tracking: 'SFPICK' }] });
    });

    it('refuses a method that there is not', async () => {
      const approved = await toApproved();
      const parcel = { ...seen(approved), carrier: '顺丰', tracking: 'SF', method: 'pigeon' };
      expect(await refuses(await buyer(), 'ship', parcel)).toMatchObject({ code: 'BAD_INPUT', field: 'method' });
    });

    const looks = async (client: Caller, code: string, at: string | null) => {
      const asked =
        'query ($code: String!, $at: ID) { it: dropIn(code: $code, at: $at) { code registrable node { name } goods { name } checklist { item passed } } }';
      const { data, errors } = await client.graphql(asked, { code, at });
      return errors.length > 0 ? { ...errors[0]?.extensions } : data.it;
    };

    it('shows the counter what comes over it before it is registered, by the code alone', async () => {
      const approved = await toApproved();
      const there = desk.as('shop3@example.com');
      const seenThere = await looks(there, approved.code, unitId('SHOP3'));
      expect(seenThere).toMatchObject({
        ...{ code: approved.code, registrable: true, node: { name: 'store SHOP1' }, goods: [{ name: '羽绒服 M' }] },
        checklist: approved.checklist.map(({ item }: { item: string }) => ({ item, passed: null })),
      });
      expect(await looks(there, '0000', unitId('SHOP3'))).toBeNull();
      expect(await looks(there, approved.code, unitId('SHOP1'))).toBeNull();
      expect(await looks(there, approved.code, null)).toBeNull();
      expect(await looks(await buyer(), approved.code, null)).toMatchObject({ code: 'FORBIDDEN' });
      await dropIn(there, approved.code, unitId('SHOP3'));
      expect(await looks(there, approved.code, unitId('SHOP3'))).toMatchObject({ registrable: false });
    });

    const dropIn = async (client: Caller, code: string, at: string | null, inspection?: string) => {
      const { data, errors } = await client.graphql(DROP_IN, { code, at, inspection });
      return errors.length > 0 ? { ...errors[0]?.extensions } : data.it;
    };

    it('leads over the counter of any store: that one registers and inspects, the selling one keeps and pays the case', async () => {
      const approved = await toApproved();
      const there = desk.as('shop3@example.com');
      const code = `#${approved.code.toLowerCase()}`;
      expect(await dropIn(there, code, unitId('SHOP1'))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await dropIn(there, code, null)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await dropIn(there, '#0000', unitId('SHOP3'))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await dropIn(there, code, unitId('SHOP3'), '吊牌完好')).toEqual({
        ...{ code: approved.code, type: 'RR', state: 'AWAIT_RECEIPT', node: { name: 'store SHOP1' } },
        goods: [{ name: '羽绒服 M', sku: 'SKU-1', quantity: 1 }],
      });
      expect(await dropIn(there, code, unitId('SHOP3'))).toMatchObject({ code: 'WRONG_STATE' });
      const { data } = await there.graphql('query ($id: ID!) { case(id: $id) { id } }', { id: approved.id });
      expect(data).toEqual({ case: null });

      const taken = await caseNow(clerk(), approved.id);
      expect(taken).toMatchObject({
        ...{ state: 'AWAIT_RECEIPT', deadline: { outcome: 'receive' } },
        shipments: [{ direction: 'return', method: 'dropIn', unit: { name: 'store SHOP3' }, tracking: approved.code }],
      });
      expect(taken.events.at(-1)).toMatchObject({ verb: 'registerDropIn', actorName: '周强', reason: '吊牌完好' });
      const received = await does(clerk(), 'receive', seen(taken));
      expect(received).toMatchObject({ state: 'REFUNDING', refunds: [{ purpose: 'goods', amount: 18_900 }] });
      await desk.payouts();
      const lines = await desk.it.database.read.query<{ origin: string }[]>(
        'SELECT DISTINCT origin_node_id AS origin FROM ledger_line WHERE case_id = ?',
        [approved.id],
      );
      expect(lines).toEqual([{ origin: unitId('SHOP1') }]);
    });

    it('is shown by the store that takes it in, on photos of the registration alone', async () => {
      const approved = await toApproved();
      const there = desk.as('shop3@example.com');
      const add = async (client: Caller, unit: string) => {
        const path = `/photos/drop-ins/${approved.code}?at=${unitId(unit)}`;
        const { status, body } = await client.send(path, picture(), 'image/png');
        return status === 201 ? status : body.code;
      };
      expect(await add(there, 'SHOP3')).toBe(201);
      expect(await add(there, 'SHOP1')).toBe('NOT_FOUND');
      expect(await add(await buyer(), 'SHOP3')).toBe('FORBIDDEN');
      await dropIn(there, approved.code, unitId('SHOP3'));
      const taken = await caseNow(clerk(), approved.id);
      expect(taken.photos).toMatchObject([{ kind: 'inspection', takenBy: 'staff', eventSeq: taken.events.at(-1).seq }]);
      // The case is the selling unit's once more, and its photos that one's to add.
      expect(await add(there, 'SHOP3')).toBe('WRONG_STATE');
    });

    it('over the store’s own counter names no other unit; a region has no counter', async () => {
      const approved = await toApproved({ type: 'RP', reason: 'manufacturingDefect' });
      expect(await dropIn(desk.as('east@example.com'), approved.code, unitId('EAST'))).toMatchObject({
        code: 'BAD_INPUT',
        field: 'at',
      });
      expect(await dropIn(clerk(), approved.code, null)).toMatchObject({ state: 'AWAIT_RECEIPT' });
    });
  });

  it('is what a promise may leave out: then it is refused, with what is allowed', async () => {
    const few = await Desk.open(engine);
    const counter = counterOf(() => few);
    const sold = await few.sell();
    few.pass(4 * DAY);
    expect(await refuses(await few.buyer(sold), 'apply', forAll(sold, { type: 'RP' }))).toMatchObject({
      ...{ code: 'TYPE_NOT_ALLOWED', field: 'type', allowed: ['RO', 'RR', 'EX', 'RS'] },
    });
    const approved = await counter.toApproved();
    expect(offered(await caseNow(counter.clerk(), approved.id))).toEqual([]);
    await few.it.close();
  });
});
