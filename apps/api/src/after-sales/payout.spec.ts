import { PayoutPort, type PayoutRequest, type PayoutResult } from '../money/payout-port.js';
import { SimulatedPayouts } from '../money/simulated-payout.js';
import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { PayoutWorker } from './payout-worker.service.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, refuses, seen } from './testing/desk.js';

const MINUTE = 60_000;

describe.each(enginesHere())('paying refunds on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const finance = () => desk.as('finance@example.com');
  /** A refund that is decided; the order's code says how the gateway answers. */
  const decided = async (behaviour: 'paid' | 'fails' | 'failsTwice' | 'late' = 'paid'): Promise<Loose> => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const it = await does(await desk.buyer(order), 'apply', forAll(order, { type: 'RO', reason: 'missingItem' }));
    const { data } = await finance().graphql('query ($id: ID!) { order(id: $id) { code } }', { id: order.id });
    desk.it.app.get(SimulatedPayouts, { strict: false }).behave(data.order.code, behaviour);
    return does(desk.as('shop1@example.com'), 'approve', seen(it));
  };
  /** One of goods that came back, with the freight that the buyer laid out. */
  const returned = async (): Promise<Loose> => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const [buyer, clerk] = [await desk.buyer(order), desk.as('clerk1@example.com')];
    const approved = await does(clerk, 'approve', seen(await does(buyer, 'apply', forAll(order))));
    const parcel = { carrier: '顺丰', tracking: `SF${approved.code}`, freightPaid: 1_000 };
    return does(clerk, 'receive', seen(await does(buyer, 'ship', { ...seen(approved), ...parcel })));
  };
  const now = (it: Loose) => caseNow(finance(), it.id);

  it('shows a failed attempt as data of the same state, and goes on by itself until it is paid', async () => {
    const it = await decided('failsTwice');
    await desk.payouts();
    const failed = await now(it);
    expect(failed).toMatchObject({
      state: 'REFUNDING',
      payoutFailed: true,
      refunds: [{ status: 'failed', attempts: [{ outcome: 'failed' }] }],
    });
    expect(failed.allowedActions.map(({ verb }: Loose) => verb)).toEqual(['retryPayout', 'manualVoucher']);
    expect(await desk.payouts()).toBe(0);
    desk.pass(MINUTE);
    await desk.payouts();
    expect((await now(it)).payoutFailed).toBe(true);
    desk.pass(5 * MINUTE);
    await desk.payouts();
    const paid = await now(it);
    expect(paid).toMatchObject({ state: 'REFUNDED', payoutFailed: false });
    expect(paid.refunds[0].attempts.map(({ outcome }: Loose) => outcome)).toEqual(['failed', 'failed', 'paid']);
    expect(paid.events.map(({ verb }: Loose) => verb)).toEqual([
      'apply',
      'approve',
      'payoutFailed',
      'retry',
      'payoutFailed',
      'retry',
      'paid',
    ]);
  });

  it('stops trying after the fifth time, until finance asks again', async () => {
    const it = await decided('fails');
    for (const wait of [0, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR]) {
      desk.pass(wait);
      await desk.payouts();
    }
    const given = await now(it);
    expect(given.refunds[0].attempts).toHaveLength(6);
    desk.pass(5 * DAY);
    expect(await desk.payouts()).toBe(0);
    const { data } = await finance().graphql(
      '{ moneyHome { payoutFailures } caseCounts { byView { key count } } cases(filter: { view: "payoutFailed" }) { total items { id } } }',
    );
    expect(data.moneyHome.payoutFailures).toBe(1);
    expect(data.cases).toEqual({ total: 1, items: [{ id: it.id }] });
    await does(finance(), 'retryPayout', seen(given));
    expect(await desk.payouts()).toBe(1);
  });

  it('is paid by hand where the gateway cannot, and then never by the gateway', async () => {
    const it = await decided('fails');
    await desk.payouts();
    const paid = await does(finance(), 'manualVoucher', { ...seen(await now(it)), voucher: ' BANK-20260309 ' });
    expect(paid).toMatchObject({
      state: 'REFUNDED',
      outcome: 'REFUNDED_BY_VOUCHER',
      refunds: [{ status: 'paid', voucher: 'BANK-20260309' }],
    });
    desk.pass(DAY);
    expect(await desk.payouts()).toBe(0);
    expect((await now(it)).refunds[0].attempts).toHaveLength(1);
  });

  it('is finance’s business', async () => {
    const it = await decided('fails');
    await desk.payouts();
    const failed = await now(it);
    expect(await refuses(desk.as('shop1@example.com'), 'retryPayout', seen(failed))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refuses(finance(), 'manualVoucher', { ...seen(failed), voucher: '  ' })).toMatchObject({
      code: 'REFERENCE_REQUIRED',
    });
    await does(finance(), 'manualVoucher', { ...seen(failed), voucher: 'V1' });
  });

  it('asks a bank that has not confirmed again, later', async () => {
    const it = await decided('late');
    expect(await desk.payouts()).toBe(1);
    expect(await now(it)).toMatchObject({
      state: 'REFUNDING',
      payoutFailed: false,
      refunds: [{ attempts: [{ outcome: 'pending' }] }],
    });
    desk.pass(10 * MINUTE);
    await desk.payouts();
    expect(await now(it)).toMatchObject({ state: 'REFUNDED' });
  });

  describe('with a gateway that is watched', () => {
    let asked: PayoutRequest[];
    let answer: (request: PayoutRequest) => Promise<PayoutResult>;
    let pay: PayoutPort['pay'];
    let port: PayoutPort;

    beforeEach(() => {
      port = desk.it.app.get(PayoutPort, { strict: false });
      pay = port.pay.bind(port);
      asked = [];
      answer = pay;
      port.pay = (request) => {
        asked.push(request);
        return answer(request);
      };
    });
    afterEach(() => {
      port.pay = pay;
    });

    it('never pays twice, however many workers there are', async () => {
      await decided();
      const worker = desk.it.app.get(PayoutWorker, { strict: false });
      await Promise.all([worker.runDue(desk.now), worker.runDue(desk.now), worker.runDue(desk.now)]);
      expect(asked).toHaveLength(1);
    });

    it('asks again under the same key where the answer was lost', async () => {
      const it = await decided();
      answer = () => Promise.reject(new Error('the line is cut'));
      expect(await desk.payouts()).toBe(0);
      expect(await now(it)).toMatchObject({ state: 'REFUNDING', refunds: [{ status: 'asked', attempts: [] }] });
      answer = pay;
      expect(await desk.payouts()).toBe(0);
      desk.pass(3 * MINUTE);
      expect(await desk.payouts()).toBe(1);
      expect(new Set(asked.map(({ idempotencyKey }) => idempotencyKey))).toEqual(new Set([`goods:${it.id}`]));
      expect(await now(it)).toMatchObject({ state: 'REFUNDED' });
    });

    it('is not paid by hand while the gateway may be paying', async () => {
      const it = await decided();
      const voucher = async () => ({ ...seen(await now(it)), voucher: 'BANK-1' });
      expect(await refuses(finance(), 'manualVoucher', await voucher())).toMatchObject({ code: 'NO_FAILED_PAYOUT' });
      let tell = () => {};
      const told = new Promise<void>((resolve) => (tell = resolve));
      answer = async (request) => told.then(() => pay(request));
      const paying = desk.payouts();
      while (asked.length === 0) await new Promise(setImmediate);
      expect(await refuses(finance(), 'manualVoucher', await voucher())).toMatchObject({ code: 'NO_FAILED_PAYOUT' });
      tell();
      await paying;
      expect(await now(it)).toMatchObject({
        state: 'REFUNDED',
        outcome: 'REFUNDED',
        refunds: [{ status: 'paid', voucher: null }],
      });
    });

    it('is not paid by hand while the bank has yet to confirm a part of it', async () => {
      const it = await returned();
      answer = ({ idempotencyKey, now: at }) =>
        Promise.resolve(
          idempotencyKey.startsWith('goods')
            ? { outcome: 'failed', message: 'The account is closed.' }
            : { outcome: 'pending', message: 'Not confirmed yet.', askAgainAt: at + HOUR },
        );
      await desk.payouts();
      const voucher = async () => ({ ...seen(await now(it)), voucher: 'BANK-2' });
      expect(await refuses(finance(), 'manualVoucher', await voucher())).toMatchObject({
        code: 'PAYOUT_UNDER_WAY',
        field: 'voucher',
      });
      answer = () => Promise.resolve({ outcome: 'failed', message: 'The account is closed.' });
      desk.pass(HOUR);
      await desk.payouts();
      expect(await does(finance(), 'manualVoucher', await voucher())).toMatchObject({
        state: 'REFUNDED',
        refunds: [{ voucher: 'BANK-2' }, { purpose: 'freight', voucher: 'BANK-2' }],
      });
    });

    it('keeps an attempt however much the gateway has to say about it', async () => {
      const it = await decided();
      answer = () => Promise.resolve({ outcome: 'failed', message: '户'.repeat(1_000) });
      await desk.payouts();
      const failed = await now(it);
      expect(failed).toMatchObject({
        payoutFailed: true,
        refunds: [{ status: 'failed', attempts: [{ outcome: 'failed', message: '户'.repeat(300) }] }],
      });
      await does(finance(), 'manualVoucher', { ...seen(failed), voucher: 'BANK-3' });
    });

    it('says which payments it goes back to', async () => {
      await decided();
      await desk.payouts();
      expect(asked).toMatchObject([{ amount: 18_900, currency: 'CNY', attempt: 1, tenders: [] }]);
    });
  });
});
