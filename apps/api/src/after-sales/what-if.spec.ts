import { assign, publish, rules } from '../policies/testing/operations.js';
import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { DAY, Desk, does, forAll } from './testing/desk.js';

const QUERY = `query ($input: ApplyInput!, $at: Instant) { it: whatIf(input: $input, at: $at) {
  eligibility { eligible maxAmount freight { payer } flips { kind at reason } trace { rule passed } }
  windows { key days endsAt open } next { at outcome cost field } rules { field value source class }
} }`;

describe.each(enginesHere())('what if, on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  type Sold = Awaited<ReturnType<Desk['sell']>>;
  const ask = async (of: Sold, more: object = {}, at: number | null = null, client?: Loose) => {
    const { data } = await (client ?? desk.as('clerk1@example.com')).graphql(QUERY, {
      ...forAll(of, more),
      at: at === null ? null : new Date(at).toISOString(),
    });
    return data.it;
  };

  it('tells what would come of an application, by which rules, and what happens by itself', async () => {
    const of = await desk.sell();
    desk.pass(4 * DAY);
    const it = await ask(of);
    expect(it.eligibility).toMatchObject({ eligible: true, maxAmount: 18_900, freight: { payer: 'buyer' } });
    expect(it.windows.map(({ key }: Loose) => key)).toEqual(['noReasonDays', 'selfServiceDays']);
    expect(it.next).toMatchObject({ outcome: 'approve', field: 'respondHours' });
    expect(it.rules.find(({ field }: Loose) => field === 'noReasonDays')).toMatchObject({ class: 'promise' });
    expect((await does(await desk.buyer(of), 'apply', forAll(of))).requestedAmount).toBe(it.eligibility.maxAmount);
  });

  it('asks of another day, and of a buyer, without how the chain works', async () => {
    const of = await desk.sell();
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(of);
    const later = await ask(of, {}, desk.it.clock.now() + 60 * DAY, buyer);
    expect(later).toMatchObject({ eligibility: { eligible: false }, next: null });
    expect(later.eligibility.flips.map(({ kind }: Loose) => kind)).toContain('atLatest');
    expect(later.rules.every((rule: Loose) => rule.class === 'promise' && rule.field !== 'bearers')).toBe(true);
    const latest = later.eligibility.flips.find(({ kind }: Loose) => kind === 'atLatest').at;
    expect((await ask(of, {}, Date.parse(latest), buyer)).eligibility.eligible).toBe(true);
  });

  it('obeys the windows that the category was promised', async () => {
    const operator = desk.as('op@example.com');
    const before = await desk.sell({ lines: [{ category: 'shoes' }] });
    const row = { category: 'shoes', noReasonDays: 40, selfServiceDays: null, qualityDays: 90 };
    await assign(operator, (await publish(operator, rules, '鞋靴', { windowByCategory: { set: [row] } })).versionId, 'SHOP1');
    desk.pass(DAY);
    const [shoes, other] = [await desk.sell({ lines: [{ category: 'shoes' }] }), await desk.sell()];
    desk.pass(25 * DAY);
    const at = desk.it.clock.now();
    const eligible = async (of: Sold) => (await ask(of, {}, at, await desk.buyer(of))).eligibility.eligible;
    expect([await eligible(before), await eligible(shoes), await eligible(other)]).toEqual([false, true, false]);
    const [window] = (await ask(shoes)).windows;
    expect(window).toMatchObject({ key: 'noReasonDays', days: 40, open: true });
  });

  it('is nothing to whoever does not see the order', async () => {
    const [mine, other] = [await desk.sell(), await desk.sell()];
    expect(await ask(other, {}, null, await desk.buyer(mine))).toBeNull();
  });
});
