import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { assign, publish, subsidy } from '../policies/testing/operations.js';
import { counterOf } from './testing/counter.js';
import { caseNow, DAY, Desk, does, HOUR, photographs, refuses, seen } from './testing/desk.js';

describe.each(enginesHere())('the parcel of a return on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  const { toApplied, toApproved, toShipped, buyer, clerk } = counterOf(() => desk);

  describe('a refusal of receipt', () => {
    it('lets the buyer correct the number of the same parcel, and its carrier in the books', async () => {
      const shipped = await toShipped();
      const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '查无此件', goods: 'notArrived' });
      expect(refused).toMatchObject({ state: 'RECEIPT_REFUSED', deadline: { outcome: 'close' } });
      const corrected = await does(await buyer(), 'changeLogistics', { ...seen(refused), carrier: '圆通', tracking: 'yt-77' });
      expect(corrected).toMatchObject({
        state: 'AWAIT_RECEIPT',
        shipments: [{ carrier: '圆通', tracking: 'YT-77', freightPaid: 1_000 }],
        freight: shipped.freight,
      });
      const lines = await desk.it.database.read.query<{ carrier: string; amount: number | string }[]>(
        "SELECT carrier, SUM(amount) AS amount FROM ledger_line WHERE case_id = ? AND account = 'expense' GROUP BY carrier",
        [shipped.id],
      );
      const byCarrier = new Map(lines.map(({ carrier, amount }) => [carrier, Number(amount)]));
      expect(byCarrier).toEqual(
        new Map([
          ['中通', 0],
          ['圆通', 1_000],
        ]),
      );
    });

    it('lets the buyer name the freight of the same parcel, once, and books it', async () => {
      const approved = await toApproved();
      const unnamed = { ...seen(approved), carrier: '中通', tracking: `ZTBARE${approved.code}` };
      const shipped = await does(await buyer(), 'ship', unnamed);
      expect(shipped).toMatchObject({ freight: { subsidy: null }, shipments: [{ freightPaid: null }] });
      const named = await does(await buyer(), 'changeLogistics', { ...unnamed, ...seen(shipped), freightPaid: 1_300 });
      expect(named).toMatchObject({ freight: { subsidy: 1_300, buyer: 0 }, shipments: [{ freightPaid: 1_300 }] });
      const manager = desk.as('shop1@example.com');
      expect((await caseNow(manager, approved.id)).cost).toBe(1_300);
      const again = { ...unnamed, ...seen(named), carrier: '圆通' };
      expect(await refuses(await buyer(), 'changeLogistics', { ...again, freightPaid: 1_500 })).toMatchObject({
        ...{ code: 'FREIGHT_DIFFERS', field: 'freightPaid', allowed: 1_300 },
      });
      const corrected = await does(await buyer(), 'changeLogistics', again);
      expect(corrected.shipments).toMatchObject([{ carrier: '圆通', freightPaid: 1_300 }]);
      expect((await caseNow(manager, approved.id)).cost).toBe(1_300);
    });

    it('takes the store’s word for where the goods are, whatever the carrier reported', async () => {
      const shipped = await toShipped();
      await photographs(clerk(), shipped.id, 'refusal');
      const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '外箱破损', goods: 'turnedBack' });
      expect(refused).toMatchObject({ state: 'RECEIPT_REFUSED', deadline: { outcome: 'close' } });
      const anew = { ...seen(refused), carrier: '顺丰', tracking: 'SFAGAIN', freightPaid: 900 };
      expect((await does(await buyer(), 'changeLogistics', anew)).shipments).toMatchObject([
        { direction: 'return', freightPaid: 1_000 },
        { direction: 'return', freightPaid: 900 },
      ]);
    });

    it('goes to HQ, not to an end, while the store holds the goods; shipped back, a new parcel may follow', async () => {
      const shipped = await toShipped();
      await photographs(clerk(), shipped.id, 'refusal');
      const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '已使用', goods: 'branch' });
      expect(refused.deadline.outcome).toBe('dispute');
      expect(await refuses(await buyer(), 'withdraw', seen(refused))).toMatchObject({ code: 'GOODS_HELD' });
      const back = await does(clerk(), 'shipBack', { ...seen(refused), carrier: '顺丰', tracking: 'SFBACK' });
      expect(back).toMatchObject({ state: 'RECEIPT_REFUSED', shipments: [{ direction: 'return' }, { direction: 'back' }] });
      const anew = await does(await buyer(), 'changeLogistics', {
        ...seen(back),
        carrier: '顺丰',
        tracking: 'SFNEW',
        freightPaid: 1_200,
      });
      expect(anew.shipments.map(({ direction }: Loose) => direction)).toEqual(['return', 'back', 'return']);
      expect(anew.freight.subsidy).toBe(2_200);
    });
  });

  describe('a parcel that is lost', () => {
    it('is refunded on the carrier’s word, at the carrier’s door', async () => {
      const shipped = await toShipped();
      const lost = await does(clerk(), 'recordTracking', { shipmentId: shipped.shipments[0].id, kind: 'lost', note: '网点失火' });
      expect(lost).toMatchObject({
        state: 'REFUNDING',
        liability: {
          ...{ party: 'carrier', assumed: true, text: { zh: '退货包裹丢失' }, flip: { zh: '有送达记录，就不是丢件' } },
          facts: [
            { key: 'buyerShipped', at: expect.any(String), assumed: false },
            { key: 'lost', at: null, assumed: true },
          ],
        },
      });
    });

    it('cannot be lost once it was delivered', async () => {
      const shipped = await toShipped();
      const [{ id: shipmentId }] = shipped.shipments;
      const delivered = await does(clerk(), 'recordTracking', { shipmentId, kind: 'delivered' });
      expect(await refuses(clerk(), 'recordTracking', { shipmentId, kind: 'lost' })).toMatchObject({ code: 'ALREADY_DELIVERED' });
      expect(await refuses(clerk(), 'reportLost', { ...seen(delivered), reason: '找不到' })).toMatchObject({
        code: 'ALREADY_DELIVERED',
      });
    });

    it.each([
      ['in the future', 3 * HOUR, 'INSTANT_IN_FUTURE'],
      ['before it went out', -3 * DAY, 'BEFORE_SHIPMENT'],
    ])('is not reported %s', async (_, offset, code) => {
      const shipped = await toShipped();
      const at = new Date(desk.now + offset).toISOString();
      expect(
        await refuses(clerk(), 'recordTracking', { shipmentId: shipped.shipments[0].id, kind: 'delivered', at }),
      ).toMatchObject({ code });
    });
  });

  it('asks anew who pays the freight of a new parcel, once the reason has changed', async () => {
    const shipped = await toShipped();
    expect(shipped.freight).toMatchObject({ payer: 'buyer', subsidy: 1_000 });
    await photographs(clerk(), shipped.id, 'refusal');
    const refused = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '已使用', goods: 'branch' });
    const changed = { ...seen(refused), reason: 'manufacturingDefect' };
    const rejected = await does(clerk(), 'reject', { ...seen(await does(await buyer(), 'modify', changed)), reason: '看不出' });
    const back = await does(clerk(), 'shipBack', { ...seen(rejected), carrier: '顺丰', tracking: 'SFBACK2' });
    const again = await does(await buyer(), 'modify', { ...seen(back), amount: 18_000 });
    const anew = { ...seen(await does(clerk(), 'approve', seen(again))), carrier: '顺丰', tracking: 'SFNEW2' };
    expect((await does(await buyer(), 'ship', { ...anew, freightPaid: 2_500 })).freight).toMatchObject({
      payer: 'merchant',
      subsidy: 1_000 + 1_935,
      overCap: 565,
      buyer: 0,
    });
  });

  it('puts the freight of the store’s own delay on the store', async () => {
    const applied = await toApplied();
    expect(applied.freight.payer).toBe('buyer');
    desk.pass(3 * DAY);
    await desk.clocks();
    const agreed = await caseNow(await buyer(), applied.id);
    expect(agreed).toMatchObject({ state: 'AWAIT_RETURN', freight: { payer: 'merchant' } });
    const shipped = await does(await buyer(), 'ship', {
      ...seen(agreed),
      carrier: '顺丰',
      tracking: 'SFLATE',
      freightPaid: 2_500,
    });
    expect(shipped.freight).toMatchObject({ subsidy: 1_935, overCap: 565, buyer: 0 });
    const manager = desk.as('shop1@example.com');
    expect(await caseNow(manager, applied.id)).toMatchObject({
      cost: 2_500,
      liability: { party: 'branch', rule: 'respondHours' },
    });
  });

  it.each([
    ['that nobody declared', null, { subsidy: 1_000, buyer: 0 }],
    ['below it', 800, { subsidy: 1_000, buyer: 0 }],
    ['above it', 1_500, { subsidy: 1_000, buyer: 500 }],
  ])('pays a promised flat sum for the tracking number: a freight %s', async (_, freightPaid, parts) => {
    const operator = desk.as('op@example.com');
    const flat = { mode: { set: { kind: 'selfShip', flat: 1_000 } } } as const;
    const { versionId } = await publish(operator, subsidy, `自寄 ${String(freightPaid)}`, flat);
    await assign(operator, versionId, 'SHOP1');
    const approved = await toApproved();
    const sent = { ...seen(approved), carrier: '中通', tracking: `ZTFLAT${approved.code}`, ...(freightPaid && { freightPaid }) };
    const shipped = await does(await buyer(), 'ship', sent);
    expect(shipped).toMatchObject({ freight: { payer: 'buyer', ...parts }, shipments: [{ freightPaid }] });
    const corrected = await does(clerk(), 'refuseReceipt', { ...seen(shipped), reason: '查无此件', goods: 'notArrived' });
    const again = { ...seen(corrected), carrier: '圆通', tracking: `YTFLAT${approved.code}` };
    expect((await does(await buyer(), 'changeLogistics', again)).freight).toMatchObject(parts);
    expect((await caseNow(desk.as('shop1@example.com'), approved.id)).cost).toBe(1_000);
  });
});
