import { enginesHere } from '../testing/test-app.js';
import { counterOf } from './testing/counter.js';
import { caseNow, Desk, does, photographs, seen } from './testing/desk.js';

describe.each(enginesHere())('evidence in a judgement of liability on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  const { toApplied, toShipped, toDispatched, buyer, clerk } = counterOf(() => desk);

  const found = (passed: boolean) => [
    { item: 'intact', passed },
    { item: 'unused', passed: true },
    { item: '鞋底无磨损', passed },
  ];

  it('counts the buyer’s photos of the goods, and not the store’s of the same kind', async () => {
    const one = await toApplied({ reason: 'manufacturingDefect' });
    await photographs(clerk(), one.id, 'goods');
    expect((await does(clerk(), 'approve', seen(one))).liability).toMatchObject({ rule: 'byReason', assumed: true });
    const other = await toApplied({ reason: 'manufacturingDefect' });
    await photographs(await buyer(), other.id, 'goods', 2);
    expect((await does(clerk(), 'approve', seen(other))).liability).toMatchObject({
      ...{ party: 'supplier', rule: 'shownByBuyer', assumed: false, text: { zh: '买家照片证实退货原因' } },
      facts: [{ key: 'reason' }, { key: 'buyerPhotos', at: null, assumed: false, text: { zh: '买家商品照片 2 张' } }],
    });
  });

  it('weighs what the inspection of this very step found, proven by the store’s photos', async () => {
    const said = await does(clerk(), 'receive', { ...seen(await toShipped()), checklist: found(false) });
    expect(said.liability).toMatchObject({ party: 'buyer', rule: 'inspectionFailed', assumed: true });
    const shipped = await toShipped();
    await photographs(clerk(), shipped.id, 'inspection');
    const shown = await does(clerk(), 'receive', { ...seen(shipped), checklist: found(false) });
    expect(shown.liability).toMatchObject({
      ...{ party: 'buyer', rule: 'inspectionFailed', assumed: false },
      facts: [{ key: 'failedItems', text: { zh: '验收 2 项不合格' } }, { key: 'inspectionPhotos' }],
    });
    const fine = await does(clerk(), 'receive', { ...seen(await toShipped()), checklist: found(true) });
    expect(fine.liability).toBeNull();
  });

  it('holds the photo of what went out against the word of who got it', async () => {
    const plain = await toDispatched('EX');
    await does(await buyer(), 'wrongReceived', { ...seen(plain), reason: '收到时已破损' });
    // The buyer is told of no judgement.
    expect((await caseNow(clerk(), plain.id)).liability).toMatchObject({ party: 'branch', rule: 'shippedWrong' });
    const sent = await toDispatched('EX');
    await photographs(clerk(), sent.id, 'outbound');
    await does(await buyer(), 'wrongReceived', { ...seen(sent), reason: '收到时已破损' });
    expect((await caseNow(clerk(), sent.id)).liability).toMatchObject({ party: 'carrier', rule: 'sentAsShown', assumed: true });
  });
});
