import { compensated, orderCovered, type Entry } from '@headwater/ledger';
import type { Directives } from '@headwater/policy';
import { caseNow, DAY, Desk, does, forAll, HOUR, seen, type SoldOrder, type StaffEmail } from '../../after-sales/testing/desk.js';
import { checkPromises } from '../../cli/check/check-promises.js';
import { checkBudgets, checkPromisedDays } from '../../cli/check/check-budgets.js';
import { checkSummaries } from '../../cli/check/check-ledger.js';
import { checkFollowers } from '../../cli/check/check-followers.js';
import { SalesOrder } from '../../orders/order.entity.js';
import { PolicyEngine } from '../../policies/policy-engine.service.js';
import { assign, publish, subsidy } from '../../policies/testing/operations.js';
import { signedIn, type Loose } from '../../testing/client.js';
import { unitId } from '../../testing/organization.js';
import { enginesHere } from '../../testing/test-app.js';
import { TreeService } from '../../tree/tree.service.js';
import { LedgerService } from '../ledger.service.js';
import { BudgetEvaluator } from './budget-evaluator.service.js';

const BUDGET = `id node { id } kind month currency amount action reason authorName exact spent committed exposure forecast remaining overshoot
  asOf warnedAt trip { at action amount used overshoot } suspends version allowedActions days { day spent committed }`;
const SET = `mutation ($input: BudgetInput!) { it: setBudget(input: $input) { ${BUDGET} } }`;
const REMOVE =
  'mutation ($id: ID!, $version: Int!, $reason: String!) { it: removeBudget(id: $id, version: $version, reason: $reason) }';
const LIST = `query ($month: String, $within: ID, $state: BudgetState, $page: PageInput) {
  it: budgets(month: $month, within: $within, state: $state, page: $page) { month nextCursor allowedActions items { ${BUDGET} } } }`;
const ONE = `query ($id: ID!) { it: budget(id: $id) { ${BUDGET} } }`;
const RULES = `query ($orderId: ID!) { it: orderRules(orderId: $orderId) { lines { freeReturns } kinds { kind suspended reproduced
  suspension { node { id } reason authorName from budget { month amount currency } review { reviewerName } } } } }`;

/** A premium of one yuan for every order, and freight up to 19.35 that the insurer pays back; coats alone. */
const insured: Directives = {
  enabled: { set: true },
  mode: { set: { kind: 'actual', cap: 1935 } },
  bearers: { set: { rows: [], otherwise: { HQ: 6000, branch: 4000 }, fallback: 'HQ' } },
  premium: { set: 100 },
};

