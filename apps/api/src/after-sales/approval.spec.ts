import type { Directives } from '@headwater/policy';
import { assign, publish, rules } from '../policies/testing/operations.js';
import { enginesHere } from '../testing/test-app.js';
import type { Loose } from '../testing/client.js';
import { caseNow, DAY, Desk, does, forAll, HOUR, refuses, seen, type SoldOrder } from './testing/desk.js';

/** Goods up to 20.00 are kept; what is not wanted is approved up to 200.00, of a buyer who does not return too often. */
const decisions: Directives = {
  returnless: { set: { by: 'amount', amount: 2_000 } },
  autoApprove: { set: [{ amountUpTo: 20_000, reasonClasses: ['expectation'], riskUpTo: 'normal' }] },
};

const limits: Directives = {
  frequentReturners: { set: true },
  riskApplications: { set: 2 },
  riskShare: { set: 50 },
};

describe.each(enginesHere())('what is decided at approval, on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine, decisions);
    const operator = desk.as('op@example.com') as never;
    await assign(operator, (await publish(operator, 'riskLimits', '风险限制', limits)).versionId, 'HQ');
    desk.pass(HOUR);
  });
  afterAll(() => desk.it.close());

  const shop = () => desk.as('shop1@example.com');
  const cheap = { lines: [{ name: '发圈', unitPrice: 1_500, paidAmount: 1_500 }] };
  const received = async (sale: object = {}): Promise<SoldOrder> => {
    const order = await desk.sell(sale);
    desk.pass(4 * DAY);
    return order;
  };
  const apply = async (order: SoldOrder, more: object = {}): Promise<Loose> =>
    does(await desk.buyer(order), 'apply', forAll(order, more));
  const staffView = async (id: string): Promise<Loose> => {
    const answer = await shop().graphql(
      `query ($id: ID!) { it: case(id: $id) { keepsItem buyerRisk { level lookClosely applications lines windowDays trace { text { zh en } } }
        script { field text { zh } } allowedActions { verb effect { zh en } returnless { keeps saves trace { rule passed text { zh en } } } } } }`,
      { id },
    );
    expect(answer.errors).toEqual([]);
    return answer.data.it;
  };

  it('approves by rule in the application’s own transaction, as system, with the rule’s id', async () => {
    const made = await apply(await received());
    expect(made).toMatchObject({ state: 'AWAIT_RETURN', version: 2, returnAddress: { recipient: '售后组' } });
    const [, approval] = (await caseNow(shop(), made.id)).events;
    expect(approval).toMatchObject({ seq: 2, verb: 'approve', actorKind: 'system', actorName: 'autoApproval' });
    expect(approval.data.trace).toContainEqual(
      expect.objectContaining({ rule: 'autoApprove', passes: true, facts: expect.objectContaining({ id: 'autoApprove.1' }) }),
    );
  });

  it('leaves what no row speaks of to people', async () => {
    const defect = await apply(await received(), { reason: 'manufacturingDefect' });
    const dear = await apply(await received({ lines: [{ unitPrice: 20_001, paidAmount: 20_001 }] }));
    expect([defect.state, dear.state]).toEqual(['APPLIED', 'APPLIED']);
  });

  it('approves by rule what the buyer has changed so that a row speaks of it, with an event of its own', async () => {
    const order = await received();
    const reject = async (it: Loose) => does(shop(), 'reject', { ...seen(it), reason: '看不出' });
    const defect = await apply(order, { reason: 'manufacturingDefect' });
    const still = await does(await desk.buyer(order), 'modify', { ...seen(await reject(defect)), amount: 9_000 });
    expect(still.state).toBe('APPLIED');
    const change = { ...seen(await reject(still)), reason: 'unfit' };
    expect(await does(await desk.buyer(order), 'modify', change)).toMatchObject({ state: 'AWAIT_RETURN' });
    const [modified, approval] = (await caseNow(shop(), defect.id)).events.slice(-2);
    expect(modified).toMatchObject({ verb: 'modify', to: 'APPLIED' });
    expect(approval).toMatchObject({ verb: 'approve', actorName: 'autoApproval', from: 'APPLIED' });
  });

  it('approves by rule what the buyer has answered, where a row speaks of it by now', async () => {
    const order = await desk.sell({ store: 'SHOP3' });
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order, 'shop3@example.com');
    const made = await does(buyer, 'apply', forAll(order, { reason: 'manufacturingDefect' }));
    const asked = await does(desk.as('shop3@example.com'), 'askInfo', { ...seen(made), question: '请补充照片' });
    const operator = desk.as('op@example.com') as never;
    const kinder: Directives = { autoApprove: { set: [{ amountUpTo: 20_000, reasonClasses: null, riskUpTo: 'normal' }] } };
    await assign(operator, (await publish(operator, rules, '自动同意', kinder)).versionId, 'SHOP3');
    desk.pass(HOUR);
    expect(await does(buyer, 'supplyInfo', { ...seen(asked), text: '见照片' })).toMatchObject({ state: 'AWAIT_RETURN' });
  });

  it('goes on to keeping the item: refunded at once, and said so', async () => {
    const made = await apply(await received(cheap));
    expect(made).toMatchObject({ state: 'REFUNDING', approvedAmount: 1_500, returnAddress: null });
    const view = await staffView(made.id);
    expect(view).toMatchObject({ keepsItem: true, script: [{ field: 'keptScript' }] });
    await desk.payouts();
    expect(await caseNow(shop(), made.id)).toMatchObject({ state: 'REFUNDED' });
  });

  it('shows who approves that the item is kept, why, and what it saves', async () => {
    const made = await apply(await received(cheap), { reason: 'manufacturingDefect' });
    const approve = (await staffView(made.id)).allowedActions.find(({ verb }: Loose) => verb === 'approve');
    expect(approve.effect.zh).toBe('同意退款 ¥15.00，无需退货，原路退回');
    expect(approve.returnless).toMatchObject({
      ...{ keeps: true, saves: 1_935 },
      trace: [
        { rule: 'returnless', passed: true, text: { zh: '无需退货：商品 ¥15.00，不超过 ¥20.00；需要寄回，从商品 ¥20.01' } },
      ],
    });
    expect(await does(shop(), 'approve', seen(made))).toMatchObject({ state: 'REFUNDING' });
  });

  it('lets the goods be asked for all the same, with a reason that is kept', async () => {
    const made = await apply(await received(cheap), { reason: 'manufacturingDefect' });
    expect(await refuses(shop(), 'approve', { ...seen(made), returnReason: ' ' })).toMatchObject({
      ...{ code: 'REASON_REQUIRED', field: 'returnReason' },
    });
    const asked = await does(shop(), 'approve', { ...seen(made), returnReason: '需要查验批次' });
    expect(asked).toMatchObject({ state: 'AWAIT_RETURN', returnAddress: { recipient: '售后组' } });
    expect(asked.events.at(-1)).toMatchObject({ verb: 'approve', reason: '需要查验批次' });
    expect((await staffView(made.id)).keepsItem).toBe(false);
  });

  it('does the same by the clock: the other item goes out and the old one stays', async () => {
    const made = await apply(await received(cheap), { type: 'EX', reason: 'manufacturingDefect' });
    expect(made.state).toBe('APPLIED');
    desk.pass(2 * DAY);
    await desk.clocks();
    expect(await caseNow(shop(), made.id)).toMatchObject({ state: 'AWAIT_RESHIP', liability: { party: 'branch' } });
    expect((await staffView(made.id)).keepsItem).toBe(true);
  });

  it('approves nothing by rule for a frequent returner, and shows the numbers to staff alone', async () => {
    const often = { buyer: 'often' };
    const [first, second] = [await received(often), await received(often)];
    expect((await apply(first)).state).toBe('AWAIT_RETURN');
    const made = await apply(second);
    expect(made.state).toBe('APPLIED');
    const { buyerRisk } = await staffView(made.id);
    expect(buyerRisk).toMatchObject({ level: 'frequent', lookClosely: true, applications: 2, lines: 2, windowDays: 90 });
    expect(buyerRisk.trace[0].text.zh).toBe('频繁退货：90 天内申请 2 次，同期购买 2 件商品；达到 2 次且占 50%');
    const buyer = await desk.buyer(second);
    const own = await buyer.graphql('query ($id: ID!) { it: case(id: $id) { buyerRisk { level } } }', { id: made.id });
    expect(own.data.it.buyerRisk).toBeNull();
    expect(await does(shop(), 'approve', seen(made))).toMatchObject({ state: 'AWAIT_RETURN' });
  });

  it('forgets what lies before the window', async () => {
    const old = await received({ buyer: 'rarely' });
    await apply(old);
    desk.pass(91 * DAY);
    expect((await apply(await received({ buyer: 'rarely' }))).state).toBe('AWAIT_RETURN');
  });

  it('takes limits of risk from HQ alone', async () => {
    const operator = desk.as('op@example.com') as never;
    const { versionId } = await publish(operator, 'riskLimits', '华东', limits);
    await expect(assign(operator, versionId, 'EAST')).rejects.toThrow(/HQ_ONLY/);
  });
});
