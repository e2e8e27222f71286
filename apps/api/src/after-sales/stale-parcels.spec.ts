import { migrations } from '@headwater/migrations';
import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { counterOf } from './testing/counter.js';
import { caseNow, DAY, Desk, does, HOUR, seen } from './testing/desk.js';

describe.each(enginesHere())('what people are reminded of on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine, { staleDays: { set: 3 } });
  });
  afterAll(() => desk.it.close());
  const { toShipped, toDispatched, toOwed, toDisputed, buyer, clerk } = counterOf(() => desk);

  const alerts = async (id: string): Promise<Loose[]> =>
    (await caseNow(clerk(), id)).events.filter(({ verb }: Loose) => verb === 'parcelStale');
  const news = (it: Loose, kind: string, ago = 0) =>
    does(clerk(), 'recordTracking', {
      shipmentId: it.shipments[0].id,
      ...{ kind, at: new Date(desk.now - ago).toISOString() },
    });
  const shown = async (view: string, client = clerk()): Promise<ReadonlyMap<string, string>> => {
    const asked = 'query ($filter: CaseFilter) { it: cases(filter: $filter) { items { id remindedKind remindedAt } } }';
    const { items } = (await client.graphql(asked, { filter: { view } })).data.it;
    return new Map(items.map(({ id, remindedKind }: Loose) => [id, remindedKind]));
  };
  const stale = async (): Promise<string[]> => [...(await shown('stale')).keys()];
  const pass = async (ms: number) => {
    desk.pass(ms);
    await desk.clocks();
  };

  const markOf = async (id: string): Promise<Loose> => {
    const sql = 'SELECT reminded_kind AS remindedKind, reminded_at AS remindedAt FROM after_sales_case WHERE id = ?';
    const [row] = await desk.it.database.read.query<Loose[]>(sql, [id]);
    return row;
  };

  it('is the silence of a carrier: once for each stretch of it, from the shipment’s record or the last event', async () => {
    const it = await toShipped();
    await pass(3 * DAY - HOUR);
    expect(await alerts(it.id)).toEqual([]);
    await pass(HOUR);
    await pass(DAY);
    const alerted = await caseNow(clerk(), it.id);
    expect(await alerts(it.id)).toMatchObject([{ actorKind: 'system', from: 'AWAIT_RECEIPT', data: { kind: 'parcelStale' } }]);
    // An alert moves nothing: neither the version nor the deadline.
    expect([alerted.version, alerted.deadline.at]).toEqual([it.version, it.deadline.at]);
    expect(await stale()).toContain(it.id);
    await news(it, 'inTransit', HOUR);
    expect(await stale()).not.toContain(it.id);
    await pass(3 * DAY - HOUR);
    expect(await alerts(it.id)).toHaveLength(2);
    await news(it, 'delivered');
    expect(await stale()).not.toContain(it.id);
    await pass(2 * DAY);
    expect(await alerts(it.id)).toHaveLength(2);
  });

  it('is the silence about a replacement too, which begins anew with a corrected number', async () => {
    const it = await toDispatched('RS');
    await pass(2 * DAY);
    await does(clerk(), 'correctLogistics', { ...seen(it), carrier: '顺丰', tracking: 'SF-RIGHT-1' });
    await pass(2 * DAY);
    expect(await alerts(it.id)).toEqual([]);
    await pass(DAY);
    expect(await alerts(it.id)).toHaveLength(1);
    expect(await stale()).toContain(it.id);
    await does(await buyer(), 'notReceived', seen(await caseNow(clerk(), it.id)));
    expect(await stale()).not.toContain(it.id);
  });

  describe('bad news of a parcel', () => {
    const alerted = async (id: string): Promise<Loose[]> =>
      (await caseNow(clerk(), id)).events.filter(({ verb }: Loose) => verb === 'parcelLost' || verb === 'parcelReturned');
    /** A return under way whose case is with the store once more: its parcel was not believed in, and the buyer changed his application. */
    const toModified = async (): Promise<Loose> => {
      const refused = await does(clerk(), 'refuseReceipt', {
        ...seen(await toShipped()),
        reason: '查无此件',
        goods: 'notArrived',
      });
      return does(await buyer(), 'modify', { ...seen(refused), amount: 18_000 });
    };

    it.each([
      ['lost', 'parcelLost'],
      ['returned', 'parcelReturned'],
    ])('to the buyer is an alert at once and moves nothing: %s', async (kind, verb) => {
      const it = await toDispatched('RS');
      await news(it, kind);
      expect(await caseNow(clerk(), it.id)).toMatchObject({ state: 'AWAIT_BUYER_RECEIPT', version: it.version });
      expect(await alerted(it.id)).toMatchObject([{ verb, actorKind: 'staff', from: 'AWAIT_BUYER_RECEIPT' }]);
      expect(await stale()).toContain(it.id);
      await pass(4 * DAY);
      expect(await alerts(it.id)).toEqual([]);
      await news(it, 'inTransit');
      expect(await stale()).not.toContain(it.id);
      await pass(3 * DAY);
      expect(await alerts(it.id)).toHaveLength(1);
    });

    it('to the store is an alert where it is turned back', async () => {
      const it = await toShipped();
      await news(it, 'returned');
      expect(await alerted(it.id)).toMatchObject([{ verb: 'parcelReturned', from: 'AWAIT_RECEIPT' }]);
      expect(await stale()).toContain(it.id);
    });

    it.each([
      ['APPLIED', (it: Loose) => it],
      ['NEED_INFO', (it: Loose) => does(clerk(), 'askInfo', { ...seen(it), question: '哪家快递' })],
      ['AWAIT_CONSENT', (it: Loose) => does(clerk(), 'propose', { ...seen(it), amount: 9_000, note: '各担一半' })],
      ['REJECTED', (it: Loose) => does(clerk(), 'reject', { ...seen(it), reason: '没有收到' })],
    ])('to the store is an alert where nobody awaits it: %s', async (state, bringTo) => {
      const it = await bringTo(await toModified());
      await news(it, 'lost');
      expect(await caseNow(clerk(), it.id)).toMatchObject({ state, version: it.version });
      expect(await alerted(it.id)).toMatchObject([{ verb: 'parcelLost', from: state }]);
      expect(await stale()).toContain(it.id);
      await news(it, 'delivered');
      expect(await stale()).not.toContain(it.id);
    });

    it('goes with its case, until the case is about no such parcel any more', async () => {
      const it = await toModified();
      await news(it, 'lost');
      const approved = await does(clerk(), 'approve', seen(it));
      expect(approved.state).toBe('AWAIT_RECEIPT');
      expect((await shown('stale')).get(it.id)).toBe('parcelLost');
      await pass(4 * DAY);
      expect((await shown('stale')).get(it.id)).toBe('parcelLost');
      const now = await caseNow(clerk(), it.id);
      await does(clerk(), 'reportLost', { ...seen(now), reason: '快递确认丢失' });
      expect(await stale()).not.toContain(it.id);
    });

    it('is what the carrier said last, not what was recorded last', async () => {
      const it = await toDispatched('RS');
      desk.pass(2 * HOUR);
      await news(it, 'inTransit');
      await news(it, 'lost', HOUR);
      expect(await stale()).not.toContain(it.id);
    });
  });

  describe('a reminder', () => {
    it('marks a dispatch that is late, until the parcel goes out', async () => {
      const it = await toOwed('RS');
      await pass(2 * DAY - HOUR);
      expect([...(await shown('dispatchLate')).keys()]).not.toContain(it.id);
      await pass(HOUR);
      expect((await shown('dispatchLate')).get(it.id)).toBe('reshipDue');
      await does(clerk(), 'dispatch', { ...seen(it), carrier: '顺丰', tracking: `SF${it.code}` });
      expect([...(await shown('dispatchLate')).keys()]).not.toContain(it.id);
    });

    it('marks a dispute that waits for its verdict for too long, and counts it on HQ’s landing page', async () => {
      const operator = desk.as('op@example.com');
      const late = async () => (await operator.graphql('{ home { disputesLate } }')).data.home.disputesLate as number;
      const it = await toDisputed();
      const before = await late();
      await pass(5 * DAY);
      expect((await shown('disputeLate', operator)).get(it.id)).toBe('disputeOpen');
      expect(await late()).toBeGreaterThan(before);
      const now = await caseNow(operator, it.id);
      await does(operator, 'verdict', { ...seen(now), to: 'CLOSED', reason: '支持门店' });
      expect([...(await shown('disputeLate', operator)).keys()]).not.toContain(it.id);
    });
  });

  it('was the silence of a parcel alone before: the migration keeps what stands', async () => {
    const it = await toShipped();
    await pass(3 * DAY);
    const { remindedAt } = await markOf(it.id);
    const runner = desk.it.database.writer.createQueryRunner();
    const migration = migrations.map((each) => new each()).find(({ name }) => name?.startsWith('RemindedCases'));
    await migration?.down(runner);
    const [old] = await runner.query('SELECT stale_since AS at FROM after_sales_case WHERE id = ?', [it.id]);
    expect(Number(old.at)).toBe(Number(remindedAt));
    await migration?.up(runner);
    await migration?.up(runner);
    await runner.release();
    expect(await markOf(it.id)).toEqual({ remindedKind: 'parcelStale', remindedAt });
  });
});
