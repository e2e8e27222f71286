import { chainOf } from './support/chain.js';
import { report } from './support/measure.js';
import type { Driver } from './support/storage.js';
import { startTrial } from './support/trial.js';

/** Hangs a chain of so many stores below the HQ that is there. */
async function plant(driver: Driver, branches: number): Promise<void> {
  const [root] = (await driver.select('SELECT id FROM org_node WHERE parent_id IS NULL', [])) as { id: string }[];
  const hq = root?.id ?? '';
  const nodes = chainOf(branches).slice(1);
  const parents = new Map(nodes.map((node) => [node.id as string, node.parentId as string]));
  const pathOf = (id: string): string[] => {
    const parent = parents.get(id);
    return parent === undefined ? [hq] : [...pathOf(parents.has(parent) ? parent : hq), id];
  };
  const rows = nodes.map((node) => {
    const path = pathOf(node.id);
    const ancestors = Object.fromEntries(path.map((id, level) => [`a${String(level)}`, id]));
    const place = {
      id: node.id as string,
      parent_id: path.at(-2) ?? hq,
      depth: path.length - 1,
      type: node.type,
      code: node.id as string,
    };
    return {
      a0: null,
      a1: null,
      a2: null,
      a3: null,
      ...ancestors,
      ...place,
      name: node.id,
      time_zone: 'Asia/Shanghai',
      since: 0,
      epoch: 1,
      version: 1,
    };
  });
  await driver.insert('org_node', rows);
}

/** Rows in every table of the database. */
async function rowsIn(driver: Driver): Promise<number> {
  let sum = 0;
  for (const table of await driver.tables()) {
    const [row] = (await driver.select(`SELECT COUNT(*) AS n FROM ${table}`, [])) as { n: number }[];
    sum += row?.n ?? 0;
  }
  return sum;
}

const TURN_ON = `mutation ($nodeId: ID!) { turnCoverage(nodeId: $nodeId, on: true) { changed rowsWritten } }`;
const SET_ADDRESS = `mutation ($nodeId: ID!, $changes: JSON!) { setOwnRules(nodeId: $nodeId, kind: afterSalesRules, changes: $changes, ownVersion: 0) { epoch } }`;
const address = { recipient: 'A', phone: '1', province: 'P', city: 'C', district: 'D', street: 'S', instructions: '' };
const payer = (reasonClass: string, payer: 'buyer' | 'merchant') => ({
  ...{ reasonClass, payer, category: null, amountFrom: null, amountTo: null, merchantBps: null },
});
const rules = {
  noReasonDays: { set: 7 },
  freightPayer: {
    set: [
      payer('expectation', 'buyer'),
      ...['mismatch', 'quality', 'wrongItem', 'logistics'].map((reasonClass) => payer(reasonClass, 'merchant')),
    ],
  },
  returnAddress: { set: address },
};

for (const branches of [1000, 100_000]) {
  const trial = await startTrial('SQLite', (driver) => plant(driver, branches));
  await trial.admin.ask(SET_ADDRESS, { nodeId: trial.hq, changes: rules });
  const before = await rowsIn(trial.driver);
  const since = performance.now();
  const { turnCoverage } = await trial.admin.ask<{ turnCoverage: { changed: number; rowsWritten: number } }>(TURN_ON, {
    nodeId: trial.hq,
  });
  const took = performance.now() - since;
  if (turnCoverage.changed !== branches)
    throw new Error(`took effect in ${String(turnCoverage.changed)} of ${String(branches)} branches`);
  report('push at HQ: rows written, as counted in the database', (await rowsIn(trial.driver)) - before, 'rows', branches);
  report('push at HQ: rows written, as the API says', turnCoverage.rowsWritten, 'rows', branches);
  report('push at HQ: request', took, 'ms', branches);
  await trial.end();
}
