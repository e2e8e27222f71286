import type { Loose } from '../../testing/client.js';
import { enginesHere } from '../../testing/test-app.js';
import { caseNow, DAY, Desk, does, forAll, perform, refuses, seen, type StaffEmail } from '../testing/desk.js';

const why = { overrule: '买家第二次只发来一半照片' };

describe.each(enginesHere())('overruling a limit of a step on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());
  const manager = () => desk.as('shop1@example.com');

  const countOf = async (rule: string, email: StaffEmail = 'op@example.com'): Promise<number> => {
    const { data } = await desk.as(email).graphql('{ it: overruledRules(days: 30) { rules { rule count } } }');
    return data.it.rules.find((each: Loose) => each.rule === rule)?.count ?? 0;
  };
  const offered = async (email: StaffEmail, id: string): Promise<Loose[]> => {
    const query =
      'query ($id: ID!) { it: case(id: $id) { overrulableActions { verb needs to against { rule text { zh en } } } } }';
    return (await desk.as(email).graphql(query, { id })).data.it.overrulableActions;
  };

  /** A case that was asked about as often as the rules let. */
  async function askedTwice() {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order);
    let item = await does(buyer, 'apply', forAll(order));
    for (const question of ['请补照片', '还差一张']) {
      item = await does(manager(), 'askInfo', { ...seen(item), question });
      item = await does(buyer, 'supplyInfo', { ...seen(item), text: '见照片' });
    }
    return { order, buyer, item };
  }

  it('takes the step, with the limit and the reason in an event before its own', async () => {
    const { item, buyer } = await askedTwice();
    const third = { ...seen(item), question: '请拍吊牌' };
    expect(await refuses(manager(), 'askInfo', third)).toMatchObject({ code: 'REPEAT_LIMIT', field: 'repeatMax', allowed: 2 });
    const before = await countOf('repeatMax');
    const asked = await does(manager(), 'askInfo', { ...third, ...why });
    expect(asked.state).toBe('NEED_INFO');
    expect(asked.events.slice(-2)).toMatchObject([
      {
        seq: 6,
        verb: 'overrule',
        overruled: [{ zh: '同一动作次数' }],
        from: 'APPLIED',
        to: 'APPLIED',
        reason: why.overrule,
        actorName: '王芳',
      },
      { seq: 7, verb: 'askInfo', from: 'APPLIED', to: 'NEED_INFO', reason: '请拍吊牌' },
    ]);
    expect(asked.events.at(-2).data).toEqual({
      of: 'askInfo',
      rules: [{ rule: 'repeatMax', passes: false, facts: { counter: 'askInfo', used: 2, limit: 2 } }],
    });
    const { events } = await caseNow(buyer, item.id);
    expect(events.map(({ verb }: Loose) => verb)).not.toContain('overrule');
    expect(await countOf('repeatMax')).toBe(before + 1);
    expect(await countOf('repeatMax', 'east@example.com')).toBe(before + 1);
  });

  it('is offered to who may, with what stands against it', async () => {
    const { item } = await askedTwice();
    expect(await offered('shop1@example.com', item.id)).toEqual([
      {
        ...{ verb: 'askInfo', needs: ['question'], to: ['NEED_INFO'] },
        against: [{ rule: 'repeatMax', text: { zh: '已用 2 次，最多 2 次', en: '2 of 2 used' } }],
      },
    ]);
    for (const email of ['clerk1@example.com', 'op@example.com', 'finance@example.com'] as const)
      expect(await offered(email, item.id)).toEqual([]);
  });

  it('is of who may: not of staff, the buyer, HQ’s operators or another store; and nothing is written', async () => {
    const { item, buyer } = await askedTwice();
    const third = { ...seen(item), question: '请拍吊牌', ...why };
    for (const who of [desk.as('clerk1@example.com'), desk.as('op@example.com'), buyer])
      expect(await perform(who, 'askInfo', third)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await perform(desk.as('shop3@example.com'), 'askInfo', third)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refuses(manager(), 'askInfo', { ...third, version: item.version - 1 })).toMatchObject({ code: 'STALE_VERSION' });
    expect(await refuses(manager(), 'askInfo', { ...third, overrule: ' ' })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'overrule',
    });
    expect(await caseNow(manager(), item.id)).toMatchObject({ state: 'APPLIED', version: item.version });
    expect((await does(desk.as('east@example.com'), 'askInfo', third)).state).toBe('NEED_INFO');
  });

  it('is never of nothing, nor of what no limit says', async () => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const item = await does(await desk.buyer(order), 'apply', forAll(order));
    const first = { ...seen(item), question: '请补照片', ...why };
    expect(await refuses(manager(), 'askInfo', first)).toMatchObject({ code: 'NOTHING_TO_OVERRULE', field: 'overrule' });
    const { state, version } = await caseNow(manager(), item.id);
    expect([state, version]).toEqual(['APPLIED', item.version]);
    const offer = { ...seen(item), amount: 9_999_999, note: '包装缺失', ...why };
    expect(await refuses(manager(), 'propose', offer)).toMatchObject({ code: 'AMOUNT_TOO_HIGH' });
    expect(await refuses(manager(), 'changeIntent', { ...seen(item), ...why })).toMatchObject({ code: 'WRONG_STATE' });
  });

  it('does for the buyer what a limit keeps him from, and nothing else of his', async () => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order);
    const applied = await does(buyer, 'apply', forAll(order, { type: 'EX' }));
    const approved = await does(manager(), 'approve', seen(applied));
    const parcel = { carrier: '顺丰', tracking: 'SF-OVERRULE', freightPaid: 0 };
    const sent = await does(buyer, 'ship', { ...seen(approved), ...parcel });
    const refused = await refuses(buyer, 'changeIntent', seen(sent));
    expect(refused).toMatchObject({ code: 'TOO_EARLY', field: 'modifyAfterTransitDays' });
    expect(await perform(manager(), 'changeIntent', seen(sent))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await offered('shop1@example.com', sent.id)).map(({ verb }) => verb)).toEqual(['changeIntent']);
    const turned = await does(manager(), 'changeIntent', { ...seen(sent), overrule: '买家急需退款，货已在途' });
    expect(turned.type).toBe('RR');
    expect(turned.events.slice(-2)).toMatchObject([
      { verb: 'overrule', actorKind: 'staff' },
      { verb: 'changeIntent', actorKind: 'staff', actorName: '王芳' },
    ]);
    expect(await countOf('modifyAfterTransitDays')).toBe(1);
    expect(await refuses(manager(), 'changeLogistics', { ...seen(turned), ...parcel, ...why })).toMatchObject({
      code: 'NOTHING_TO_OVERRULE',
    });
  });
});
