import type { Loose } from '../../testing/client.js';
import { enginesHere } from '../../testing/test-app.js';
import { counterOf } from '../testing/counter.js';
import { caseNow, DAY, Desk, does, perform, refuses, seen } from '../testing/desk.js';

describe.each(enginesHere())('what is done to a case beside its state on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const { toApplied, clerk } = counterOf(() => desk);
  const manager = () => desk.as('shop1@example.com');
  const region = () => desk.as('east@example.com');
  const operator = () => desk.as('op@example.com');
  const offered = (it: Loose, verb: string) => it.remedies.find((each: Loose) => each.verb === verb);
  const lines = (caseId: string): Promise<Loose[]> =>
    desk.it.database.read.query(
      `SELECT account, amount, component, bearer FROM ledger_line WHERE case_id = ? AND component = 'compensation' ORDER BY id`,
      [caseId],
    );
  const sumOf = async (caseId: string, account: string): Promise<number> =>
    (await lines(caseId)).filter((line) => line.account === account).reduce<number>((sum, { amount }) => sum + Number(amount), 0);
  const rejected = async () => does(clerk(), 'reject', { ...seen(await toApplied()), reason: '不符' });

  describe('compensation', () => {
    it('is given by staff within the limit of the case, paid beside the refund, and borne by the store', async () => {
      const before = await caseNow(clerk(), (await toApplied()).id);
      expect(offered(before, 'compensate')).toMatchObject({ maxAmount: 2_000, needs: ['amount', 'reason'] });
      const given = await does(clerk(), 'compensate', { ...seen(before), amount: 1_500, reason: '包装破了' });
      expect(given).toMatchObject({ state: 'APPLIED', version: Number(before.version) + 1, deadline: before.deadline });
      expect(given.events.at(-1)).toMatchObject({ verb: 'compensate', reason: '包装破了', from: 'APPLIED', to: 'APPLIED' });
      expect(offered(given, 'compensate')).toMatchObject({ maxAmount: 500 });
      await desk.payouts();
      const paid = await caseNow(manager(), given.id);
      expect(paid).toMatchObject({ state: 'APPLIED', refunds: [{ purpose: 'compensation', amount: 1_500, status: 'paid' }] });
      expect([await sumOf(given.id, 'expense'), await sumOf(given.id, 'buyerPayable')]).toEqual([1_500, 0]);
      expect(await sumOf(given.id, 'cashClearing')).toBe(-1_500);
      expect(await desk.payouts()).toBe(0);
    });

    it('above the limit is given by the region or HQ alone, and never above what the goods cost', async () => {
      const applied = await toApplied();
      const much = { ...seen(applied), amount: 5_000, reason: '多次延误' };
      for (const who of [clerk(), manager()])
        expect(await refuses(who, 'compensate', much)).toMatchObject({
          code: 'COMPENSATION_LIMIT',
          field: 'amount',
          allowed: 2_000,
        });
      const given = await does(region(), 'compensate', much);
      expect(offered(await caseNow(clerk(), applied.id), 'compensate')).toBeUndefined();
      expect(await refuses(operator(), 'compensate', { ...seen(given), amount: 13_901, reason: '再补' })).toMatchObject({
        allowed: 13_900,
      });
      await does(operator(), 'compensate', { ...seen(given), amount: 13_900, reason: '再补' });
    });

    it('is given after the end of a case as well', async () => {
      const closed = await (async () => {
        const it = await rejected();
        desk.pass(9 * DAY);
        await desk.clocks();
        return caseNow(clerk(), it.id);
      })();
      expect(closed).toMatchObject({ state: 'CLOSED' });
      await does(clerk(), 'compensate', { ...seen(closed), amount: 800, reason: '致歉' });
      await desk.payouts();
      expect(await caseNow(clerk(), closed.id)).toMatchObject({ state: 'CLOSED', refunds: [{ amount: 800, status: 'paid' }] });
    });

    it('is given once for a version that was seen, by two at once too', async () => {
      const applied = await toApplied();
      const grant = { ...seen(applied), amount: 900, reason: '致歉' };
      const answers = await Promise.all([perform(clerk(), 'compensate', grant), perform(manager(), 'compensate', grant)]);
      const codes = answers.map(({ errors }) => errors[0]?.extensions?.['code'] ?? 'done');
      expect([...codes].sort()).toEqual(['STALE_VERSION', 'done']);
      expect(await sumOf(applied.id, 'expense')).toBe(900);
    });

    it('needs a reason, an amount, and somebody of the store or above it', async () => {
      const applied = await toApplied();
      const grant = { ...seen(applied), amount: 900, reason: '致歉' };
      expect(await refuses(clerk(), 'compensate', { ...grant, reason: ' ' })).toMatchObject({
        code: 'BAD_INPUT',
        field: 'reason',
      });
      expect(await refuses(clerk(), 'compensate', { ...grant, amount: 0 })).toMatchObject({ code: 'AMOUNT_INVALID' });
      expect(await refuses(desk.as('shop3@example.com'), 'compensate', grant)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refuses(desk.as('finance@example.com'), 'compensate', grant)).toMatchObject({ code: 'FORBIDDEN' });
    });
  });

  describe('an appeal of the liability', () => {
    const liable = async () => {
      const applied = await toApplied();
      desk.pass(3 * DAY);
      await desk.clocks();
      return caseNow(manager(), applied.id);
    };
    const waiting = async (who = operator()) =>
      (await who.graphql('{ home { appeals { caseId reason contested { party rule } } } }')).data.home.appeals;

    it('is opened by who acts for the store, waits for HQ, and is upheld', async () => {
      const it = await liable();
      expect(offered(it, 'appeal')).toMatchObject({ needs: ['reason'] });
      const appealed = await does(manager(), 'appeal', { ...seen(it), reason: '系统故障' });
      expect(appealed).toMatchObject({ state: it.state, appeals: [{ status: 'open', contested: { rule: 'respondHours' } }] });
      expect(await refuses(manager(), 'appeal', { ...seen(appealed), reason: '再诉' })).toMatchObject({ code: 'APPEAL_OPEN' });
      expect(await waiting()).toContainEqual({
        ...{ caseId: it.id, reason: '系统故障', contested: { party: 'branch', rule: 'respondHours' } },
      });
      expect(await waiting(region())).toEqual([]);
      const upheld = await does(operator(), 'answerAppeal', { ...seen(appealed), reason: '日志显示正常' });
      expect(upheld).toMatchObject({ liability: { party: 'branch', rule: 'respondHours' }, appeals: [{ status: 'upheld' }] });
      expect(await waiting()).toEqual([]);
      const again = await does(manager(), 'appeal', { ...seen(upheld), reason: '补充证据' });
      const last = await does(operator(), 'answerAppeal', { ...seen(again), reason: '不变' });
      expect(offered(last, 'appeal')).toBeUndefined();
      expect(await refuses(manager(), 'appeal', { ...seen(last), reason: '三诉' })).toMatchObject({
        code: 'REPEAT_LIMIT',
        allowed: 2,
      });
    });

    it('changes who is liable, reversing and posting anew what was shared by fault; the buyer’s promise stands', async () => {
      const it = await liable();
      const buyer = await desk.buyer({ id: await orderOf(it.id) } as never);
      const parcel = { ...seen(it), carrier: '顺丰', tracking: 'SFAPPEAL', freightPaid: 1_500 };
      const shipped = await does(buyer, 'ship', parcel);
      const causes = async () =>
        (
          await desk.it.database.read.query<Loose[]>(
            'SELECT DISTINCT e.cause AS cause, e.id AS id FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id WHERE l.case_id = ? ORDER BY e.id',
            [it.id],
          )
        ).map(({ cause }) => cause);
      expect(await causes()).toEqual(['returnShipped', 'buyerReimbursed']);
      const appealed = await does(manager(), 'appeal', { ...seen(shipped), reason: '总部停服' });
      const changed = await does(operator(), 'answerAppeal', { ...seen(appealed), liable: 'hq', reason: '当日停服属实' });
      expect(changed).toMatchObject({
        liability: { party: 'hq', rule: 'appeal', assumed: false },
        appeals: [{ status: 'changed', named: 'hq' }],
        freight: { payer: 'merchant', subsidy: shipped.freight.subsidy, buyer: 0 },
      });
      expect(await causes()).toEqual([
        ...['returnShipped', 'buyerReimbursed', 'reversal', 'reversal', 'returnShipped', 'buyerReimbursed'],
      ]);
      const [balance] = await desk.it.database.read.query<Loose[]>(
        "SELECT SUM(amount) AS cost FROM ledger_line WHERE case_id = ? AND account = 'expense'",
        [it.id],
      );
      expect(Number(balance?.cost)).toBe(1_500);
    });

    it('is nothing for a case where the store is not liable, for staff, for others, or for the buyer’s eyes', async () => {
      const free = await toApplied();
      expect(await refuses(manager(), 'appeal', { ...seen(free), reason: '冤' })).toMatchObject({ code: 'NOTHING_TO_APPEAL' });
      expect(await refuses(operator(), 'answerAppeal', { ...seen(free), reason: '无' })).toMatchObject({
        code: 'NO_OPEN_APPEAL',
      });
      const it = await liable();
      expect(await refuses(clerk(), 'appeal', { ...seen(it), reason: '冤' })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refuses(desk.as('shop3@example.com'), 'appeal', { ...seen(it), reason: '冤' })).toMatchObject({
        code: 'NOT_FOUND',
      });
      const appealed = await does(manager(), 'appeal', { ...seen(it), reason: '内部事' });
      expect(await refuses(region(), 'answerAppeal', { ...seen(appealed), reason: '可' })).toMatchObject({ code: 'FORBIDDEN' });
      const buyer = await desk.buyer({ id: await orderOf(it.id) } as never);
      const theirs = await caseNow(buyer, it.id);
      expect(theirs).toMatchObject({ appeals: [], remedies: [], liability: null });
      expect(theirs.events.map(({ verb }: Loose) => verb)).not.toContain('appeal');
    });
  });

  const orderOf = async (caseId: string): Promise<string> => {
    const rows = await desk.it.database.read.query<{ id: string }[]>('SELECT order_id AS id FROM after_sales_case WHERE id = ?', [
      caseId,
    ]);
    return rows[0]?.id ?? '';
  };
});
