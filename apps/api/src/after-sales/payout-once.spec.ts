import { In, Not } from 'typeorm';
import { PayoutPort, type PayoutResult } from '../money/payout-port.js';
import { OrderPayment, SalesOrder } from '../orders/order.entity.js';
import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { AfterSalesCase } from './case.entity.js';
import { Bank, heldBack, refusal } from './testing/bank.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, refuses, seen, type SoldOrder } from './testing/desk.js';
import { Random } from './testing/soak/random.js';

const MINUTE = 60_000;
const seed = Number(process.env['HEADWATER_SEED'] ?? 42);
/** Longer than anybody waits for an answer. */
const LATER = 3 * MINUTE;

describe.each(enginesHere())('money that leaves once on %s', (engine) => {
  let desk: Desk;
  let bank: Bank;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  beforeEach(() => {
    bank = new Bank(desk.it.app.get(PayoutPort, { strict: false }));
  });
  afterEach(() => bank.leave());

  const finance = () => desk.as('finance@example.com');
  const now = (it: Loose) => caseNow(finance(), it.id);
  /** Cases of single lines of an order, each agreed to: a refund that is decided. */
  const decide = async (order: SoldOrder, lines = order.lines): Promise<Loose[]> => {
    const buyer = await desk.buyer(order);
    const cases: Loose[] = [];
    for (const { id } of lines) {
      const one = { type: 'RO', reason: 'missingItem', lines: [{ orderLineId: id, quantity: 1 }] };
      cases.push(await does(desk.as('shop1@example.com'), 'approve', seen(await does(buyer, 'apply', forAll(order, one)))));
    }
    return cases;
  };
  const delivered = async (sale: object = {}): Promise<SoldOrder> => {
    const order = await desk.sell(sale);
    desk.pass(4 * DAY);
    return order;
  };
  const decided = async (): Promise<Loose> => (await decide(await delivered()))[0];
  /** What left the till for a case by the books, in fen. */
  const booked = async ({ id }: Loose): Promise<number> => {
    const [row] = await desk.it.database.read.query<{ amount: number | string | null }[]>(
      "SELECT SUM(amount) AS amount FROM ledger_line WHERE account = 'cashClearing' AND case_id = ?",
      [id],
    );
    return -Number(row?.amount ?? 0);
  };
  const paidEvents = async (it: Loose): Promise<string[]> =>
    (await now(it)).events.map(({ verb }: Loose) => verb).filter((verb: string) => ['paid', 'manualVoucher'].includes(verb));

  /** The first attempt is not answered before its lease has ended; meanwhile something happens, then its answer comes. */
  const answeredLate = async (late: PayoutResult | 'paid', meanwhile: () => Promise<unknown>): Promise<void> => {
    const { told, tell } = heldBack();
    bank.answering = async (_, paid) => {
      const answer = late === 'paid' ? paid() : late;
      await told;
      return answer;
    };
    const first = desk.payouts();
    while (bank.asked.length === 0) await new Promise(setImmediate);
    bank.answering = (_, paid) => paid();
    desk.pass(LATER);
    await meanwhile();
    tell();
    await first;
  };

  it('takes an answer that comes twice once', async () => {
    const it = await decided();
    await answeredLate('paid', () => desk.payouts());
    expect(bank.asked.map(({ attempt }) => attempt)).toEqual([1, 2]);
    const [first, second] = bank.asked;
    expect(first?.until).toBeLessThan(second?.now ?? 0);
    expect(await now(it)).toMatchObject({ state: 'REFUNDED', outcome: 'REFUNDED', refunds: [{ status: 'paid' }] });
    expect([bank.moved.length, await booked(it), await paidEvents(it)]).toEqual([1, 18_900, ['paid']]);
  });

  it('lets no refusal of an earlier attempt undo what a later one has paid', async () => {
    const it = await decided();
    await answeredLate(refusal, () => desk.payouts());
    expect(await now(it)).toMatchObject({
      state: 'REFUNDED',
      payoutFailed: false,
      refunds: [{ status: 'paid', attempts: [{ outcome: 'paid' }] }],
    });
    expect([bank.moved.length, await booked(it)]).toEqual([1, 18_900]);
  });

  it('believes an earlier attempt that has paid though a later one was refused', async () => {
    const it = await decided();
    await answeredLate('paid', async () => {
      bank.answering = () => ({ outcome: 'failed', message: 'A request with this key is under way.' });
      await desk.payouts();
      expect(await now(it)).toMatchObject({ payoutFailed: true });
    });
    const paid = await now(it);
    expect(paid).toMatchObject({
      state: 'REFUNDED',
      outcome: 'REFUNDED',
      payoutFailed: false,
      refunds: [{ status: 'paid', attempts: [{ outcome: 'paid' }, { outcome: 'failed' }] }],
    });
    expect(await refuses(finance(), 'manualVoucher', { ...seen(paid), voucher: 'BANK-1' })).toMatchObject({
      code: 'WRONG_STATE',
    });
    desk.pass(DAY);
    expect([await desk.payouts(), bank.moved.length, await booked(it)]).toEqual([0, 1, 18_900]);
  });

  it('shows that a gateway has broken its word, and books what was paid by hand alone', async () => {
    const it = await decided();
    await answeredLate('paid', async () => {
      bank.answering = () => refusal;
      await desk.payouts();
      await does(finance(), 'manualVoucher', { ...seen(await now(it)), voucher: 'BY-HAND' });
    });
    expect(await now(it)).toMatchObject({
      state: 'REFUNDED',
      outcome: 'REFUNDED_BY_VOUCHER',
      refunds: [{ status: 'paid', voucher: 'BY-HAND', attempts: [{ outcome: 'paid' }, { outcome: 'failed' }] }],
    });
    expect([await booked(it), await paidEvents(it)]).toEqual([18_900, ['manualVoucher']]);
  });

  it('asks nobody again before his time when finance retries the other part', async () => {
    const order = await delivered();
    const [buyer, clerk] = [await desk.buyer(order), desk.as('clerk1@example.com')];
    const approved = await does(clerk, 'approve', seen(await does(buyer, 'apply', forAll(order))));
    const parcel = { carrier: '顺丰', tracking: `SF${String(approved.code)}`, freightPaid: 1_000 };
    const it = await does(clerk, 'receive', seen(await does(buyer, 'ship', { ...seen(approved), ...parcel })));
    bank.answering = ({ idempotencyKey, now: at }) =>
      idempotencyKey.startsWith('goods') ? refusal : { outcome: 'pending', message: '…', askAgainAt: at + HOUR };
    await desk.payouts();
    await does(finance(), 'retryPayout', seen(await now(it)));
    bank.answering = (_, paid) => paid();
    await desk.payouts();
    const freight = () => bank.asked.filter(({ idempotencyKey }) => idempotencyKey.startsWith('freight')).length;
    expect([freight(), (await now(it)).state]).toEqual([1, 'REFUNDING']);
    desk.pass(HOUR);
    await desk.payouts();
    expect([freight(), (await now(it)).state, bank.moved.length]).toEqual([2, 'REFUNDED', 2]);
    expect(await booked(it)).toBe(19_900);
  });

  it('goes back to the payments of an order in reverse, to the fen, whatever the parts', async () => {
    const payments = [9_001, 6_666, 3_334].map((amount, index) => ({ method: `M${String(index)}`, amount }));
    const lines = [5_003, 7_001, 6_997].map((paidAmount, index) => ({ sku: `S${String(index)}`, paidAmount }));
    const order = await delivered({ payments, lines });
    const ids = (await paymentsOf(order)).map(({ id }) => id);
    const parts = [
      [5_003, [2, 3_334], [1, 1_669]],
      [7_001, [1, 4_997], [0, 2_004]],
      [6_997, [0, 6_997]],
    ] as const;
    for (const [index, [amount, ...shares]] of parts.entries()) {
      await decide(order, order.lines.slice(index, index + 1));
      await desk.payouts();
      const tenders = shares.map(([at, share]) => ({ paymentId: ids[at], amount: share }));
      expect(bank.moved[index]).toMatchObject({ amount, tenders });
    }
    expect((await paymentsOf(order)).map(({ amount, refunded }) => amount - refunded)).toEqual([0, 0, 0]);
  });

  const paymentsOf = ({ id }: SoldOrder): Promise<OrderPayment[]> =>
    desk.it.database.read.find(OrderPayment, { where: { orderId: id }, order: { sequence: 'ASC' } });

  it('holds all of that while three workers meet a gateway that fails, is late, loses answers and mixes them up', async () => {
    const random = new Random(seed);
    const orders: SoldOrder[] = [];
    const cases: Loose[] = [];
    for (let index = 0; index < 3; index += 1) {
      const amounts = Array.from({ length: 3 }, () => random.whole(1, 30_000));
      const sum = amounts.reduce((all, amount) => all + amount, 0);
      const first = random.whole(0, sum);
      const payments = [first, sum - first].map((amount, at) => ({ method: `M${String(at)}`, amount }));
      const lines = amounts.map((paidAmount, at) => ({ sku: `S${String(at)}`, paidAmount }));
      const order = await delivered({ payments, lines });
      orders.push(order);
      cases.push(...(await decide(order)));
    }
    const held: (() => void)[] = [];
    bank.answering = async ({ now: at }, paid) => {
      const draw = random.next();
      if (draw < 0.2) return refusal;
      if (draw < 0.3) return { outcome: 'pending', message: '…', askAgainAt: at + random.wait(HOUR) };
      if (draw < 0.4) throw new Error('the request is lost');
      const answer = paid();
      if (draw < 0.55) throw new Error('the answer is lost');
      if (draw < 0.75) await new Promise<void>((resolve) => held.push(resolve));
      return answer;
    };
    const under: Promise<unknown>[] = [];
    for (let round = 0; round < 60 && (await openOf(cases)) > 0; round += 1) {
      under.push(desk.payouts(), desk.payouts(), desk.payouts());
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (random.happens(0.5)) while (held.length > 0) held.splice(random.whole(0, held.length - 1), 1)[0]?.();
      desk.pass(random.wait(2 * HOUR));
    }
    bank.answering = (_, paid) => paid();
    for (const tell of held) tell();
    await Promise.all(under);
    for (const it of cases) {
      const { payoutFailed, version } = await now(it);
      if (payoutFailed) await does(finance(), 'retryPayout', { id: it.id, version });
    }
    desk.pass(DAY);
    await desk.payouts();
    expect(await openOf(cases)).toBe(0);
    expect(bank.moved.map(({ key }) => key).sort()).toEqual(cases.map(({ id }) => `goods:${String(id)}`).sort());
    expect(bank.asked.length).toBeGreaterThan(cases.length);
    for (const it of cases) {
      expect([await booked(it), await paidEvents(it)]).toEqual([it.approvedAmount, ['paid']]);
      const { tenders } = bank.moved.find(({ key }) => key === `goods:${String(it.id)}`) ?? {};
      expect(tenders?.reduce((sum, { amount }) => sum + amount, 0)).toBe(it.approvedAmount);
    }
    for (const order of orders) {
      const { paidAmount, refundedAmount } = await desk.it.database.read.findOneByOrFail(SalesOrder, { id: order.id });
      expect(refundedAmount).toBe(paidAmount);
      for (const { amount, refunded } of await paymentsOf(order)) expect(refunded).toBe(amount);
    }
  });

  const openOf = (cases: readonly Loose[]): Promise<number> =>
    desk.it.database.read.countBy(AfterSalesCase, { id: In(cases.map(({ id }) => id as string)), state: Not('REFUNDED') });
});
