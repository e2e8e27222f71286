import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { counterOf } from './testing/counter.js';
import { caseNow, DAY, Desk, does, HOUR, seen } from './testing/desk.js';

describe.each(enginesHere())('the silence of a carrier on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine, { staleDays: { set: 3 } });
  });
  afterAll(() => desk.it.close());
  const { toShipped, toDispatched, buyer, clerk } = counterOf(() => desk);

  const alerts = async (id: string): Promise<Loose[]> =>
    (await caseNow(clerk(), id)).events.filter(({ verb }: Loose) => verb === 'parcelStale');
  const news = (it: Loose, kind: string, ago = 0) =>
    does(clerk(), 'recordTracking', {
      shipmentId: it.shipments[0].id,
      ...{ kind, at: new Date(desk.now - ago).toISOString() },
    });
  const stale = async (): Promise<string[]> =>
    (await clerk().graphql('query { it: cases(filter: { view: "stale" }) { items { id staleSince } } }')).data.it.items.map(
      ({ id }: Loose) => id,
    );
  const pass = async (ms: number) => {
    desk.pass(ms);
    await desk.clocks();
  };

  it('is an alert once for each stretch of it, from the shipment’s record or the last event', async () => {
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

  it('is heard of a replacement too, and begins anew with a corrected number', async () => {
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

    it('is what the carrier said last, not what was recorded last', async () => {
      const it = await toDispatched('RS');
      desk.pass(2 * HOUR);
      await news(it, 'inTransit');
      await news(it, 'lost', HOUR);
      expect(await stale()).not.toContain(it.id);
    });
  });
});
