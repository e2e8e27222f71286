import { expect } from '@playwright/test';
import { costsOfCases } from './support/case-costs.js';
import { readCases, readStores } from './support/case-inputs.js';
import type { Client } from './support/client.js';
import { costFile, costFiles, statementFile, type Dimension } from './support/cost-files.js';
import { demoClient, emailOf } from './support/demo-people.js';
import { test } from './support/demo-test.js';
import { goodsCostsOf } from './support/goods-costs.js';
import { premiumsOf, readInsured } from './support/premiums.js';
import { readSettled } from './support/settled.js';
import { Sums } from './support/sums.js';

const byStoreMonthBearer: readonly Dimension[] = ['store', 'month', 'bearer'];
const byStoreMonthComponent: readonly Dimension[] = ['store', 'month', 'component'];

/** Clocks go on while one reads: what is read in between belongs to files that are the same before and after. */
async function between<T>(client: Client, read: () => Promise<T>): Promise<{ costs: Sums; found: T }> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const costs = await costFiles(client);
    const found = await read();
    const after = await costFiles(client);
    if (JSON.stringify(costs.rows) === JSON.stringify(after.rows)) return { costs, found };
  }
  throw new Error('the costs of the demo chain did not stand still');
}

/**
 * The books of the demo chain, held against what is no book. Input: what people and clocks did (parcels and their freight, goods, reasons,
 * verdicts, ends of cases), insured orders, what insurers refused, what carriers and insurers billed, and the rules that each order was promised, by
 * GraphQL. Recomputed: who pays, the subsidy up to its cap, what exceeds it, premiums and what comes back, the bearers'
 * shares, the month, what lost goods cost. Compared with the CSV files of the cost report, by store, month, bearer and component,
 * to the fen; and those with the statements of all stores, whose lines come from the ledger itself and not from its totals.
 */
test.describe('what returns cost the demo chain', () => {
  test('follows from what happened to its cases and from the rules they were promised', async ({ demo }) => {
    const client = await demoClient(demo.url, emailOf('admin'));
    const stores = await readStores(client);
    const { costs, found } = await between(client, async () => ({
      cases: await readCases(client),
      insured: await readInsured(client),
      settled: await readSettled(client),
    }));
    expect(found.cases.length).toBeGreaterThan(1_000);
    const { refused, accepted, premiums } = found.settled;
    expect(found.insured.length).toBeGreaterThan(100);
    for (const settled of [refused, accepted, premiums]) expect(settled.size).toBeGreaterThan(0);
    const recomputed = costsOfCases(found.cases, stores, found.settled);
    recomputed.addUnder([], goodsCostsOf(found.cases, stores));
    recomputed.addUnder([], premiumsOf(found.insured, stores, found.settled));
    expect(costs.rows).toEqual(recomputed.rows);
    const bearers = recomputed.by(([, , bearer = '', component = '']) => [bearer, component]).rows;
    expect(Object.keys(bearers).sort()).toEqual([
      'Branch | Freight by fault',
      'Branch | Freight over the cap',
      'Branch | Freight subsidy',
      'Branch | Goods loss',
      'Branch | Premium',
      'Branch | Recovery',
      'Branch | Recovery of goods',
      'HQ | Freight subsidy',
      'HQ | Goods loss',
      'HQ | Premium',
      'HQ | Recovery',
      'HQ | Recovery of goods',
      'Supplier | Goods loss',
    ]);
  });

  test('adds up alike in every file: the report by bearer, by component, and the statements of the stores', async ({ demo }) => {
    const client = await demoClient(demo.url, emailOf('finance'));
    const stores = await readStores(client);
    const { costs, found } = await between(client, async () => ({
      byBearer: await costFile(client, byStoreMonthBearer),
      byComponent: await costFile(client, byStoreMonthComponent),
      months: await costFile(client, ['month']),
      statements: await readStatements(client, stores),
    }));
    const [byBearer, byComponent] = [
      costs.by((keys) => keys.slice(0, 3)),
      costs.by(([store = '', month = '', , component = '']) => [store, month, component]),
    ];
    expect(found.byBearer.rows).toEqual(byBearer.rows);
    expect(found.byComponent.rows).toEqual(byComponent.rows);
    expect(found.months.total).toBe(costs.total);
    expect(found.statements.rows).toEqual(costs.rows);
  });
});

/** The lines of all statements by store, month, bearer and component; each one's opening and closing have to lead over from month to month. */
async function readStatements(client: Client, stores: Awaited<ReturnType<typeof readStores>>): Promise<Sums> {
  const months = (await costFile(client, ['month'])).keys.map(([month = '']) => month).sort();
  const sums = new Sums();
  for (const { id, code } of stores) {
    let before = new Sums();
    for (const month of months) {
      const { opening, entries, closing } = await statementFile(client, id, month);
      expect(opening.rows, `${code} ${month}`).toEqual(before.rows);
      before.addUnder(
        [],
        entries.by(([bearer = '']) => [bearer]),
      );
      expect(closing.rows, `${code} ${month}`).toEqual(before.rows);
      before = closing;
      sums.addUnder([code, month], entries);
    }
  }
  return sums;
}
