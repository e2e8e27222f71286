import { monthAfter } from '@headwater/ledger';
import { counterOf } from '../after-sales/testing/counter.js';
import { DAY, Desk, does, seen } from '../after-sales/testing/desk.js';
import { signedIn, type Loose } from '../testing/client.js';
import { plantPerson } from '../testing/people.js';
import { enginesHere } from '../testing/test-app.js';
import { ACCEPT, BILL, billDeskOf, BILLS, LINES, MANY, POSTING, PROBLEMS, shown, WITHIN } from './testing/bill-desk.js';

const PROFILES = '{ it: billProfiles { name kind encoding columns optional } }';

const head = '运单号,金额,币种,日期';

describe.each(enginesHere())('carrier bills on %s', (engine) => {
  let desk: Desk;
  const { toApproved, toDispatched, toShipped, clerk, buyer } = counterOf(() => desk);
  const usual = { biller: '顺丰', profile: 'carrier-bill', head };
  const bills = billDeskOf(() => desk, usual);
  const { month, asked, upload, taken, linesOf, oneOf, postingOf, accept, dispute, withdraw, posted } = bills;

  beforeAll(async () => {
    desk = await Desk.open(engine);
    await plantPerson(desk.it.database, { email: 'auditor@example.com', roles: [['auditor', 'HQ']] });
    await plantPerson(desk.it.database, { email: 'regional.finance@example.com', roles: [['finance', 'EAST']] });
  });
  afterAll(() => desk.it.close());

  let serial = 100;
  /** A return by a label of the branch's, which owes the carrier 11.00 for it. */
  const labelled = async (carrier = '顺丰'): Promise<Loose> => {
    serial += 1;
    const tracking = `SF${String(serial)}`;
    const parcel = { carrier, tracking };
    const approved = await toApproved({ reason: 'manufacturingDefect' });
    const issued = await does(clerk(), 'issueLabel', { ...seen(approved), ...parcel, freightPaid: 1_100 });
    const shipped = await does(await buyer(), 'ship', { ...seen(issued), ...parcel, freightPaid: null });
    return { ...shipped, tracking };
  };

  const costOf = async (id: string): Promise<number> =>
    Number((await desk.as('shop1@example.com').graphql('query ($id: ID!) { it: case(id: $id) { cost } }', { id })).data.it.cost);

  it('takes the good lines of a file in and lists every bad one', async () => {
    const ours = await labelled();
    const { status, body } = await upload([
      head,
      `${String(ours.tracking).toLowerCase()},11.00,CNY,2026-03-05`,
      'SF9001,￥7.50,人民币,2026-03-06',
      'SF9002,-3.00,CNY,2026-03-06',
      'SF9003,$12.00,CNY,2026-03-06',
      'SF9004,12.00,USD,2026-03-06',
      ',5.00,CNY,2026-03-06',
      'SF9005,five,CNY,2026-03-06',
      'SF9006,5.00,CNY,yesterday',
      'SF9007,2000000,CNY,2026-03-06',
      'SF9001,￥7.50,CNY,2026-03-07',
      'SF9008,6.00',
    ]);
    expect({ status, body }).toMatchObject({ status: 201, body: { lineCount: 3, refusedCount: 8 } });
    const { items } = await asked(PROBLEMS, { billId: body.id });
    expect(items.map(({ line, cell, code }: Loose) => [line, cell, code])).toEqual([
      [4, '金额', 'NOT_AN_AMOUNT'],
      [5, '金额', 'CURRENCY_DIFFERS'],
      [6, '币种', 'CURRENCY_DIFFERS'],
      [7, '运单号', 'REQUIRED'],
      [8, '金额', 'NOT_AN_AMOUNT'],
      [9, '日期', 'NOT_AN_INSTANT'],
      [10, '金额', 'NOT_AN_AMOUNT'],
      [12, '', 'COLUMNS_DIFFER'],
    ]);
    expect(await oneOf(body.id, 'matched')).toMatchObject({ line: 2, number: ours.tracking, status: 'agreed', difference: 0 });
    expect(await oneOf(body.id, 'unknown')).toMatchObject({ line: 3, billed: 750, expected: null, parcel: null });
    expect(await oneOf(body.id, 'billedTwice')).toMatchObject({ line: 11, expected: null, difference: 750 });
    expect(items[0]).toMatchObject({ value: '-3.00', allowed: expect.stringContaining('from 0') });
  });

  it('reads other encodings as its profile says, and what is broken or torn as far as it goes', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${head}\nSF9101,1.00,CNY,\n`),
      Buffer.from([0x53, 0xff, 0xfe, 0x2c]),
      Buffer.from('2.00,CNY,\nSF9102,3.00,CNY,\n"SF9103,4.0'),
    ]);
    const { body } = await upload(bytes);
    expect(body).toMatchObject({ lineCount: 2, refusedCount: 2 });
    const { items } = await asked(PROBLEMS, { billId: body.id });
    expect(items.map(({ line, code }: Loose) => [line, code])).toEqual([
      [3, 'NOT_IN_ENCODING'],
      [5, 'NOT_CSV'],
    ]);
    const gbk = Buffer.concat([
      Buffer.from([0xd4, 0xcb, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xbd, 0xf0, 0xb6, 0xee]),
      Buffer.from('\nSF9104,1\n'),
    ]);
    const wrong = await upload(gbk);
    expect(wrong.body).toMatchObject({ code: 'FILE_INVALID', field: 'file' });
    expect(wrong.body.message).toContain('三月账单.csv');
    expect(wrong.body.message).not.toContain('headwater-bill-');
    expect((await upload(gbk, { profile: 'carrier-bill-gbk' })).body).toMatchObject({ lineCount: 1, refusedCount: 0 });
    const pasted = await upload(['运单号,金额', 'SF9105,1'], { profile: 'carrier-bill-gbk', pasted: '1' });
    expect(pasted.body).toMatchObject({ lineCount: 1 });
    expect((await upload(Buffer.alloc(0))).body).toMatchObject({ code: 'FILE_INVALID' });
  });

  it('says which files it reads', async () => {
    const columns = { columns: ['运单号', '金额'], optional: ['币种', '日期', '重量克', '区域'] };
    const premiums = { columns: ['订单号', '保费'], optional: ['币种', '日期'] };
    expect(await asked(PROFILES)).toEqual([
      { name: 'carrier-bill', kind: 'carrier', encoding: 'utf-8', ...columns },
      { name: 'carrier-bill-gbk', kind: 'carrier', encoding: 'gb18030', ...columns },
      { name: 'insurer-bill', kind: 'insurer', encoding: 'utf-8', ...premiums },
      { name: 'insurer-bill-gbk', kind: 'insurer', encoding: 'gb18030', ...premiums },
    ]);
  });

  it('takes the same file once, and nothing that is no bill', async () => {
    const [first, second] = await Promise.all([upload([head, 'SF9201,1,,']), upload([head, 'SF9201,1,,'])]);
    const [won, lost] = first.status === 201 ? [first, second] : [second, first];
    expect([won.status, lost.body.code]).toEqual([201, 'BILL_KNOWN']);
    expect(lost.body.details).toEqual({ billId: won.body.id });
    for (const [field, more] of [
      ['biller', { biller: ' ' }],
      ['period', { period: '2026-13' }],
      ['currency', { currency: 'yuan' }],
      ['tolerance', { tolerance: '-1' }],
      ['profile', { profile: '../../../etc/passwd' }],
      ['profile', { profile: 'orders-csv' }],
    ] as const)
      expect((await upload([head, 'SF9202,1,,'], more)).body).toMatchObject({ code: 'BAD_INPUT', field });
  });

  it('is held against the books three ways, one outcome a line', async () => {
    const biller = '京东';
    const [right, dear, missed] = [await labelled(biller), await labelled(biller), await labelled(biller)];
    const billId = await taken(
      [`${String(right.tracking)},11,,`, `${String(dear.tracking)},13.50,,`, `${String(dear.tracking)},13.50,,`, 'JD404,8,,'],
      { biller },
    );
    expect(await asked(BILL, { id: billId })).toEqual({
      id: billId,
      open: 4,
      openDifference: 250 + 1_350 + 800 - 1_100,
      outcomes: [
        { outcome: 'matched', lines: 1, difference: 0, open: 0, openDifference: 0 },
        { outcome: 'amountDiffers', lines: 1, difference: 250, open: 1, openDifference: 250 },
        { outcome: 'unknown', lines: 1, difference: 800, open: 1, openDifference: 800 },
        { outcome: 'billedTwice', lines: 1, difference: 1_350, open: 1, openDifference: 1_350 },
        { outcome: 'notBilled', lines: 1, difference: -1_100, open: 1, openDifference: -1_100 },
      ],
    });
    expect(await oneOf(billId, 'amountDiffers')).toMatchObject({
      ...{ line: 3, billed: 1_350, expected: 1_100, status: 'open' },
      parcel: { direction: 'return', prepaid: true, cases: [{ code: dear.code, node: { name: expect.any(String) } }] },
    });
    expect(await oneOf(billId, 'notBilled')).toMatchObject({ line: null, number: missed.tracking, billed: null });
    expect((await asked(BILLS)).items[0]).toMatchObject({ id: billId, open: 4, lineCount: 4, importedByName: '孙会计' });
    expect((await asked(LINES, { billId, outcome: 'matched', open: true })).items).toEqual([]);
    // What one bill missed and the next one brings is no longer missed.
    const next = await taken([`${String(missed.tracking)},11,,`, `${String(right.tracking)},11,,`], { biller });
    expect(await oneOf(billId, 'notBilled')).toMatchObject({ status: 'agreed' });
    expect(await oneOf(next, 'matched')).toMatchObject({ number: missed.tracking });
    expect(await oneOf(next, 'billedTwice')).toMatchObject({ number: right.tracking, expected: 0, difference: 1_100 });
    expect(await linesOf(next, 'notBilled')).toEqual([]);
  });

  it('posts what was previewed when its difference is accepted', async () => {
    const it = await labelled();
    const billId = await taken([`${String(it.tracking)},13.50,,`, 'SF9301,8,,']);
    const line = await oneOf(billId, 'amountDiffers');
    const posting = await postingOf(line);
    expect(posting).toMatchObject({ stands: true, period: month() });
    expect(shown(posting.lines)).toEqual([
      ['expense', 'freight-fault', 'branch', 250],
      ['carrierPayable', 'freight-fault', null, -250],
    ]);
    expect(posting.lines[0].caseCode).toBe(it.code);
    expect(await accept(line, 'another')).toMatchObject({ refused: { code: 'BILL_POSTING_CHANGED' } });
    expect(await accept(line, posting.digest)).toMatchObject({ status: 'accepted', decidedByName: '孙会计', version: 2 });
    expect(shown(await posted(line))).toEqual(shown(posting.lines));
    expect(await costOf(it.id)).toBe(1_350);
    expect(await accept(line, posting.digest)).toMatchObject({ refused: { code: 'STALE_VERSION' } });
    expect(await accept({ ...line, version: 2 })).toMatchObject({ refused: { code: 'BILL_LINE_DECIDED' } });
    const unknown = await oneOf(billId, 'unknown');
    await accept(unknown);
    expect(shown(await posted(unknown))).toEqual([
      ['expense', 'freight-fault', 'HQ', 800],
      ['carrierPayable', 'freight-fault', null, -800],
    ]);
    const events = await desk.it.database.read.query<Loose[]>("SELECT data FROM audit_event WHERE action = 'bill.accept'");
    expect(events.map(({ data }) => JSON.parse(data).billNumber)).toEqual([it.tracking, 'SF9301']);
  });

  it('writes off what is never billed, charges what the buyer had paid over the cap, and what goes out', async () => {
    const biller = '中通';
    const paid = await toShipped({ reason: 'manufacturingDefect' });
    const before = await costOf(paid.id);
    const [{ tracking }] = paid.shipments;
    const sent = await toDispatched('RS');
    const first = await taken([`${String(tracking)},2.00,,`], { biller });
    const extra = await oneOf(first, 'amountDiffers');
    expect(extra).toMatchObject({ expected: 0, difference: 200 });
    await accept(extra);
    expect(shown(await posted(extra))).toEqual([
      ['expense', 'freight-over-cap', 'branch', 200],
      ['carrierPayable', 'freight-over-cap', null, -200],
    ]);
    expect(await costOf(paid.id)).toBe(before + 200);
    const second = await taken([`SF${String(sent.code)},7.00,,`], { biller: '顺丰', currency: 'CNY' });
    await accept(await oneOf(second, 'amountDiffers'));
    expect(await costOf(sent.id)).toBe(700);
    const own = await labelled('极兔');
    const third = await taken(['JT1,1,,'], { biller: '极兔' });
    await accept(await oneOf(third, 'notBilled'));
    expect(await costOf(own.id)).toBe(0);
  });

  it('leaves a disputed line out, and takes its place again where the carrier was right', async () => {
    const it = await labelled();
    const first = await taken([`${String(it.tracking)},14,,`]);
    const line = await oneOf(first, 'amountDiffers');
    expect(await dispute(line, ' ')).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'reason' } });
    const disputed = await dispute(line);
    expect(disputed).toMatchObject({ status: 'disputed', reason: '与合同价不符', version: 2 });
    expect(await posted(line)).toEqual([]);
    expect(await dispute(disputed)).toMatchObject({ refused: { code: 'BILL_LINE_DECIDED' } });
    // The corrected bill is the one that counts; the first would now ask for the parcel again.
    const second = await taken([`${String(it.tracking)},12,,`]);
    const corrected = await oneOf(second, 'amountDiffers');
    expect(corrected).toMatchObject({ expected: 1_100, difference: 100 });
    expect((await postingOf(disputed)).line).toMatchObject({ outcome: 'billedTwice', difference: 1_400 });
    await accept(corrected);
    expect(await costOf(it.id)).toBe(1_200);
    expect(await accept(disputed)).toMatchObject({ outcome: 'billedTwice', status: 'accepted', reason: null });
    expect(await costOf(it.id)).toBe(2_600);
  });

  it('is withdrawn as long as nothing of it is accepted, and what other bills say is matched anew', async () => {
    const biller = '申通';
    const [one, other, third] = [await labelled(biller), await labelled(biller), await labelled(biller)];
    const half = await taken([`${String(one.tracking)},11,,`, `${String(other.tracking)},11,,`], { biller });
    expect(await oneOf(half, 'notBilled')).toMatchObject({ number: third.tracking });
    const whole = await taken(
      [one, other, third].map(({ tracking }) => `${String(tracking)},11.30,,`),
      { biller },
    );
    expect(await oneOf(half, 'notBilled')).toMatchObject({ status: 'agreed' });
    expect(await linesOf(whole, 'billedTwice')).toHaveLength(2);
    expect(await withdraw(half, 'op@example.com')).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    const outcomes = await Promise.all([withdraw(half), withdraw(half)]);
    expect(outcomes).toContain(true);
    expect(outcomes).toContainEqual({ refused: expect.objectContaining({ code: 'NOT_FOUND' }) });
    expect(await asked(BILL, { id: half })).toBeNull();
    const matched = await linesOf(whole, 'amountDiffers');
    expect(matched.map(({ expected, difference, status }) => [expected, difference, status])).toEqual([
      [1_100, 30, 'open'],
      [1_100, 30, 'open'],
      [1_100, 30, 'open'],
    ]);
    const decided = await Promise.all([accept(matched[0]), withdraw(whole)]);
    if (decided[1] === true) {
      expect(decided[0]).toMatchObject({ refused: { code: expect.stringMatching(/NOT_FOUND|BILL_POSTING_CHANGED/u) } });
      expect(await costOf(one.id)).toBe(1_100);
    } else {
      expect(decided[1]).toMatchObject({ refused: { code: 'BILL_ACCEPTED' } });
      expect(await costOf(one.id)).toBe(1_130);
    }
    const again = await taken([`${String(third.tracking)},12,,`], { biller });
    await accept((await linesOf(again, decided[1] === true ? 'amountDiffers' : 'billedTwice'))[0]);
    expect(await withdraw(again)).toMatchObject({ refused: { code: 'BILL_ACCEPTED' } });
    const [event] = await desk.it.database.read.query<Loose[]>("SELECT data FROM audit_event WHERE action = 'bill.withdraw'");
    expect(JSON.parse(event.data)).toMatchObject({ biller, lines: 2 });
  });

  it('is decided once when two decide at once', async () => {
    const it = await labelled();
    const line = await oneOf(await taken([`${String(it.tracking)},15,,`]), 'amountDiffers');
    const { digest } = await postingOf(line);
    const outcomes = await Promise.all([accept(line, digest), accept(line, digest), dispute(line)]);
    expect(outcomes.filter(({ refused }) => !refused)).toHaveLength(1);
    for (const { refused } of outcomes.filter((each) => each.refused)) expect(refused.code).toBe('STALE_VERSION');
    const accepted = outcomes.some(({ status }) => status === 'accepted');
    expect(await costOf(it.id)).toBe(accepted ? 1_500 : 1_100);
  });

  it('accepts in bulk what lies within a tolerance, as its sum was stated', async () => {
    const biller = '韵达';
    const own = await labelled(biller);
    const many = Array.from({ length: 130 }, (_, at) => `YD${String(at)},0.${String((at % 9) + 1)}0,,`);
    const billId = await taken([...many, 'YD-dear,90,,', `${String(own.tracking)},11.02,,`], { biller, tolerance: '5' });
    expect(await oneOf(billId, 'matched')).toMatchObject({ status: 'open', difference: 2 });
    const within = { billId, outcome: 'unknown', tolerance: 90 };
    const sum = await asked(WITHIN, within);
    expect(sum.lines).toBe(130);
    const stated = { ...within, ...sum };
    expect(await asked(MANY, { input: { ...stated, difference: Number(sum.difference) - 1 } })).toMatchObject({
      refused: { code: 'BILL_SUM_CHANGED', details: sum },
    });
    const { next, ...first } = await asked(MANY, { input: stated });
    expect(first).toMatchObject({ accepted: 100, moved: 0 });
    expect(Number(first.difference) + Number(next.difference)).toBe(Number(sum.difference));
    expect(await asked(MANY, { input: stated })).toMatchObject({ refused: { code: 'BILL_SUM_CHANGED' } });
    expect(await asked(MANY, { input: { ...within, ...next } })).toMatchObject({ accepted: 30, next: null });
    expect(await asked(WITHIN, within)).toEqual({ lines: 0, difference: 0 });
    expect(await oneOf(billId, 'matched')).toMatchObject({ status: 'open' });
    const [left] = await linesOf(billId, 'unknown', true);
    expect(left).toMatchObject({ number: 'YD-DEAR' });
    const [row] = await desk.it.database.read.query<Loose[]>(
      `SELECT SUM(l.amount) AS owed FROM ledger_line l WHERE l.carrier = ? AND l.account = 'carrierPayable'`,
      [biller],
    );
    expect(Number(row.owed)).toBe(-Number(sum.difference) - 1_100);
  });

  it('lets lines alone that the books have moved under since', async () => {
    const it = await labelled();
    const billId = await taken([`${String(it.tracking)},11.50,,`]);
    const line = await oneOf(billId, 'amountDiffers');
    const before = await postingOf(line);
    await desk.it.database.writer.query('UPDATE bill_line SET expected = 1000, difference = 150 WHERE id = ?', [line.id]);
    const bulk = { billId, outcome: 'amountDiffers', tolerance: 500, lines: 1, difference: 150 };
    expect(await asked(MANY, { input: bulk })).toMatchObject({ accepted: 0, moved: 1, next: null });
    expect(await accept(line, before.digest)).toMatchObject({ status: 'accepted', expected: 1_100, difference: 50 });
  });

  it('is the chain’s: finance at HQ decides, administrators too, auditors read', async () => {
    const billId = await taken(['SF9401,1,,']);
    const line = await oneOf(billId, 'unknown');
    for (const who of ['op@example.com', 'east@example.com', 'shop1@example.com', 'clerk1@example.com'] as const) {
      for (const query of [BILLS, PROFILES])
        expect(await asked(query, {}, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
      expect(await asked(BILL, { id: billId }, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
      expect(await postingOf(line, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
      expect(await dispute(line, 'x', who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
      expect((await upload([head, 'SF9402,1,,'], {}, who)).body).toMatchObject({ code: 'FORBIDDEN' });
    }
    const regional = await signedIn(desk.it, 'regional.finance@example.com');
    expect((await regional.graphql(BILL, { id: billId })).data.it).toBeNull();
    expect((await regional.graphql(BILLS)).code).toBe('NOT_FOUND');
    expect((await regional.graphql('{ it: moneyHome { billsToDecide { id } } }')).data.it.billsToDecide).toEqual([]);
    expect((await regional.graphql(LINES, { billId, outcome: 'unknown', open: true })).code).toBe('NOT_FOUND');
    expect((await regional.graphql(ACCEPT, { id: line.id, version: 1, digest: '' })).code).toBe('NOT_FOUND');
    expect((await regional.send('/bills?profile=carrier-bill', Buffer.from(''), 'application/octet-stream')).body.code).toBe(
      'NOT_FOUND',
    );
    const auditor = await signedIn(desk.it, 'auditor@example.com');
    expect((await auditor.graphql(BILL, { id: billId })).data.it.id).toBe(billId);
    expect((await auditor.graphql(POSTING, { lineId: line.id })).data.it.stands).toBe(true);
    expect((await auditor.graphql(ACCEPT, { id: line.id, version: 1, digest: '' })).code).toBe('FORBIDDEN');
    expect((await auditor.send('/bills?profile=carrier-bill', Buffer.from(''), 'application/octet-stream')).body.code).toBe(
      'FORBIDDEN',
    );
    const { billsToDecide } = await asked('{ it: moneyHome { billsToDecide { id open } } }');
    expect(billsToDecide[0]).toMatchObject({ id: billId, open: 1 });
  });

  it('lands in the open month where its own is closed', async () => {
    const it = await labelled();
    const billId = await taken([`${String(it.tracking)},11.80,,`]);
    const line = await oneOf(billId, 'amountDiffers');
    const before = await postingOf(line);
    const own = month();
    expect(before.period).toBe(own);
    desk.pass(62 * DAY);
    for (let next = ''; next !== own;) {
      next = (await asked('{ it: monthClose { next { period } } }')).next.period;
      expect(await asked(`mutation { it: closeMonth(period: "${next}") { period } }`)).toEqual({ period: next });
    }
    expect(await accept(line, before.digest)).toMatchObject({ refused: { code: 'BILL_POSTING_CHANGED' } });
    const after = await postingOf(line);
    expect(after.period).toBe(monthAfter(own));
    await accept(line, after.digest);
    expect(await posted(line)).toMatchObject([{ period: monthAfter(own), belongsTo: own }, {}]);
  });
});
