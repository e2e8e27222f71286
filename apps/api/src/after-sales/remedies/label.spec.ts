import type { Loose } from '../../testing/client.js';
import { enginesHere } from '../../testing/test-app.js';
import { counterOf } from '../testing/counter.js';
import { caseNow, Desk, does, photographs, refuses, seen } from '../testing/desk.js';

const label = { carrier: ' 顺丰 ', tracking: 'sf 7001', freightPaid: 1_100 };
const kept = { carrier: '顺丰', tracking: 'SF7001' };

describe.each(enginesHere())('a prepaid label on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  const { toApplied, toApproved, toShipped, buyer, clerk } = counterOf(() => desk);
  const manager = () => desk.as('shop1@example.com');
  const toOurs = () => toApproved({ reason: 'manufacturingDefect' });
  const offered = async (id: string): Promise<Loose> =>
    (await caseNow(manager(), id)).remedies.find(({ verb }: Loose) => verb === 'issueLabel');

  it('is issued for a return whose freight is ours, with its file, and is the buyer’s to see', async () => {
    const it = await toOurs();
    expect(await offered(it.id)).toMatchObject({ needs: ['carrier', 'tracking', 'freightPaid', 'photos'] });
    await photographs(clerk(), it.id, 'returnLabel');
    const issued = await does(clerk(), 'issueLabel', { ...seen(it), ...label });
    expect(issued).toMatchObject({ state: 'AWAIT_RETURN', deadline: it.deadline, version: Number(it.version) + 1 });
    expect(issued.events.at(-1)).toMatchObject({
      verb: 'issueLabel',
      reason: '顺丰 SF7001',
      data: { label: { freight: 1_100 } },
    });
    const told = await caseNow(await buyer(), it.id);
    expect(told).toMatchObject({ returnLabel: kept, photos: [{ kind: 'returnLabel' }] });
    expect(told.events.at(-1).data).toBeNull();
  });

  it('costs the buyer nothing, and is posted as freight of fault once the goods go out by it', async () => {
    const it = await does(clerk(), 'issueLabel', { ...seen(await toOurs()), ...label });
    const parcel = { ...seen(it), ...kept };
    expect(await refuses(await buyer(), 'ship', { ...parcel, freightPaid: 1_100 })).toMatchObject({
      ...{ code: 'LABEL_PREPAID', field: 'freightPaid', allowed: 0 },
    });
    const shipped = await does(await buyer(), 'ship', { ...parcel, freightPaid: 0 });
    expect(shipped.shipments).toMatchObject([{ tracking: 'SF7001', freightPaid: null }]);
    const ours = await caseNow(manager(), it.id);
    expect(ours).toMatchObject({ cost: 1_100, freight: { fault: 1_100, subsidy: 0, overCap: 0, buyer: 0 } });
    const received = await does(clerk(), 'receive', seen(ours));
    // What the branch has paid is not paid to the buyer.
    expect(received.refunds).toMatchObject([{ purpose: 'goods' }]);
    await desk.payouts();
    expect(await caseNow(manager(), it.id)).toMatchObject({ state: 'REFUNDED', refunds: [{ status: 'paid' }], cost: 1_100 });
  });

  it('binds no buyer: a parcel of his own is paid back as ever', async () => {
    const it = await does(clerk(), 'issueLabel', { ...seen(await toOurs()), ...label, tracking: 'SF7002' });
    const shipped = await does(await buyer(), 'ship', { ...seen(it), carrier: '中通', tracking: 'ZT7002', freightPaid: 900 });
    const received = await does(clerk(), 'receive', seen(shipped));
    expect(received.refunds.map(({ purpose }: Loose) => purpose)).toEqual(['goods', 'freight']);
  });

  it('is owed to the carrier also where the case ends without a refund', async () => {
    const it = await does(clerk(), 'issueLabel', { ...seen(await toOurs()), ...label, tracking: 'SF7005' });
    const shipped = await does(await buyer(), 'ship', { ...seen(it), carrier: '顺丰', tracking: 'SF7005', freightPaid: null });
    const refused = { reason: '地址不符', goods: 'turnedBack' };
    await photographs(clerk(), shipped.id, 'refusal');
    const back = await does(clerk(), 'refuseReceipt', { ...seen(shipped), ...refused });
    await does(await buyer(), 'withdraw', seen(back));
    expect(await caseNow(manager(), it.id)).toMatchObject({ state: 'CLOSED', cost: 1_100 });
  });

  it('takes the place of the one before while the goods are waited for, and of nothing after', async () => {
    const first = await does(clerk(), 'issueLabel', { ...seen(await toOurs()), ...label, tracking: 'SF7003' });
    const second = await does(clerk(), 'issueLabel', { ...seen(first), ...label, tracking: 'SF7004' });
    expect((await caseNow(clerk(), second.id)).returnLabel).toMatchObject({ tracking: 'SF7004' });
    expect(await refuses(clerk(), 'issueLabel', { ...seen(first), ...label })).toMatchObject({ code: 'STALE_VERSION' });
    const gone = await does(await buyer(), 'ship', { ...seen(second), carrier: '顺丰', tracking: 'SF7004', freightPaid: null });
    expect(await refuses(clerk(), 'issueLabel', { ...seen(gone), ...label })).toMatchObject({ code: 'WRONG_STATE' });
    expect(await offered(gone.id)).toBeUndefined();
  });

  it('is none where the buyer pays, before approval, of nothing, or by who may not', async () => {
    const his = await toApproved();
    expect(await refuses(clerk(), 'issueLabel', { ...seen(his), ...label })).toMatchObject({ code: 'LABEL_NOT_OWED' });
    expect(await offered(his.id)).toBeUndefined();
    const waiting = await toApplied({ reason: 'manufacturingDefect' });
    expect(await refuses(clerk(), 'issueLabel', { ...seen(waiting), ...label })).toMatchObject({ code: 'WRONG_STATE' });
    const it = await toOurs();
    for (const [field, wrong] of [
      ['carrier', { carrier: ' ' }],
      ['tracking', { tracking: '' }],
      ['freightPaid', { freightPaid: -1 }],
    ] as const)
      expect(await refuses(clerk(), 'issueLabel', { ...seen(it), ...label, ...wrong })).toMatchObject({
        code: 'BAD_INPUT',
        field,
      });
    expect(await refuses(desk.as('shop3@example.com'), 'issueLabel', { ...seen(it), ...label })).toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const who of [await buyer(), desk.as('finance@example.com')])
      expect(await refuses(who, 'issueLabel', { ...seen(it), ...label })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await caseNow(clerk(), it.id)).version).toBe(it.version);
    expect((await toShipped()).returnLabel).toBeNull();
  });
});
