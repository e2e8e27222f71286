import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { counterOf } from './testing/counter.js';
import { caseNow, DAY, Desk, does, HOUR, photographs, refuses, seen } from './testing/desk.js';

describe.each(enginesHere())('the inspection of returned goods on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  const { toApplied, toApproved, toShipped, buyer, clerk } = counterOf(() => desk);

  const found = (passed: boolean, note: string | null = null) => [
    { item: 'intact', passed: true },
    { item: 'unused', passed, note },
    { item: '鞋底无磨损', passed: true },
  ];

  it('goes by the conditions that were promised, told to the buyer at approval and not before', async () => {
    expect(await toApplied()).toMatchObject({ checklist: [] });
    const approved = await toApproved();
    const told = (await caseNow(await buyer(), approved.id)).checklist;
    expect(told).toEqual([
      { item: 'intact', label: { zh: '商品完好', en: 'Intact' }, passed: null, note: null },
      { item: 'unused', label: { zh: '未使用', en: 'Unused' }, passed: null, note: null },
      { item: '鞋底无磨损', label: { zh: '鞋底无磨损', en: '鞋底无磨损' }, passed: null, note: null },
    ]);
  });

  it('of a refund without a return has nothing to go by', async () => {
    const it = await does(clerk(), 'approve', seen(await toApplied({ type: 'RO' })));
    expect(it).toMatchObject({ state: 'REFUNDING', checklist: [] });
  });

  it('says of every item whether it passed, beside the case and in its event', async () => {
    const shipped = await toShipped();
    const received = await does(clerk(), 'receive', {
      ...seen(shipped),
      inspection: '袖口有污渍',
      checklist: found(false, '有污渍'),
    });
    expect(received.checklist.map(({ passed, note }: Loose) => [passed, note])).toEqual([
      [true, null],
      [false, '有污渍'],
      [true, null],
    ]);
    const event = received.events.find(({ verb }: Loose) => verb === 'receive');
    expect(event).toMatchObject({ reason: '袖口有污渍', data: { inspection: [{ item: 'intact' }, { passed: false }, {}] } });
  });

  it('may lead to a deduction that the buyer consents to', async () => {
    const offer = { amount: 10_000, note: '袖口有污渍', checklist: found(false) };
    const proposed = await does(clerk(), 'propose', { ...seen(await toShipped()), ...offer });
    expect(proposed).toMatchObject({
      state: 'AWAIT_CONSENT',
      checklist: [{ passed: true }, { passed: false }, { passed: true }],
    });
  });

  it('may ask the buyer to complete what came back, within bounds, and goes on with his answer or without', async () => {
    const shipped = await toShipped();
    const ask = { question: '少了防尘袋，请补寄或说明', checklist: found(false, '缺防尘袋') };
    expect(await refuses(clerk(), 'askInfo', { ...seen(shipped), ...ask })).toMatchObject({ code: 'GOODS_NOT_HELD' });
    const arrived = await does(clerk(), 'recordTracking', { shipmentId: shipped.shipments[0].id, kind: 'delivered' });
    const offered = arrived.allowedActions.find(({ verb }: Loose) => verb === 'askInfo');
    expect(offered).toMatchObject({ needs: ['question', 'checklist', 'photos'], left: 2 });
    await photographs(clerk(), arrived.id, 'inspection');
    const asked = await does(clerk(), 'askInfo', { ...seen(arrived), ...ask });
    expect(asked).toMatchObject({
      ...{ state: 'NEED_INFO', deadline: { outcome: 'comeBack', paused: true } },
      ...{ checklist: [{}, { passed: false }, {}], photos: [{ eventSeq: asked.events.at(-1).seq }] },
    });
    expect(await refuses(await buyer(), 'withdraw', seen(asked))).toMatchObject({ code: 'GOODS_HELD' });
    const completed = await does(await buyer(), 'supplyInfo', { ...seen(asked), text: '防尘袋已另寄' });
    expect(completed).toMatchObject({ state: 'AWAIT_RECEIPT', deadline: { outcome: 'receive', paused: false } });
    expect(Math.abs(Date.parse(completed.deadline.at) - Date.parse(arrived.deadline.at))).toBeLessThan(HOUR);
    const again = await does(clerk(), 'askInfo', { ...seen(completed), question: '单号是？' });
    desk.pass(8 * DAY);
    await desk.clocks();
    const silent = await caseNow(clerk(), again.id);
    expect(silent).toMatchObject({ state: 'AWAIT_RECEIPT', deadline: { outcome: 'receive' } });
    expect(await refuses(clerk(), 'askInfo', { ...seen(silent), question: '？' })).toMatchObject({ code: 'REPEAT_LIMIT' });
    expect(await does(clerk(), 'receive', seen(silent))).toMatchObject({ state: 'REFUNDING' });
  });

  it('answers the checklist that was sent, whole, and no other', async () => {
    const shipped = await toShipped();
    const receive = (checklist: object[]) => refuses(clerk(), 'receive', { ...seen(shipped), checklist });
    expect(await receive(found(true).slice(1))).toMatchObject({
      ...{ code: 'INSPECTION_INCOMPLETE', field: 'checklist', allowed: ['intact', 'unused', '鞋底无磨损'] },
      details: { items: ['intact'] },
    });
    expect(await receive([...found(true), { item: 'tagsOn', passed: true }])).toMatchObject({
      ...{ code: 'INSPECTION_ITEM_UNKNOWN', details: { items: ['tagsOn'] } },
    });
    expect(await receive(found(true, 'x'.repeat(201)))).toMatchObject({ code: 'BAD_INPUT', field: 'checklist.1.note' });
    expect(await caseNow(clerk(), shipped.id)).toMatchObject({ state: 'AWAIT_RECEIPT', checklist: [{ passed: null }, {}, {}] });
  });
});
