import { compensated, type Entry } from '@headwater/ledger';
import { readXlsx } from 'hucre/xlsx';
import { counterOf } from '../../after-sales/testing/counter.js';
import { DAY, Desk, does, seen, type StaffEmail } from '../../after-sales/testing/desk.js';
import { checkClosedMonths } from '../../cli/check/check-closed-months.js';
import { signedIn, type Loose } from '../../testing/client.js';
import { unitId } from '../../testing/organization.js';
import { enginesHere } from '../../testing/test-app.js';
import { LedgerService } from '../ledger.service.js';

const CLOSE = 'mutation ($period: String!) { it: closeMonth(period: $period) { period personName entries } }';
const BEFORE = '{ it: monthClose { next { period overAt entries } checks { check count blocks } closed { period personName } } }';
const STATEMENT = `query ($nodeId: ID!, $period: String!) { it: statement(nodeId: $nodeId, period: $period) {
  closing { period personName } accounts { bearer currency opening entries closing } returnedSales { amount } lineCount exportUrl sheetUrl
  lines { cause causePeriod component bearer amount caseCode } days { amount } } }`;

describe.each(enginesHere())('closing a month on %s', (engine) => {
  let desk: Desk;
  const { toShipped, clerk, buyer } = counterOf(() => desk);
  const march = '2026-03';

  const asked = async (query: string, variables: object = {}, who: StaffEmail = 'finance@example.com'): Promise<Loose> => {
    const { data, errors } = await desk.as(who).graphql(query, variables as never);
    return errors.length > 0 ? { refused: errors[0]?.extensions } : data.it;
  };
  const close = (period: string, who?: StaffEmail) => asked(CLOSE, { period }, who);
  const statement = (period: string, code = 'SHOP1', who?: StaffEmail) => asked(STATEMENT, { nodeId: unitId(code), period }, who);
  const findings = async () => (await checkClosedMonths(desk.it.database.read, unitId('HQ'))).findings;
  const sum = (rows: Loose, key = 'amount'): number => rows.reduce((all: number, row: Loose) => all + Number(row[key]), 0);

  let serial = 0;
  /** What is posted in a month, whenever that is done. */
  const compensation = (period: string): Entry => {
    const grant = `G${String((serial += 1))}`;
    const ref = {
      caseId: '',
      orderId: '',
      originNodeId: unitId('SHOP1'),
      reasonClass: 'quality',
      reason: 'manufacturingDefect',
      currency: 'CNY',
    };
    return compensated({ ...ref, grant, amount: 700 }, { period, policyVersion: null, promiseHash: null });
  };
  const post = (...entries: Entry[]) =>
    desk.it.database.inTransaction((tx) => desk.it.app.get(LedgerService, { strict: false }).post(tx, entries, desk.now));
  const placeOf = async ({ idempotencyKey }: Entry) => {
    const sql = 'SELECT period, cause_period AS belongsTo FROM ledger_entry WHERE idempotency_key = ?';
    return (await desk.it.database.read.query<Loose[]>(sql, [idempotencyKey]))[0];
  };

  beforeAll(async () => {
    desk = await Desk.open(engine);
    await does(clerk(), 'receive', seen(await toShipped()));
    await desk.payouts();
  });
  afterAll(() => desk.it.close());

  it('waits for the end of the month, and is finance’s at HQ', async () => {
    const { next, checks, closed } = await asked(BEFORE);
    expect(next).toMatchObject({ period: march, overAt: '2026-03-31T16:00:00.000Z' });
    expect(next.entries).toBeGreaterThan(0);
    expect(checks).toEqual([
      { check: 'monthOver', count: 1, blocks: true },
      { check: 'entriesBalance', count: 0, blocks: true },
      { check: 'totalsTie', count: 0, blocks: true },
      { check: 'payoutsSettled', count: 0, blocks: false },
    ]);
    expect(closed).toEqual([]);
    expect(await close(march)).toMatchObject({
      refused: { code: 'PERIOD_NOT_READY', details: { failed: [{ check: 'monthOver', count: 1 }] } },
    });
    for (const who of ['op@example.com', 'shop1@example.com', 'east@example.com'] as const)
      expect(await close(march, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    expect(await close('March')).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'period' } });
  });

  it('is refused while books and totals do not agree', async () => {
    desk.pass(Date.UTC(2026, 2, 24) - desk.now);
    const shipped = await toShipped();
    desk.pass(Date.UTC(2026, 2, 31, 16) - desk.now);
    const { writer } = desk.it.database;
    await writer.query('UPDATE ledger_summary SET amount = amount + 1');
    expect((await asked(BEFORE)).checks[2]).toMatchObject({ check: 'totalsTie', count: 2 });
    expect(await close(march)).toMatchObject({
      refused: { code: 'PERIOD_NOT_READY', details: { failed: [{ check: 'totalsTie' }] } },
    });
    await writer.query('UPDATE ledger_summary SET amount = amount - 1');
    expect(await asked('{ it: moneyHome { monthToClose { period } } }')).toEqual({ monthToClose: { period: march } });
    expect(await asked('{ it: moneyHome { monthToClose { period } } }', {}, 'shop1@example.com')).toEqual({ monthToClose: null });

    // Whoever posts while the month is being closed is in it, and counted, or in the next one.
    const late = Array.from({ length: 12 }, () => compensation(march));
    const [closed] = await Promise.all([close(march), ...late.map((entry) => post(entry))]);
    expect(closed).toMatchObject({ period: march, personName: '孙会计' });
    const places = await Promise.all(late.map(placeOf));
    for (const place of places)
      expect([
        { period: march, belongsTo: null },
        { period: '2026-04', belongsTo: march },
      ]).toContainEqual(place);
    expect(await findings()).toEqual([]);

    const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '查无此件', goods: 'notArrived' });
    await does(await buyer(), 'changeLogistics', { ...seen(refused), carrier: '圆通', tracking: 'YT1' });
    const { lines } = await statement('2026-04');
    expect(lines).toContainEqual(expect.objectContaining({ cause: 'reversal', causePeriod: march, caseCode: shipped.code }));
  });

  it('never changes it again', async () => {
    expect(await close(march)).toMatchObject({
      refused: { code: 'PERIOD_CLOSED', field: 'period', allowed: '2026-04', details: { period: march, openPeriod: '2026-04' } },
    });
    expect(await close('2026-02')).toMatchObject({ refused: { code: 'PERIOD_CLOSED', allowed: '2026-04' } });
    expect(await close('2026-05')).toMatchObject({ refused: { code: 'PERIOD_NOT_NEXT', allowed: '2026-04' } });
    const before = await statement(march);
    const late = compensation('2026-01');
    await post(late, late);
    expect(await placeOf(late)).toEqual({ period: '2026-04', belongsTo: '2026-01' });
    expect(await statement(march)).toEqual(before);
    expect(await findings()).toEqual([]);
    const events = await desk.it.database.read.query<Loose[]>(
      "SELECT subject_id AS id FROM audit_event WHERE action = 'money.close'",
    );
    expect(events).toEqual([{ id: march }]);
  });

  it('is found out where somebody changes it behind the product’s back', async () => {
    const { writer } = desk.it.database;
    await writer.query(`UPDATE ledger_line SET amount = amount * 2 WHERE period = '${march}'`);
    expect(await findings()).toMatchObject([{ subject: `closed month ${march}` }]);
    await writer.query(`UPDATE ledger_line SET amount = amount / 2 WHERE period = '${march}'`);
    expect(await findings()).toEqual([]);
  });

  it('opens each statement with what closed the one before, line by line, by bearer', async () => {
    const [first, second] = [await statement(march), await statement('2026-04')];
    expect(first.closing).toEqual({ period: march, personName: '孙会计' });
    expect(second.closing).toBeNull();
    for (const { accounts, lines, lineCount, days } of [first, second]) {
      expect(sum(lines)).toBe(sum(accounts, 'entries'));
      expect([lines.length, days]).toEqual([lineCount, []]);
      for (const account of accounts) expect(account.closing).toBe(Number(account.opening) + Number(account.entries));
    }
    expect(sum(first.accounts, 'opening')).toBe(0);
    expect(second.accounts.map(({ bearer, opening }: Loose) => [bearer, opening])).toEqual(
      first.accounts.map(({ bearer, closing }: Loose) => [bearer, closing]),
    );
    expect(sum(first.returnedSales)).toBe(18_900);
    expect((await statement(march, 'SHOP3')).lines).toEqual([]);
    expect(await statement(march, 'EAST')).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'nodeId' } });
    expect(await statement(march, 'SHOP3', 'shop1@example.com')).toMatchObject({ refused: { code: 'NOT_FOUND' } });
    expect(await statement('2026-13')).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'period' } });
  });

  it('writes the same statement to both files', async () => {
    const { exportUrl, sheetUrl, ...said } = await statement(march);
    const [accounts, lineCount]: [Loose[], number] = [said.accounts, said.lineCount];
    const finance = desk.as('finance@example.com');
    const csv = (await finance.get(exportUrl)).text.trimEnd().split('\r\n').slice(1);
    const amounts = csv.map((line) => Math.round(Number(line.split(',').at(-1)) * 100));
    const [heads, all] = [accounts.length, accounts.length + lineCount];
    expect(csv).toHaveLength(all + accounts.length);
    const total = (from: number, to: number) => amounts.slice(from, to).reduce((left, each) => left + each, 0);
    expect([total(0, heads), total(heads, all), total(all, csv.length)]).toEqual([
      sum(accounts, 'opening'),
      sum(accounts, 'entries'),
      sum(accounts, 'closing'),
    ]);
    const { cookie } = await signedIn(desk.it, 'finance@example.com');
    const { rawPayload } = await desk.it.app.inject({ url: sheetUrl, headers: { cookie } });
    const [sheet] = (await readXlsx(rawPayload)).sheets;
    expect(sheet?.rows.slice(1).map((row) => Math.round(Number(row.at(-1)) * 100))).toEqual(amounts);
    expect((await finance.get(exportUrl.replace('.csv', '.pdf'))).body).toMatchObject({ code: 'BAD_INPUT', field: 'format' });
  });

  it('closes a later month with what landed in it', async () => {
    desk.pass(32 * DAY);
    expect(await close('2026-04')).toMatchObject({ period: '2026-04' });
    expect((await asked(BEFORE)).closed.map(({ period }: Loose) => period)).toEqual(['2026-04', march]);
    expect(await findings()).toEqual([]);
  });
});
