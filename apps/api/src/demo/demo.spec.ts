import { createHash } from 'node:crypto';
import { type CaseState, type CaseType, caseTypes, statesOf } from '@headwater/after-sales';
import { CaseClock } from '../after-sales/case-clock.service.js';
import { PayoutWorker } from '../after-sales/payout-worker.service.js';
import { TreeService } from '../tree/tree.service.js';
import { runChecks } from '../cli/check/check.js';
import { servicesOver } from '../cli/services.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { plantUnits, smallChain } from '../testing/organization.js';
import { signedIn } from '../testing/client.js';
import { createTestApp, createTestDatabase, enginesHere, type Engine, type TestDatabase } from '../testing/test-app.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { DAY, HOUR, startOfDay } from './calendar.js';
import { ensureDemo, prepareDemo } from './demo.js';
import { readDemoAccounts } from './demo-accounts.js';
import { planHistory } from './history/plan-history.js';
import { Random } from './random.js';
import { silent } from '../imports/progress.js';
import { FULL } from './size.js';
import { DEMO_PASSWORD } from './world/people.js';
import { buildUnits } from './world/units.js';

const NOW = '2026-11-22T02:00:00Z';
const today = startOfDay(Date.parse(NOW));
const size = { days: 36, orders: 300, cases: 90 };
const env = { HEADWATER_DEMO: '1', HEADWATER_NOW: NOW };

