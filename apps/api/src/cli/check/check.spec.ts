import type { INestApplicationContext } from '@nestjs/common';
import { migrations } from '@headwater/migrations';
import { hashOf, type PromiseContent } from '@headwater/policy';
import { PhotoFiles } from '../../after-sales/photos/photo-files.service.js';
import { ensureDemo } from '../../demo/demo.js';
import { ReturnDay } from '../../orders/return-day.entity.js';
import { PolicyEngine } from '../../policies/policy-engine.service.js';
import { PolicyPromise } from '../../policies/policy.entity.js';
import { createTestDatabase, enginesHere, type TestDatabase } from '../../testing/test-app.js';
import { TreeService } from '../../tree/tree.service.js';
import { servicesOver } from '../services.js';
import { runChecks } from './check.js';

/** What somebody did behind the product's back, and the check that has to find it. */
const tampered: readonly (readonly [string, string, string])[] = [
  ['a unit’s depth', "UPDATE org_node SET depth = depth + 1 WHERE code = 'BJ-001'", 'tree'],
  ['a unit’s ancestors', "UPDATE org_node SET a1 = id WHERE code = 'BJ-002'", 'tree'],
  [
    'the history of parents',
    "UPDATE org_parent SET parent_id = node_id WHERE node_id = (SELECT id FROM org_node WHERE code = 'BJ-003')",
    'tree',
  ],
  [
    'where an order lies',
    'UPDATE sales_order SET a1 = a2 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM sales_order) AS it)',
    'ancestors',
  ],
  [
    'a promise’s content',
    "UPDATE policy_promise SET document = REPLACE(document, '7', '8') WHERE kind = 'afterSalesRules'",
    'promises',
  ],
  [
    'an order’s promise',
    'UPDATE sales_order SET rules_promise = subsidy_promise WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM sales_order) AS it)',
    'promises',
  ],
  [
    'a ledger line',
    'UPDATE ledger_line SET amount = amount + 1 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM ledger_line) AS it)',
    'ledger entries',
  ],
  [
    'an entry’s lines left alone',
    'UPDATE ledger_line SET entry_id = id WHERE entry_id = (SELECT id FROM (SELECT MIN(entry_id) AS id FROM ledger_line) AS it)',
    'ledger entries',
  ],
  ['the month of a ledger entry', "UPDATE ledger_entry SET period = '1999-01'", 'ledger entries'],
  [
    'a total',
    'UPDATE ledger_summary SET amount = amount + 1 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM ledger_summary) AS it)',
    'ledger summaries',
  ],
  [
    'a missing total',
    'DELETE FROM ledger_summary WHERE id = (SELECT id FROM (SELECT MAX(id) AS id FROM ledger_summary) AS it)',
    'ledger summaries',
  ],
  [
    'a count',
    'UPDATE case_count SET cases = cases + 1 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM case_count) AS it)',
    'case counts',
  ],
  [
    'a claim that no entry opened',
    `INSERT INTO ledger_claim (id, party, case_id, shipment_id, node_id, currency, amount, recovered, written_off, status, opened_at, entry_key)
     VALUES ('made up', 'insurer', 'c', 's', 'n', 'CNY', 900, 0, 0, 'open', 1, 'claimOpened:s')`,
    'claims',
  ],
  [
    'what is receivable of an insurer',
    "UPDATE ledger_line SET account = 'insurerReceivable' WHERE case_id IS NOT NULL AND account = 'carrierPayable'",
    'claims',
  ],
  ['a day of a return rate', 'UPDATE return_day SET applied = applied + 1', 'return days'],
  ['a day of a total', 'UPDATE ledger_day SET amount = amount + 1', 'ledger days'],
  ['a day that is missing', 'DELETE FROM ledger_day WHERE line_count = 1', 'ledger days'],
  ['what was sold in a month', 'UPDATE sales_month SET paid_amount = paid_amount + 1', 'sales months'],
  ['a month of sales', 'DELETE FROM sales_month WHERE returns > 0', 'sales months'],
  ['a missing day', 'DELETE FROM return_day WHERE delivered > 0', 'return days'],
  ['a day of promised orders', 'UPDATE promised_day SET orders = orders + 1', 'promised days'],
  [
    'pieces in cases',
    'UPDATE order_line SET open_quantity = 9 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM order_line) AS it)',
    'order lines',
  ],
  [
    'money in cases',
    'UPDATE order_line SET open_amount = 9 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM order_line WHERE applications = 0) AS it)',
    'order lines',
  ],
  [
    'an exchange of a line',
    'UPDATE order_line SET replaced_at = 9 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM order_line WHERE applications = 0) AS it)',
    'order lines',
  ],
  [
    'what a payment gave back',
    'UPDATE order_payment SET refunded = refunded + 1 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM order_payment) AS it)',
    'payments',
  ],
  [
    'what was refunded',
    'UPDATE sales_order SET refunded_amount = 1 WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM sales_order) AS it)',
    'orders',
  ],
  ['an order’s status', "UPDATE sales_order SET umbrella = 'exchanged' WHERE umbrella IS NOT NULL", 'orders'],
  [
    'the file of a photo',
    "INSERT INTO case_photo (id, order_id, kind, taken_by, actor_name, mime_type, size, sha256, created_at) VALUES ('lost', 'o', 'goods', 'buyer', 'b', 'image/png', 1, '', 1)",
    'photos',
  ],
  ['the open cases of an order', 'UPDATE sales_order SET open_cases = open_cases + 1', 'orders'],
  ['the status of an order without cases', "UPDATE sales_order SET umbrella = 'ended' WHERE umbrella IS NULL", 'orders'],
];

