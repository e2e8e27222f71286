import type { Loose } from '../../testing/client.js';
import { unitId } from '../../testing/organization.js';
import { enginesHere } from '../../testing/test-app.js';
import { DAY, Desk, does, forAll, perform, refuses, seen, type StaffEmail } from '../testing/desk.js';

describe.each(enginesHere())('overruling a rule on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine, {
      maxApplications: { set: 1 },
      evidence: { set: [{ reasonClass: 'quality', goods: 1, invoice: 0 }] },
    });
  });
  afterAll(() => desk.it.close());
  const manager = () => desk.as('shop1@example.com');
  const clerk = () => desk.as('clerk1@example.com');

  const delivered = async (days = 4) => {
    const order = await desk.sell();
    desk.pass(days * DAY);
    return order;
  };
  const why = { overrule: '老客户，商品确有瑕疵' };
  const most = async (email: StaffEmail, variables: object = { days: 30 }): Promise<Loose> => {
    const { data, errors } = await desk.as(email).graphql(
      `query ($within: ID, $days: Int!) { it: overruledRules(within: $within, days: $days) {
         rules { rule count hasMore name { zh } latest { caseId code reason personName node { id } } } } }`,
      variables as never,
    );
    return errors.length > 0 ? { refused: errors[0]?.extensions } : data.it;
  };
  const countOf = async (rule: string, ...asked: Parameters<typeof most>): Promise<number> =>
    (await most(...asked)).rules.find((each: Loose) => each.rule === rule)?.count ?? 0;

  it('opens what the rules refuse, with the rules and the reason in an event of their own', async () => {
    const order = await delivered();
    const wish = { type: 'RP', reason: 'manufacturingDefect' };
    expect(await refuses(manager(), 'apply', forAll(order, wish))).toMatchObject({ code: 'TYPE_NOT_ALLOWED' });
    const { data } = await manager().graphql(
      'query ($input: ApplyInput!) { it: checkApplication(input: $input) { eligible overrulable } }',
      forAll(order, wish),
    );
    expect(data.it).toEqual({ eligible: false, overrulable: true });
    const opened = await does(manager(), 'apply', forAll(order, { ...wish, ...why }));
    expect(opened.events).toMatchObject([
      { verb: 'apply', seq: 1 },
      { verb: 'overrule', seq: 2, reason: why.overrule, actorName: '王芳', from: 'APPLIED', to: 'APPLIED' },
    ]);
    expect(opened.events[1].data.rules.map(({ rule }: Loose) => rule)).toEqual(['typeAllowed', 'evidence']);
    await does(manager(), 'reject', { ...seen(opened), reason: '先检测' });
    const { rules } = await most('op@example.com');
    expect(rules).toContainEqual({
      ...{ rule: 'typeAllowed', count: 1, hasMore: false, name: { zh: '售后类型' } },
      latest: [{ caseId: opened.id, code: opened.code, reason: why.overrule, personName: '王芳', node: { id: unitId('SHOP1') } }],
    });
  });

  it('is never of a fact, and never of nothing', async () => {
    const order = await delivered();
    const many = { lines: order.lines.map(({ id }) => ({ orderLineId: id, quantity: 9 })), ...why };
    expect(await refuses(manager(), 'apply', forAll(order, many))).toMatchObject({ code: 'QUANTITY_NOT_LEFT' });
    expect(await refuses(manager(), 'apply', forAll(order, { ...why, amount: 999_999 }))).toMatchObject({
      code: 'AMOUNT_INVALID',
    });
    expect(await refuses(manager(), 'apply', forAll(order, why))).toMatchObject({
      code: 'NOTHING_TO_OVERRULE',
      field: 'overrule',
    });
    expect(await refuses(manager(), 'apply', forAll(order, { type: 'RP', overrule: ' ' }))).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'input.overrule' },
    });
  });

  it('is of who may: not of staff, the buyer, or another store', async () => {
    const order = await delivered();
    const wish = forAll(order, { type: 'RP', reason: 'manufacturingDefect', ...why });
    const others = [clerk(), await desk.buyer(order), desk.as('op@example.com')];
    for (const who of others) expect(await perform(who, 'apply', wish)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await perform(desk.as('shop3@example.com'), 'apply', wish)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await does(desk.as('east@example.com'), 'apply', wish)).state).toBe('APPLIED');
  });

  it('counts an application too many, and a window that staff set aside with no more than the buyer’s words', async () => {
    const order = await delivered();
    const buyer = await desk.buyer(order);
    await does(buyer, 'withdraw', seen(await does(buyer, 'apply', forAll(order))));
    expect(await refuses(manager(), 'apply', forAll(order))).toMatchObject({ code: 'APPLICATION_LIMIT' });
    await does(manager(), 'apply', forAll(order, why));
    expect(await countOf('applicationsLeft', 'op@example.com')).toBe(1);
    const late = await delivered(30);
    const before = await countOf('window', 'op@example.com');
    const opened = await does(clerk(), 'apply', forAll(late));
    expect(opened.events).toHaveLength(1);
    expect(await countOf('window', 'op@example.com')).toBe(before + 1);
    expect(await countOf('window', 'op@example.com', { days: 30, within: unitId('SHOP3') })).toBe(0);
    desk.pass(8 * DAY);
    expect(await countOf('window', 'op@example.com', { days: 7 })).toBe(0);
  });

  it('is read by HQ, auditors and the regions over theirs', async () => {
    expect(await countOf('window', 'east@example.com')).toBeGreaterThan(0);
    for (const who of ['shop1@example.com', 'clerk1@example.com', 'finance@example.com'] as const)
      expect(await most(who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    expect(await most('op@example.com', { days: 0 })).toMatchObject({
      refused: { field: 'days', allowed: { min: 1, max: 366 } },
    });
  });
});