/** All that people see of the chain, ids and hashes of ids aside. */
async function contentOf({ database }: TestDatabase): Promise<string> {
  const parts = [
    'SELECT code, name, type, depth, since FROM org_node ORDER BY code',
    'SELECT o.external_no, o.code, n.code AS store, o.status, o.paid_amount, o.paid_at, o.refunded_amount, o.umbrella, o.rules_promise FROM sales_order o JOIN org_node n ON n.id = o.node_id ORDER BY o.external_no',
    'SELECT o.external_no, c.type, c.state, c.reason, c.requested_amount, c.deadline_at, c.freight_payer FROM after_sales_case c JOIN sales_order o ON o.id = c.order_id ORDER BY o.external_no',
    'SELECT o.external_no, e.seq, e.at, e.verb, e.actor_name, e.reason FROM case_event e JOIN after_sales_case c ON c.id = e.case_id JOIN sales_order o ON o.id = c.order_id ORDER BY o.external_no, e.seq',
    'SELECT period, component, bearer, reason, carrier, SUM(amount) AS amount FROM ledger_line GROUP BY period, component, bearer, reason, carrier ORDER BY period, component, bearer, reason, carrier',
  ];
  const rows = await Promise.all(parts.map((sql) => database.read.query<unknown[]>(sql)));
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

describe('the plan of the demo chain', () => {
  it('has 120 stores that all stand and sell, and the whole history', () => {
    const units = buildUnits(Random.seeded(1), today);
    const history = planHistory(Random.seeded(1), units.stores, FULL, today);
    const orders = history.days.flatMap((day) => day.orders);
    expect(units.stores).toHaveLength(120);
    expect(new Set(units.all.map(({ code }) => code)).size).toBe(units.all.length);
    expect(orders).toHaveLength(20_000);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(20_000);
    expect(history.scenarios.size).toBe(2_000);
    expect(new Set(orders.map(({ store }) => store.code)).size).toBe(120);
  });

  it.each(['2026-11-22', '2027-03-01'])('leaves work for the store that is shown, begun on %s', (day) => {
    const end = startOfDay(Date.parse(`${day}T02:00:00Z`));
    const { stores } = buildUnits(Random.seeded(1), end);
    const scenarios = [...planHistory(Random.seeded(1), stores, FULL, end).scenarios.values()];
    const waiting = scenarios.filter(({ order, stay }) => stay === 'APPLIED' && order.store.code === stores[0]?.code);
    expect(waiting.length).toBeGreaterThan(1);
  });

  it('is the same for the same seed and day, and another one for another seed', () => {
    const plan = (seed: number) => {
      const units = buildUnits(Random.seeded(seed), today);
      return JSON.stringify([...planHistory(Random.seeded(seed), units.stores, size, today).scenarios.values()]);
    };
    expect(plan(1)).toBe(plan(1));
    expect(plan(1)).not.toBe(plan(2));
  });
});

const planted = async (engine: Engine, more: Record<string, string> = {}) => {
  const it = await createTestDatabase(engine, { ...env, ...more });
  await ensureDemo(it.config, it.database, { size });
  return it;
};

describe.each(enginesHere())('the demo chain on %s', (engine) => {
  it('agrees with itself in everything that can be recomputed', async () => {
    const it = await planted(engine);
    const services = await servicesOver(it);
    const checks = await runChecks(it, { engine: services.get(PolicyEngine), tree: services.get(TreeService) });
    await services.close();
    await it.close().catch(() => undefined);
    expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
    // Its months are left for whoever tries the product to close.
    expect(checks.filter(({ looked }) => looked === 0).map(({ name }) => name)).toEqual(['closed months']);
  });
});

describe('the demo chain', () => {
  it('comes out the same when it is planted again with the same seed on the same day, and is not planted twice', async () => {
    const [one, other] = [await planted('sqlite'), await planted('sqlite')];
    const first = await contentOf(one);
    expect(await contentOf(other)).toBe(first);
    expect(await prepareDemo(one.config, one.database, silent)).toBe(false);
    expect(await ensureDemo(one.config, one.database, { renew: true, size })).toBe(true);
    expect(await contentOf(one)).toBe(first);
    await one.close();
    await other.close();
  });

  it('has cases of every type in every state, from the first start to the end of the next day', async () => {
    const it_ = await createTestApp('sqlite', env);
    await ensureDemo(it_.config, it_.database, { size: { days: 16, orders: 3_500, cases: 400 } });
    const answered = 'SELECT id FROM after_sales_case WHERE follow_up_answer IS NOT NULL LIMIT 1';
    expect(await it_.database.read.query(answered)).toHaveLength(1);
    const [clocks, payouts] = [it_.app.get(CaseClock, { strict: false }), it_.app.get(PayoutWorker, { strict: false })];
    for (let now = today; now <= today + 2 * DAY; now += 6 * HOUR) {
      it_.clock.set(now);
      await clocks.runDue(now);
      await payouts.runDue(now);
      const there = await it_.database.read.query<{ type: CaseType; state: CaseState }[]>(
        'SELECT DISTINCT type, state FROM after_sales_case',
      );
      for (const type of caseTypes) {
        const states = there.filter((it) => it.type === type).map(({ state }) => state);
        expect(states.sort()).toEqual([...statesOf[type]].sort());
      }
    }
    await it_.close();
  });

  it('lets people in with the accounts it shows', async () => {
    const it = await createTestApp('sqlite', env);
    await ensureDemo(it.config, it.database, { size: { days: 2, orders: 20, cases: 4 } });
    const accounts = await readDemoAccounts(it.database.read);
    expect(accounts.map(({ role }) => role)).toEqual([
      'administrator',
      'operator',
      'regionalManager',
      'storeManager',
      'storeStaff',
      'finance',
      'auditor',
    ]);
    for (const { email } of accounts) await signedIn(it, email, DEMO_PASSWORD);
    await it.close();
  });

  it('stays away where it is not wanted, and never touches a chain of its own', async () => {
    const bare = await createTestDatabase('sqlite', { HEADWATER_DEMO: '0' });
    expect(await prepareDemo(bare.config, bare.database, silent)).toBe(false);
    await expect(ensureDemo(bare.config, bare.database)).rejects.toThrow('HEADWATER_DEMO=0');
    await plantUnits(bare.database, smallChain);
    const wanting = { ...bare.config, demo: true };
    expect(await prepareDemo(wanting, bare.database, silent)).toBe(false);
    await expect(ensureDemo(wanting, bare.database, { renew: true })).rejects.toThrow('a chain of its own');
    expect(await bare.database.read.countBy(OrgNode, {})).toBe(7);
    await bare.close();
  });

  it('is not served where it is not wanted any more, for everybody knows its password', async () => {
    const it = await createTestDatabase('sqlite', env);
    await ensureDemo(it.config, it.database, { size: { days: 1, orders: 5, cases: 1 } });
    await expect(prepareDemo({ ...it.config, demo: false }, it.database, silent)).rejects.toThrow('holds the demo chain');
    await it.close();
  });
});
