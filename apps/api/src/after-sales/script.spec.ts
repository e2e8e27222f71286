import { publish, publishNext, assign, rules, scripts, subsidy } from '../policies/testing/operations.js';
import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { DAY, Desk, does, forAll, seen, type Caller, type SoldOrder } from './testing/desk.js';

const SCRIPT = 'query ($id: ID!) { it: case(id: $id) { script { field part text { zh en } hidden missing { zh } } } }';
const ORDER = 'query ($id: ID!) { it: order(id: $id) { notices { zh } badges { lineId text { zh } } } }';

describe.each(enginesHere())('the script of a case on %s', (engine) => {
  let desk: Desk;
  let clerk: Caller;
  beforeAll(async () => {
    desk = await Desk.open(engine);
    clerk = desk.as('clerk1@example.com');
  });
  afterAll(() => desk.it.close());

  const scriptOf = async (id: string, who: Caller = clerk): Promise<Loose[]> =>
    (await who.graphql(SCRIPT, { id })).data.it.script;
  const told = async (id: string) => (await scriptOf(id)).map(({ text }) => text.zh);
  const orderOf = async (order: SoldOrder, who: Caller = clerk): Promise<Loose> =>
    (await who.graphql(ORDER, { id: order.id })).data.it;

  it('follows the case, with the promise’s numbers and an apology where the store is at fault', async () => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order);
    let now = await does(buyer, 'apply', forAll(order, { reason: 'manufacturingDefect' }));
    const [apology, applied] = await scriptOf(now.id);
    expect(apology).toMatchObject({ field: 'apologyQuality', part: 'script', hidden: null });
    expect(applied?.text).toEqual({
      zh: '你的售后申请已收到，我们会在 48 小时内答复；超时未答复，系统自动同意。',
      en: 'We have your application and will answer within 48 hours; if we do not, it is approved by itself.',
    });
    now = await does(clerk, 'approve', seen(now));
    expect((await told(now.id))[1]).toMatch(/^申请已通过，7 天内/u);
    expect(await scriptOf(now.id, buyer)).toEqual([]);
  });

  it('keeps to the promise where rules have changed since, and to those in force where nothing was promised', async () => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const operator = desk.as('op@example.com');
    const changed = await publish(operator, rules, '更久', { shipDays: { set: 20 }, respondHours: { set: 24 } });
    await assign(operator, changed.versionId, 'SHOP1');
    let now = await does(await desk.buyer(order), 'apply', forAll(order, { reason: 'changedMind' }));
    expect(await told(now.id)).toEqual([expect.stringContaining('24 小时')]);
    now = await does(clerk, 'approve', seen(now));
    expect(await told(now.id)).toEqual([expect.stringContaining('7 天')]);
  });

  it('speaks of the cap only where the order was promised free returns, and says which value is missing', async () => {
    const operator = desk.as('op@example.com');
    const words = { zh: '运费最高补{subsidyCap}。', en: 'Freight up to {subsidyCap}.' };
    const policy = await publish(operator, scripts, '话术', { applyScript: { set: words } });
    await assign(operator, policy.versionId, 'SHOP1');
    const order = await desk.sell();
    const off = await publish(operator, subsidy, '停', { enabled: { set: false } });
    await assign(operator, off.versionId, 'SHOP1');
    const bare = await desk.sell();
    desk.pass(4 * DAY);
    const [promised, without] = [
      await does(await desk.buyer(order), 'apply', forAll(order, { reason: 'changedMind' })),
      await does(await desk.buyer(bare), 'apply', forAll(bare, { reason: 'changedMind' })),
    ];
    expect(await told(promised.id)).toEqual(['运费最高补 19.35 元。']);
    expect(await scriptOf(without.id)).toMatchObject([{ text: null, hidden: 'valueMissing', missing: [{ zh: '补贴封顶' }] }]);
    await assign(operator, await publishNext(operator, policy.policyId, { applyScript: { set: { zh: '', en: '' } } }), 'SHOP1');
    expect(await scriptOf(promised.id)).toEqual([]);
  });

  it('and the order page tell what the order was promised, the badge on the lines that are covered', async () => {
    const operator = desk.as('op@example.com');
    const row = { categories: ['coat'], priceFrom: null, priceTo: null, channels: null, covered: true };
    const on = await publish(operator, subsidy, '只有外套', { enabled: { set: true }, scope: { set: [row] } });
    await assign(operator, on.versionId, 'SHOP1');
    const order = await desk.sell({
      lines: [{}, { sku: 'S2', name: '袜子', category: 'socks', unitPrice: 900, paidAmount: 900 }],
    });
    const off = await publish(operator, subsidy, '停用', { enabled: { set: false } });
    await assign(operator, off.versionId, 'SHOP1');
    const bare = await desk.sell();
    expect(await orderOf(order)).toEqual({
      notices: [{ zh: expect.stringContaining('7 天内可无理由退货') }, { zh: '退货运费由商家补贴，每次最高 19.35 元。' }],
      badges: [{ lineId: order.lines[0]?.id, text: { zh: '退货包运费' } }],
    });
    expect((await orderOf(order, await desk.buyer(order))).badges).toHaveLength(1);
    expect(await orderOf(bare)).toMatchObject({ notices: [{ zh: expect.any(String) }], badges: [] });
  });
});