describe.each(enginesHere())('headwater check on %s', (engine) => {
  let it_: TestDatabase;
  let services: INestApplicationContext;

  beforeAll(async () => {
    it_ = await createTestDatabase(engine, { HEADWATER_DEMO: '1', HEADWATER_NOW: '2026-11-22T02:00:00Z' });
    await ensureDemo(it_.config, it_.database, { size: { days: 20, orders: 120, cases: 40 } });
    services = await servicesOver(it_);
  });
  afterAll(async () => {
    await services.close();
    await it_.close().catch(() => undefined);
  });

  const wrong = async () => {
    const checks = await runChecks(it_, { engine: services.get(PolicyEngine), tree: services.get(TreeService) });
    return checks.filter(({ findings }) => findings.length > 0).map(({ name }) => name);
  };

  it('finds nothing where nobody tampered', async () => {
    expect(await wrong()).toEqual([]);
  });

  it('finds nothing where a migration counted anew what postings count', async () => {
    const days = migrations.find(({ name }) => name.startsWith('LedgerDays'));
    const runner = it_.database.writer.createQueryRunner();
    for (const step of ['down', 'up', 'up'] as const) await new days!()[step](runner);
    await runner.release();
    expect(await wrong()).toEqual([]);
  });

  it('finds a file that no photo owns', async () => {
    const files = new PhotoFiles(it_.config);
    await files.write('orphan', Buffer.from('x'));
    expect(await wrong()).toEqual(['photos']);
    await files.remove('orphan');
  });

  it.each(tampered)('finds %s changed', async (_, sql, name) => {
    const undo = new Error('undo');
    const read = it_.database.read;
    const found = await it_.database.writer
      .transaction(async (tx) => {
        await tx.query(sql);
        Object.defineProperty(it_.database, 'read', { value: tx, configurable: true });
        const names = await wrong();
        throw Object.assign(undo, { names });
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error;
        return (undo as unknown as { names: string[] }).names;
      })
      .finally(() => Object.defineProperty(it_.database, 'read', { value: read, configurable: true }));
    expect(found).toContain(name);
  });

  it('finds nothing in a promise made before one of its fields was there, and everything in what it does say', async () => {
    const row = await it_.database.read.findOneByOrFail(PolicyPromise, { kind: 'afterSalesRules' });
    const content = row.document as PromiseContent<'afterSalesRules'>;
    const { modifyMax: _, ...before } = content.values;
    const stored = async (values: object, hash: string) => {
      const document = { ...content, values };
      const named = hashOf(document);
      await it_.database.writer.manager.update(PolicyPromise, { hash }, { hash: named, document });
      await it_.database.writer.query('UPDATE sales_order SET rules_promise = ? WHERE rules_promise = ?', [named, hash]);
      return named;
    };
    const old = await stored(before, row.hash);
    expect(await wrong()).toEqual([]);
    const false_ = await stored({ ...before, shipDays: 90 }, old);
    expect(await wrong()).toContain('promises');
    await stored(content.values, false_);
    expect(await wrong()).toEqual([]);
  });

  it('finds the days of return rates whole after their migration has counted them anew', async () => {
    const runner = it_.database.writer.createQueryRunner();
    const known = () => it_.database.read.find(ReturnDay, { order: { nodeId: 'ASC', day: 'ASC' } });
    const kept = await known();
    expect(kept.length).toBeGreaterThan(10);
    await runner.query('DELETE FROM return_day');
    const migration = migrations.map((each) => new each()).find(({ name }) => name?.startsWith('ReturnDays'));
    await migration?.up(runner);
    await runner.release();
    expect((await known()).filter(({ delivered, applied }) => delivered + applied > 0)).toEqual(
      kept.filter(({ delivered, applied }) => delivered + applied > 0),
    );
  });
});
