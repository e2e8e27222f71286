import { monthAfter } from '@headwater/ledger';
import type { Directives } from '@headwater/policy';
import { counterOf } from '../after-sales/testing/counter.js';
import { DAY, Desk, HOUR, type StaffEmail } from '../after-sales/testing/desk.js';
import { checkEntries, checkSummaries } from '../cli/check/check-ledger.js';
import { assign, publish, subsidy } from '../policies/testing/operations.js';
import { signedIn, type Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { BILL, billDeskOf, BILLS, DISPUTE_MANY, MANY, PROBLEMS, shown, WITHIN } from './testing/bill-desk.js';

const insured: Directives = {
  enabled: { set: true },
  mode: { set: { kind: 'actual', cap: 1935 } },
  scope: { set: [{ categories: ['coat'], priceFrom: null, priceTo: null, channels: null, covered: true }] },
  bearers: { set: { rows: [], otherwise: { HQ: 6000, branch: 4000 }, fallback: 'HQ' } },
  premium: { set: 35 },
};

const head = '订单号,保费,币种,日期';

describe.each(enginesHere())('insurers’ bills on %s', (engine) => {
  let desk: Desk;
  const usual = { biller: '平安产险', profile: 'insurer-bill', head };
  const bills = billDeskOf(() => desk, usual);
  const { month, asked, upload, taken, linesOf, oneOf, postingOf, accept, dispute, withdraw, posted } = bills;
  const { toShipped } = counterOf(() => desk);

  beforeAll(async () => {
    desk = await Desk.open(engine);
    const operator = await signedIn(desk.it, 'op@example.com');
    await assign(operator, (await publish(operator, subsidy, '投保', insured)).versionId, 'HQ');
    desk.pass(HOUR);
  });
  afterAll(() => desk.it.close());

  /** An order of today that HQ bears 0.21 and its store 0.14 of the premium for. */
  const covered = async (no: string, more: object = {}): Promise<Loose> => (await desk.write([desk.draft({ no, ...more })]))[0];
  const owed = async (ids: readonly string[]): Promise<number> => {
    const [row] = await desk.it.database.read.query<Loose[]>(
      `SELECT SUM(l.amount) AS owed FROM ledger_line l JOIN ledger_entry e ON e.id = l.entry_id
       WHERE l.account = 'insurerPayable' AND e.order_id IN (${ids.map(() => '?').join(', ')})`,
      [...ids],
    );
    return 0 - Number(row.owed);
  };
  /** Each story has a month of its own, so that no other’s premiums are expected on its bill. */
  const nextMonth = () => {
    for (const before = month(); month() === before;) desk.pass(DAY);
  };

  it('takes the good lines of a file in and lists every bad one', async () => {
    await covered('A-1');
    const { status, body } = await upload([
      head,
      'A-1,0.35,CNY,2026-03-05',
      'A-2,￥0.35,人民币,2026-03-06',
      'A-3,-0.35,CNY,2026-03-06',
      'A-4,$0.35,CNY,2026-03-06',
      'A-5,0.35,USD,2026-03-06',
      ',0.35,CNY,2026-03-06',
      'A-1,0.35,CNY,2026-03-07',
      'A-6,0.35',
      '"A-7,0.3',
    ]);
    expect({ status, body }).toMatchObject({ status: 201, body: { lineCount: 3, refusedCount: 6 } });
    const { items } = await asked(PROBLEMS, { billId: body.id });
    expect(items.map(({ line, cell, code }: Loose) => [line, cell, code])).toEqual([
      [4, '保费', 'NOT_AN_AMOUNT'],
      [5, '保费', 'CURRENCY_DIFFERS'],
      [6, '币种', 'CURRENCY_DIFFERS'],
      [7, '订单号', 'REQUIRED'],
      [9, '', 'COLUMNS_DIFFER'],
      [10, '订单号', 'NOT_CSV'],
    ]);
    expect(await oneOf(body.id, 'matched')).toMatchObject({ line: 2, number: 'A-1', status: 'agreed', difference: 0 });
    expect(await oneOf(body.id, 'unknown')).toMatchObject({ number: 'A-2', expected: null, orders: [], parcel: null });
    expect(await oneOf(body.id, 'billedTwice')).toMatchObject({ number: 'A-1', line: 8, expected: 0, difference: 35 });
    expect((await asked(BILLS)).items[0]).toMatchObject({ id: body.id, kind: 'insurer', biller: '平安产险' });
    expect((await upload([head, 'A-1,1,,'], { profile: 'carrier-bill' })).body.code).toBe('FILE_INVALID');
  });

  it('is held against the premiums posted, taken back or not, one outcome a line', async () => {
    nextMonth();
    const [right, dear, missed] = [await covered('B-1'), await covered('B-2'), await covered('B-3')];
    const uncovered = await covered('B-4', { lines: [{ category: 'socks' }] });
    const draft = desk.draft({ no: 'B-5', shippedAfter: null, deliveredAfter: null });
    const [cancelled] = await desk.write([draft]);
    await desk.write([{ ...draft, status: 'cancelled', instants: { ...draft.instants, cancelledAt: desk.now } }]);
    const billId = await taken(['B-1,0.35,,', 'B-2,0.50,,', 'B-4,0.35,,', 'B-5,0.35,,']);
    expect(await asked(BILL, { id: billId })).toMatchObject({
      ...{ open: 4, openDifference: 15 + 35 + 35 - 35 },
      outcomes: [
        { outcome: 'matched', lines: 1, difference: 0 },
        { outcome: 'amountDiffers', lines: 2, difference: 50 },
        { outcome: 'unknown', lines: 1, difference: 35 },
        { outcome: 'billedTwice', lines: 0 },
        { outcome: 'notBilled', lines: 1, difference: -35 },
      ],
    });
    const [differs, back] = await linesOf(billId, 'amountDiffers');
    expect(differs).toMatchObject({ number: 'B-2', billed: 50, expected: 35, orders: [{ id: dear.id, cancelledAt: null }] });
    expect(back).toMatchObject({ expected: 0, difference: 35, orders: [{ id: cancelled!.id, cancelledAt: expect.any(String) }] });
    expect(await oneOf(billId, 'unknown')).toMatchObject({ number: 'B-4', orders: [{ id: uncovered.id }] });
    expect(await oneOf(billId, 'notBilled')).toMatchObject({ line: null, number: 'B-3', orders: [{ id: missed.id }] });
    // What this bill missed comes with the next, by whatever name the insurer goes; what was billed is billed twice.
    const next = await taken(['B-3,0.35,,', 'B-1,0.35,,'], { biller: '平安财险' });
    expect(await oneOf(billId, 'notBilled')).toMatchObject({ status: 'agreed' });
    expect(await oneOf(next, 'matched')).toMatchObject({ number: 'B-3' });
    expect(await oneOf(next, 'billedTwice')).toMatchObject({ number: 'B-1', orders: [{ id: right.id }] });
    // A parcel of the same number is another matter.
    const { body } = await upload(['运单号,金额', 'B-1,8'], { profile: 'carrier-bill' });
    expect(await oneOf(body.id, 'unknown')).toMatchObject({ number: 'B-1', billed: 800 });
  });

  it('posts what was previewed when its difference is accepted, shared as it was promised at payment', async () => {
    nextMonth();
    const order = await covered('C-1');
    const operator = await signedIn(desk.it, 'op@example.com');
    const now: Directives = { bearers: { set: { rows: [], otherwise: { HQ: 0, branch: 10_000 }, fallback: 'HQ' } } };
    await assign(operator, (await publish(operator, subsidy, '分店承担', { ...insured, ...now })).versionId, 'HQ');
    desk.pass(HOUR);
    const billId = await taken(['C-1,0.50,,', 'C-9,0.40,,']);
    const line = await oneOf(billId, 'amountDiffers');
    const posting = await postingOf(line);
    expect(posting).toMatchObject({ stands: true, period: month() });
    expect(shown(posting.lines)).toEqual([
      ['expense', 'premium', 'HQ', 9],
      ['expense', 'premium', 'branch', 6],
      ['insurerPayable', 'premium', null, -15],
    ]);
    expect(await accept(line, 'another')).toMatchObject({ refused: { code: 'BILL_POSTING_CHANGED' } });
    expect(await accept(line, posting.digest)).toMatchObject({ status: 'accepted', version: 2 });
    expect(shown(await posted(line))).toEqual(shown(posting.lines));
    expect(await owed([order.id])).toBe(50);
    const unknown = await oneOf(billId, 'unknown');
    await accept(unknown);
    expect(shown(await posted(unknown))).toEqual([
      ['expense', 'premium', 'HQ', 40],
      ['insurerPayable', 'premium', null, -40],
    ]);
    expect(await withdraw(billId)).toMatchObject({ refused: { code: 'BILL_ACCEPTED' } });
    // A premium that never is billed is given back.
    const missed = await covered('C-2');
    const next = await taken(['C-1,0.35,,']);
    await accept(await oneOf(next, 'notBilled'));
    expect(await owed([missed.id])).toBe(0);
  });

  it('gives back with a cancelled order what a bill had added to its premium', async () => {
    nextMonth();
    const draft = desk.draft({ no: 'D-1', shippedAfter: null, deliveredAfter: null });
    const [order] = await desk.write([draft]);
    await accept(await oneOf(await taken(['D-1,0.60,,']), 'amountDiffers'));
    expect(await owed([order!.id])).toBe(60);
    await desk.write([{ ...draft, status: 'cancelled', instants: { ...draft.instants, cancelledAt: desk.now } }]);
    expect(await owed([order!.id])).toBe(0);
  });

  it('owes one number once where two stores share an order, and splits what is billed over both', async () => {
    nextMonth();
    const [here, there] = [await covered('E-1', { store: 'SHOP1' }), await covered('E-1', { store: 'SHOP3' })];
    const billId = await taken(['E-1,0.90,,']);
    const line = await oneOf(billId, 'amountDiffers');
    expect(line).toMatchObject({ expected: 70, difference: 20 });
    expect(line.orders.map(({ id }: Loose) => id).sort()).toEqual([here.id, there.id].sort());
    const { lines } = await postingOf(line);
    expect(lines.filter(({ account }: Loose) => account === 'insurerPayable').map(({ amount }: Loose) => amount)).toEqual([
      -10, -10,
    ]);
    await accept(line);
    expect([await owed([here.id]), await owed([there.id])]).toEqual([45, 45]);
  });

  it('leaves a disputed line out, and matches anew what a withdrawn bill had held', async () => {
    nextMonth();
    const order = await covered('F-1');
    const first = await taken(['F-1,0.80,,']);
    const line = await oneOf(first, 'amountDiffers');
    expect(await dispute(line, '费率应为 0.35 元')).toMatchObject({ status: 'disputed' });
    expect(await posted(line)).toEqual([]);
    const second = await taken(['F-1,0.40,,']);
    expect(await oneOf(second, 'amountDiffers')).toMatchObject({ expected: 35, difference: 5 });
    const third = await taken(['F-1,0.35,,'], { biller: '另一家' });
    expect(await oneOf(third, 'billedTwice')).toMatchObject({ difference: 35 });
    expect(await withdraw(second)).toBe(true);
    expect(await oneOf(third, 'matched')).toMatchObject({ status: 'agreed' });
    expect(await owed([order.id])).toBe(35);
  });

  it('disputes many lines for one reason, and says of each what came of it', async () => {
    nextMonth();
    for (const no of ['J-1', 'J-2', 'J-3', 'J-4']) await covered(no);
    const billId = await taken(['J-1,0.80,,', 'J-2,0.80,,', 'J-3,0.80,,', 'J-4,0.35,,']);
    const [one, two, three] = await linesOf(billId, 'amountDiffers');
    const agreed = await oneOf(billId, 'matched');
    await dispute(two);
    const ask = [one, { ...two, version: 2 }, { ...three, version: 7 }, agreed, { id: 'none', version: 1 }];
    const lines = ask.map(({ id, version }: Loose) => ({ id, version }));
    const reason = '费率应为 0.35 元';
    const many = (input: object, who?: StaffEmail) => asked(DISPUTE_MANY, { input: { billId, lines, reason, ...input } }, who);
    for (const [field, input] of [
      ['reason', { reason: ' ' }],
      ['lines', { lines: [] }],
      ['lines', { lines: [lines[0], lines[0]] }],
      ['lines', { lines: Array.from({ length: 101 }, (_, at) => ({ id: String(at), version: 1 })) }],
    ] as const)
      expect(await many(input)).toMatchObject({ refused: { code: 'BAD_INPUT', field } });
    expect(await many({}, 'op@example.com')).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    expect((await many({})).map(({ code }: Loose) => code)).toEqual([
      ...[null, 'BILL_LINE_DECIDED', 'STALE_VERSION', 'BILL_LINE_DECIDED', 'NOT_FOUND'],
    ]);
    expect(await linesOf(billId, 'amountDiffers')).toMatchObject([
      { status: 'disputed', reason, decidedByName: '孙会计' },
      { status: 'disputed', reason: '与合同价不符' },
      { status: 'open' },
    ]);
  });

  it('accepts in bulk what lies within a tolerance', async () => {
    nextMonth();
    const orders = [];
    for (const at of Array.from({ length: 4 }).keys()) orders.push(await covered(`G-${String(at)}`));
    const billId = await taken(orders.map((_, at) => `G-${String(at)},0.3${String(6 + (at % 3))},,`));
    const within = { billId, outcome: 'amountDiffers', tolerance: 2 };
    const sum = await asked(WITHIN, within);
    expect(sum).toEqual({ lines: 3, difference: 1 + 2 + 1 });
    expect(await asked(MANY, { input: { ...within, ...sum } })).toMatchObject({ accepted: 3, moved: 0, next: null });
    expect(await owed(orders.map(({ id }) => id))).toBe(4 * 35 + 4);
  });

  it('lands in the open month where its own is closed', async () => {
    nextMonth();
    const order = await covered('H-1');
    const own = month();
    const line = await oneOf(await taken(['H-1,0.45,,']), 'amountDiffers');
    const before = await postingOf(line);
    desk.pass(62 * DAY);
    for (let next = ''; next !== own;) {
      next = (await asked('{ it: monthClose { next { period } } }')).next.period;
      expect(await asked(`mutation { it: closeMonth(period: "${next}") { period } }`)).toEqual({ period: next });
    }
    expect(await accept(line, before.digest)).toMatchObject({ refused: { code: 'BILL_POSTING_CHANGED' } });
    const after = await postingOf(line);
    expect(after.period).toBe(monthAfter(own));
    await accept(line, after.digest);
    expect((await posted(line))[0]).toMatchObject({ period: monthAfter(own), belongsTo: own });
    expect(await owed([order.id])).toBe(45);
  });

  it('keeps what free returns claim of the insurer apart, and books that balance', async () => {
    nextMonth();
    await toShipped({ reason: 'sizeMismatch' });
    const { read } = desk.it.database;
    for (const { findings } of [await checkEntries(read), await checkSummaries(read)]) expect(findings).toEqual([]);
  });
});