describe.each(enginesHere())('budgets on %s', (engine) => {
  let desk: Desk;
  const march = '2026-03';

  const asked = async (query: string, variables: object = {}, who: StaffEmail = 'finance@example.com'): Promise<Loose> => {
    const { data, errors } = await desk.as(who).graphql(query, variables as never);
    if (errors.length > 0 && errors[0]?.extensions?.code === 'INTERNAL') throw new Error(JSON.stringify(errors));
    return errors.length > 0 ? { refused: errors[0]?.extensions, message: errors[0]?.message } : data.it;
  };
  const set = (code: string, more: object = {}, who?: StaffEmail) => {
    const input = {
      nodeId: unitId(code),
      kind: subsidy,
      month: march,
      amount: 1_000,
      action: 'suspend',
      reason: '三月预算',
      version: 0,
    };
    return asked(SET, { input: { ...input, ...more } }, who);
  };
  const remove = ({ id, version }: Loose, reason = '不再需要') => asked(REMOVE, { id, version, reason });
  const one = (id: string, who?: StaffEmail) => asked(ONE, { id }, who);
  const evaluator = () => desk.it.app.get(BudgetEvaluator, { strict: false });
  const evaluate = () => evaluator().run(desk.now);
  const events = (subjectId: string) =>
    desk.it.database.read
      .query<{ action: string }[]>('SELECT action FROM audit_event WHERE subject_id = ? ORDER BY id', [subjectId])
      .then((rows) => rows.map(({ action }) => action));
  const orders = (ids: readonly string[]) =>
    Promise.all(ids.map((id) => desk.it.database.read.findOneByOrFail(SalesOrder, { id })));
  const isPromised = async (id: string) => (await orders([id]))[0]!.promiseHold === null;
  const subsidyOf = async (orderId: string, who?: StaffEmail): Promise<Loose> =>
    (await asked(RULES, { orderId }, who)).kinds.find(({ kind }: Loose) => kind === subsidy);
  const post = (...entries: Entry[]) =>
    desk.it.database.inTransaction((tx) => desk.it.app.get(LedgerService, { strict: false }).post(tx, entries, desk.now));
  let serial = 0;
  /** A cost of free returns, posted alone. */
  const premium = (code: string, amount: number, period = march): Entry => {
    serial += 1;
    const bearers = [{ bearer: 'HQ', nodeId: unitId('HQ'), bps: 10_000 } as const];
    const event = { orderId: `B${String(serial)}`, originNodeId: unitId(code), currency: 'CNY', amount, bearers };
    return orderCovered(event, { period, policyVersion: null, promiseHash: null });
  };
  const removeAll = async () => {
    for (const month of [march, '2026-04']) for (const each of (await asked(LIST, { month })).items) await remove(each);
  };

  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterEach(async () => {
    const { read } = desk.it.database;
    for (const { findings } of [await checkBudgets(read), await checkPromisedDays(read)]) expect(findings).toEqual([]);
    await removeAll();
  });
  afterAll(() => desk.it.close());

  it('are finance’s and the administrator’s to set, at HQ', async () => {
    for (const who of ['op@example.com', 'east@example.com', 'shop1@example.com', 'clerk1@example.com'] as const)
      expect(await set('SHOP1', {}, who)).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    const budget = await set('SHOP1', {}, 'admin@example.com');
    expect(budget).toMatchObject({
      ...{ node: { id: unitId('SHOP1') }, kind: subsidy, month: march, currency: 'CNY', amount: 1_000, exact: true, version: 1 },
      ...{ spent: 0, committed: 0, remaining: 1_000, overshoot: 0, warnedAt: null, trip: null, suspends: false },
      ...{ reason: '三月预算', authorName: '赵总', allowedActions: ['setBudget', 'removeBudget'] },
    });
    const again = await set('SHOP1', { amount: 2_000, action: 'ask', version: 1, reason: '加一倍' });
    expect(again).toMatchObject({ id: budget.id, amount: 2_000, action: 'ask', version: 2, authorName: '孙会计' });
    for (const version of [0, 1]) expect(await set('SHOP1', { version })).toMatchObject({ refused: { code: 'STALE_VERSION' } });
    expect(await remove(budget)).toMatchObject({ refused: { code: 'STALE_VERSION' } });
    expect(await remove(again, ' ')).toMatchObject({ refused: { code: 'BAD_INPUT', field: 'reason' } });
    expect(await remove(again)).toBe(budget.id);
    expect(await remove(again)).toMatchObject({ refused: { code: 'NOT_FOUND' } });
    expect(await events(budget.id)).toEqual(['money.setBudget', 'money.setBudget', 'money.removeBudget']);
  });

  it('say what is wrong with one that cannot be', async () => {
    const wrong = [
      [{ amount: 0 }, 'BAD_INPUT', 'amount'],
      [{ reason: '' }, 'BAD_INPUT', 'reason'],
      [{ month: '2026-13' }, 'BAD_INPUT', 'month'],
      [{ currency: 'yuan' }, 'BAD_INPUT', 'currency'],
      [{ month: '2026-02' }, 'BUDGET_MONTH_OVER', 'month'],
      [{ nodeId: unitId('NOWHERE') }, 'NOT_FOUND', undefined],
    ] as const;
    for (const [input, code, field] of wrong)
      expect((await set('SHOP1', input)).refused).toMatchObject({ code, ...(field && { field }) });
    expect((await set('SHOP1', { month: '2026-02' })).refused.allowed).toEqual({ from: march });
    const budget = await set('SHOP1');
    expect((await set('SHOP1', { currency: 'EUR', version: budget.version })).refused).toMatchObject({ allowed: 'CNY' });
  });

  it('are read by those who read the costs there', async () => {
    const [all, east, shop1, shop3] = [
      await set('HQ'),
      await set('EAST', { amount: 900 }),
      await set('SHOP1'),
      await set('SHOP3'),
    ];
    const seenBy = async (who: StaffEmail, more: object = {}) =>
      (await asked(LIST, { month: march, ...more }, who)).items.map(({ id }: Loose) => id);
    expect(new Set(await seenBy('finance@example.com'))).toEqual(new Set([all.id, east.id, shop1.id, shop3.id]));
    expect(new Set(await seenBy('op@example.com', { within: unitId('EAST') }))).toEqual(new Set([east.id, shop1.id]));
    expect(new Set(await seenBy('east@example.com'))).toEqual(new Set([east.id, shop1.id]));
    expect(await seenBy('shop1@example.com')).toEqual([shop1.id]);
    expect(await asked(LIST, {}, 'clerk1@example.com')).toMatchObject({ refused: { code: 'FORBIDDEN' } });
    expect(await asked(LIST, { within: unitId('WEST') }, 'shop1@example.com')).toMatchObject({ refused: { code: 'NOT_FOUND' } });
    for (const { id } of [all, east, shop3])
      expect(await one(id, 'shop1@example.com')).toMatchObject({ refused: { code: 'NOT_FOUND' } });
    expect(await one(shop1.id, 'shop1@example.com')).toMatchObject({ id: shop1.id, allowedActions: [] });
    const first = await asked(LIST, { month: march, page: { first: 3 } });
    const rest = await asked(LIST, { month: march, page: { first: 3, after: first.nextCursor } });
    expect([...first.items, ...rest.items].map(({ amount }: Loose) => amount)).toEqual([1_000, 1_000, 1_000, 900]);
    expect([first.allowedActions, rest.nextCursor, rest.items.length]).toEqual([['setBudget'], null, 1]);
  });

  it('count what a store spends to the fen, whoever posts at once, and whenever the budget is set', async () => {
    const amounts = Array.from({ length: 24 }, (_, at) => at + 1);
    const postings = amounts.map((amount) => post(premium('SHOP2', amount), premium('SHOP2', amount, '2026-02')));
    const other = { caseId: '', orderId: '', originNodeId: unitId('SHOP2'), grant: 'B', amount: 7_000, currency: 'CNY' };
    const fault = compensated(
      { ...other, reasonClass: 'quality', reason: 'manufacturingDefect' },
      { period: march, policyVersion: null, promiseHash: null },
    );
    const [budget] = await Promise.all([set('SHOP2', { amount: 1_000_000 }), ...postings, post(fault)]);
    expect((await one(budget.id)).spent).toBe(300);
    await post(premium('SHOP2', 50), premium('SHOP1', 5));
    expect((await one(budget.id)).spent).toBe(350);
    expect((await checkSummaries(desk.it.database.read)).findings).toEqual([]);
  });

  describe('where an order costs a premium', () => {
    beforeAll(async () => {
      const operator = await signedIn(desk.it, 'op@example.com');
      await assign(operator, (await publish(operator, subsidy, '投保', insured)).versionId, 'HQ');
      desk.pass(HOUR);
    });

    it('trip once under a burst of promises, and break none that was made', async () => {
      const budget = await set('SHOP1', { amount: (await spentSoFar('SHOP1')) + 1_000 });
      const sold = (await Promise.all(Array.from({ length: 30 }, () => desk.write([desk.draft({})])))).flat();
      const now = await one(budget.id);
      const rows = await orders(sold.map(({ id }) => id));
      const promised = rows.filter(({ promiseHold }) => promiseHold === null);
      expect(promised.length).toBeGreaterThanOrEqual(10);
      expect(now.spent - budget.spent).toBe(100 * promised.length);
      expect(now).toMatchObject({
        suspends: true,
        overshoot: now.spent - now.amount,
        trip: { action: 'suspend', amount: now.amount },
      });
      expect(await events(budget.id)).toEqual(['money.setBudget', 'money.warnBudget', 'money.tripBudget']);
      const trips = await desk.it.database.read.query<Loose[]>('SELECT id FROM budget_trip WHERE budget_id = ?', [budget.id]);
      expect(trips).toHaveLength(1);

      // From the trip on none is made, and each says why; an order of before keeps its promise though it is recorded after.
      desk.pass(HOUR);
      const held = [await desk.sell(), ...(await desk.write([desk.draft({}), desk.draft({})]))];
      const earlier = await desk.sell({ paidAt: desk.now - 2 * HOUR });
      for (const { id } of held) {
        expect(await isPromised(id)).toBe(false);
        expect(await subsidyOf(id)).toMatchObject({
          ...{ suspended: true, reproduced: true },
          suspension: {
            ...{ node: { id: unitId('SHOP1') }, reason: '三月预算', authorName: '孙会计', from: now.trip.at, review: null },
            budget: { month: march, amount: now.amount, currency: 'CNY' },
          },
        });
      }
      expect(await isPromised(earlier.id)).toBe(true);
      expect((await one(budget.id)).spent - now.spent).toBe(100);
      expect(await isPromised((await desk.sell({ store: 'SHOP2' })).id)).toBe(true);

      // Promised is paid, beyond the budget; what was withheld is not.
      desk.pass(4 * DAY);
      const pays = async (order: SoldOrder): Promise<number> => {
        const buyer = await desk.buyer(order);
        const clerk = desk.as('clerk1@example.com');
        const agreed = await does(clerk, 'approve', seen(await does(buyer, 'apply', forAll(order))));
        serial += 1;
        const sent = await does(buyer, 'ship', {
          ...seen(agreed),
          carrier: '中通',
          tracking: `B${String(serial)}`,
          freightPaid: 1_500,
        });
        return (await caseNow(desk.as('finance@example.com'), sent.id)).freight.subsidy;
      };
      const kept = sold.find(({ id }) => id === promised[0]!.id)!;
      expect([await pays(kept), await pays(held[0]!)]).toEqual([1_500, 0]);
      const { read } = desk.it.database;
      const findings = await checkPromises(read, desk.it.app.get(PolicyEngine, { strict: false }), () => undefined);
      expect(findings.findings).toEqual([]);
    });

    it('promise again once the budget is raised or removed, and in a new month', async () => {
      const amount = (await spentSoFar('SHOP1')) + 100;
      const budget = await set('SHOP1', { amount });
      await desk.sell();
      desk.pass(1);
      expect(await isPromised((await desk.sell()).id)).toBe(false);
      const tripped = await one(budget.id);
      const raised = await set('SHOP1', { amount: amount + 200, version: tripped.version, reason: '追加' });
      expect(raised).toMatchObject({ trip: null, suspends: false, version: 2 });
      desk.pass(1);
      expect(await isPromised((await desk.sell()).id)).toBe(true);
      // Still used up after the change: it does at once what it says now.
      const lowered = await set('SHOP1', { amount, version: raised.version, reason: '收回' });
      expect(lowered).toMatchObject({ suspends: true, trip: { amount, overshoot: 100 } });
      desk.pass(1);
      const held = await desk.sell();
      expect(await isPromised(held.id)).toBe(false);
      expect(await remove(lowered)).toBe(budget.id);
      desk.pass(1);
      expect(await isPromised((await desk.sell()).id)).toBe(true);
      // What was withheld then is still told, though the budget is gone.
      expect(await subsidyOf(held.id)).toMatchObject({ reproduced: true, suspension: { budget: { amount }, reason: '收回' } });
      const april = { ...desk.draft({ paidAt: Date.UTC(2026, 2, 31, 16, 30) }) };
      await set('SHOP1', { amount: 1 });
      desk.pass(1);
      expect(await isPromised((await desk.sell()).id)).toBe(false);
      expect(await isPromised((await desk.write([april]))[0]!.id)).toBe(true);
    });

    it('ask or tell, and promise on, where HQ chose that', async () => {
      const before = await spentSoFar('SHOP1');
      const budget = await set('SHOP1', { amount: before + 100, action: 'ask' });
      await desk.sell();
      desk.pass(1);
      expect(await isPromised((await desk.sell()).id)).toBe(true);
      const home = '{ it: moneyHome { budget { id } budgetsUndecided budgetsWarned { id trip { action overshoot } } } }';
      expect(await asked(home)).toMatchObject({
        budget: null,
        budgetsUndecided: 1,
        budgetsWarned: [{ id: budget.id, trip: { action: 'ask' } }],
      });
      expect(await asked(home, {}, 'shop1@example.com')).toMatchObject({
        budget: { id: budget.id },
        budgetsUndecided: 0,
        budgetsWarned: [{ id: budget.id }],
      });
      const hq = `{ it: home(within: "${unitId('SHOP1')}") { budgetsUndecided budget { id } } }`;
      expect(await asked(hq, {}, 'admin@example.com')).toEqual({ budgetsUndecided: 1, budget: { id: budget.id } });
      expect(await asked(hq, {}, 'op@example.com')).toEqual({ budgetsUndecided: 0, budget: { id: budget.id } });
      expect((await asked(LIST, { month: march, state: 'undecided' })).items).toHaveLength(1);
      const { version } = await one(budget.id);
      const told = await set('SHOP1', { amount: before + 100, action: 'alert', version, reason: '知道了' });
      expect(told).toMatchObject({ suspends: false, trip: { action: 'alert', overshoot: 100 } });
      expect(await asked(home)).toMatchObject({ budgetsUndecided: 0, budgetsWarned: [{ id: budget.id }] });
      expect((await asked(LIST, { month: march, state: 'undecided' })).items).toEqual([]);
      const decided = await set('SHOP1', { amount: before + 100, action: 'suspend', version: told.version, reason: '停' });
      expect(decided).toMatchObject({ suspends: true });
      desk.pass(1);
      expect(await isPromised((await desk.sell()).id)).toBe(false);
    });

    it('above the stores trip when they are looked at, say by how much they were overshot, and hold for all below', async () => {
      const before = Number((await set('EAST', { amount: 1_000_000, action: 'alert' })).spent);
      expect(before).toBe((await spentSoFar('SHOP1')) + (await spentSoFar('SHOP2')));
      await removeAll();
      const budget = await set('EAST', { amount: before + 300 });
      const other = await set('WEST');
      await desk.write([1, 2, 3, 4, 5].map(() => desk.draft({})));
      expect(await one(budget.id)).toMatchObject({ exact: false, spent: before, trip: null });
      desk.pass(1);
      expect(await isPromised((await desk.sell()).id)).toBe(true);
      // Several processes look at once: it trips once.
      expect(await Promise.all([evaluate(), evaluator().runDue(desk.now), evaluate()])).toContain(2);
      const tripped = await one(budget.id);
      expect(tripped).toMatchObject({
        ...{ spent: before + 600, overshoot: 300, suspends: true, asOf: expect.any(String) },
        trip: { amount: before + 300, used: before + 600, overshoot: 300 },
      });
      expect(await events(budget.id)).toEqual(['money.setBudget', 'money.warnBudget', 'money.tripBudget']);
      expect(await one(other.id)).toMatchObject({ spent: 0, trip: null });
      desk.pass(1);
      const [mall, west] = [await desk.sell({ store: 'SHOP2' }), await desk.sell({ store: 'SHOP3' })];
      expect([await isPromised(mall.id), await isPromised(west.id)]).toEqual([false, true]);
      // The store reads why, though it may not read the region's budget.
      const own = await desk.sell();
      expect((await subsidyOf(own.id, 'shop1@example.com')).suspension).toMatchObject({ node: { id: unitId('EAST') } });
      expect(await one(budget.id, 'shop1@example.com')).toMatchObject({ refused: { code: 'NOT_FOUND' } });
      expect(
        (await checkFollowers(desk.it.database.read, await desk.it.app.get(TreeService, { strict: false }).current())).findings,
      ).toEqual([]);
    });

    it('above the stores are looked at after each batch of an import', async () => {
      const budget = await set('EAST', { amount: 1_000_000 });
      await desk.write([desk.draft({}), desk.draft({})]);
      await evaluator().afterBatch([unitId('SHOP3')], desk.now);
      expect((await one(budget.id)).spent).toBe(budget.spent);
      await evaluator().afterBatch([unitId('SHOP1')], desk.now);
      expect((await one(budget.id)).spent).toBe(Number(budget.spent) + 200);
    });

    const spentSoFar = async (code: string): Promise<number> => {
      const [row] = await desk.it.database.read.query<Loose[]>(
        `SELECT SUM(amount) AS amount FROM ledger_summary WHERE origin_node_id = ? AND period = ?
         AND component IN ('freight-subsidy', 'premium', 'recovery')`,
        [unitId(code), march],
      );
      return Number(row.amount ?? 0);
    };
  });

  it('move with their units, whatever type these are', async () => {
    await set('WEST');
    const [shop, tree] = [await set('SHOP3'), desk.it.app.get(TreeService, { strict: false })];
    const { id, version } = (await tree.current()).require(unitId('SHOP3'));
    const move =
      'mutation ($id: ID!, $parentId: ID!, $version: Int!) { it: moveOrgNode(id: $id, parentId: $parentId, version: $version) { version } }';
    const moved = await asked(move, { id, version, parentId: unitId('EAST') }, 'admin@example.com');
    expect((await checkFollowers(desk.it.database.read, await tree.current())).findings).toEqual([]);
    expect((await asked(LIST, {}, 'east@example.com')).items).toMatchObject([{ id: shop.id }]);
    await asked(move, { id, version: moved.version, parentId: unitId('WEST') }, 'admin@example.com');
    expect((await asked(LIST, {}, 'east@example.com')).items).toEqual([]);
  });

  it('show what open cases may still cost at most, what promised orders are expected to, and how the month burnt down', async () => {
    const operator = await signedIn(desk.it, 'op@example.com');
    const off: Directives = { ...insured, premium: { set: 0 } };
    await assign(operator, (await publish(operator, subsidy, '不投保', off)).versionId, 'HQ');
    desk.pass(HOUR);
    const budget = await set('SHOP1', { amount: 1_000_000, month: march });
    const shown = async () => {
      await evaluate();
      return one(budget.id);
    };
    const before = await shown();
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const applied = await does(await desk.buyer(order), 'apply', forAll(order));
    const committed = await shown();
    expect(committed.committed - before.committed).toBe(1_935);
    expect(committed.remaining).toBe(committed.amount - committed.spent - committed.committed);
    const agreed = await does(desk.as('clerk1@example.com'), 'approve', seen(applied));
    const sent = { ...seen(agreed), carrier: '中通', tracking: 'BX1', freightPaid: 1_500 };
    await does(await desk.buyer(order), 'ship', sent);
    const spent = await shown();
    expect([spent.spent - committed.spent, spent.committed - committed.committed]).toEqual([1_500, -1_935]);
    expect(spent.forecast).toBeGreaterThanOrEqual(Number(spent.spent) + Number(spent.committed) + Number(spent.exposure));
    expect(spent.days.map(({ day }: Loose) => day)).toEqual([...new Set(spent.days.map(({ day }: Loose) => day))].sort());
    expect(spent.days.at(-1)).toMatchObject({ spent: spent.spent, committed: spent.committed });
    expect(spent.days.length).toBeGreaterThanOrEqual(2);

    // Windows that have ended have a cost per order; those still open are expected to have it too.
    desk.pass(20 * DAY);
    const base = await shown();
    const open = await desk.write([1, 2, 3, 4].map(() => desk.draft({ deliveredAfter: null, shippedAfter: null })));
    const exposed = await shown();
    expect(exposed.exposure - base.exposure).toBeGreaterThan(0);
    const draft = desk.draft({ no: 'EXPOSED', deliveredAfter: null });
    const [more] = await desk.write([draft]);
    const five = await shown();
    const [four, fifth] = [exposed.exposure - base.exposure, five.exposure - exposed.exposure];
    expect(Math.abs(four - 4 * fifth)).toBeLessThanOrEqual(5);
    await desk.write([{ ...draft, status: 'cancelled', instants: { ...draft.instants, cancelledAt: desk.now } }]);
    expect((await shown()).exposure).toBe(exposed.exposure);
    const [cancelled] = await orders([more!.id]);
    expect([cancelled!.coveredUntil, open.length]).toEqual([null, 4]);
  });

  it('say on the board, among the rules and on the goods that nothing is promised, as long as an order would not be', async () => {
    const WITHHELD = 'withheld { node { id } month since budgetId }';
    const board = async (parent: string, who: StaffEmail = 'admin@example.com'): Promise<Loose> => {
      const query = `query ($id: ID!) { it: coverage(parentId: $id) { items { node { id } ${WITHHELD} } } }`;
      const { items } = await asked(query, { id: unitId(parent) }, who);
      return Object.fromEntries(items.map(({ node, withheld }: Loose) => [node.id, withheld]));
    };
    const rulesOf = (code: string, kind: string = subsidy) =>
      asked(`query ($id: ID!, $kind: PolicyKindKey!) { it: effectiveRules(nodeId: $id, kind: $kind) { ${WITHHELD} } }`, {
        ...{ id: unitId(code), kind },
      });
    const badge = async (code: string): Promise<unknown> => {
      const query = 'query ($id: ID!) { it: serviceTexts(nodeId: $id) { texts { field hidden } } }';
      return (await asked(query, { id: unitId(code) }, 'op@example.com')).texts.find(({ field }: Loose) => field === 'badge')
        .hidden;
    };
    const told = async () => [(await rulesOf('SHOP1')).withheld, await badge('SHOP1')];
    const unpaid = await desk.write([
      { ...desk.draft({}), status: 'unavailable', instants: { ...desk.draft({}).instants, paidAt: null, deliveredAt: null } },
    ]);
    const badges = async () =>
      (await asked('query ($id: ID!) { it: order(id: $id) { badges { lineId } } }', { id: unpaid[0]!.id })).badges.length;
    const budget = await set('EAST', { amount: 1_000_000 });
    expect([await told(), await badges()]).toEqual([[null, null], 1]);
    await post(premium('SHOP2', 1_000_000));
    await evaluate();
    desk.pass(1_000);
    const { at: since } = (await one(budget.id)).trip;
    const withheld = { node: { id: unitId('EAST') }, month: march, since, budgetId: budget.id };
    expect(await board('HQ')).toEqual({ [unitId('EAST')]: withheld, [unitId('WEST')]: null });
    expect(await board('EAST')).toEqual({ [unitId('MALL')]: withheld });
    expect(await board('MALL', 'east@example.com')).toMatchObject({ [unitId('SHOP1')]: withheld });
    expect(await board('MALL', 'op@example.com')).toMatchObject({ [unitId('SHOP1')]: { node: withheld.node } });
    expect([await told(), await badges()]).toEqual([[withheld, 'notCovered'], 0]);
    expect([(await rulesOf('SHOP1', 'afterSalesRules')).withheld, (await rulesOf('SHOP3')).withheld]).toEqual([null, null]);
    expect(await isPromised((await desk.sell()).id)).toBe(false);
    await remove(await one(budget.id));
    expect([await told(), await badges()]).toEqual([[null, null], 1]);
    desk.pass(1_000);
    expect(await isPromised((await desk.sell()).id)).toBe(true);
  });
});
