import { missing, type Engine } from '../e2e/support/engines.js';
import { report, throughput } from './support/measure.js';
import { startTrial, type Trial } from './support/trial.js';

const CASES = 100_000;
const STORES = 20;
const states = ['APPLIED', 'AWAIT_RETURN', 'AWAIT_RECEIPT', 'REFUNDED', 'CLOSED'];
const START = Date.UTC(2026, 0, 1);

interface Place {
  region: string;
  stores: string[];
}

async function plantUnits({ admin, hq }: Trial): Promise<Place> {
  const make = async (parentId: string, type: string, name: string) => {
    const { createOrgNode } = await admin.ask<{ createOrgNode: { id: string } }>(
      'mutation ($parentId: ID!, $type: NodeType!, $name: String!) { createOrgNode(parentId: $parentId, type: $type, name: $name) { id } }',
      { parentId, type, name },
    );
    return createOrgNode.id;
  };
  const region = await make(hq, 'region', 'Region');
  const stores: string[] = [];
  for (let index = 0; index < STORES; index += 1) stores.push(await make(region, 'store', `Store ${String(index)}`));
  return { region, stores };
}

const id = (index: number) => `01BENCH${String(index).padStart(19, '0')}`;

const facts = JSON.stringify({ counts: {}, pauses: {}, legalCeiling: false });

function caseRow(index: number, hq: string, { region, stores }: Place): Record<string, string | number | null> {
  const nodeId = stores[index % STORES] ?? '';
  const state = states[Math.floor(index / STORES) % states.length] ?? '';
  const appliedAt = START + index * 1000;
  const place = { a0: hq, a1: region, a2: nodeId, node_id: nodeId };
  const what = {
    id: id(index),
    code: `B${String(index)}`,
    type: 'RR',
    state,
    order_id: id(0),
    buyer_name: 'Buyer',
    reason: 'changedMind',
    reason_class: 'expectation',
  };
  const amounts = { currency: 'CNY', requested_amount: 9900, amount_at_risk: 9900, freight_payer: 'buyer' };
  const rest = { queue_rank: appliedAt, applied_at: appliedAt, facts, reminders: '[]', freight_trace: '[]' };
  return { ...place, ...what, ...amounts, ...rest };
}

async function plantCases(trial: Trial, place: Place): Promise<void> {
  await trial.driver.insert(
    'after_sales_case',
    Array.from({ length: CASES }, (_, index) => caseRow(index, trial.hq, place)),
  );
}

const QUERY = `query ($within: ID!) { cases(filter: { within: $within, states: [APPLIED] }, sort: deadline, page: { first: 25 }) {
  nextCursor items { id code state requestedAmount appliedAt buyerName node { id name } } } }`;

const SQL = (level: number) =>
  `SELECT id, code, state, requested_amount, applied_at, buyer_name, node_id FROM after_sales_case WHERE a${String(level)} = ? AND state = 'APPLIED' ORDER BY queue_rank, id LIMIT 26`;

async function measure(engine: Engine, trial: Trial, what: string, nodeId: string, level: number): Promise<void> {
  const whole = await throughput(async () => {
    const { cases } = await trial.admin.ask<{ cases: { items: unknown[] } }>(QUERY, { within: nodeId });
    if (cases.items.length !== 25) throw new Error(`a page of ${String(cases.items.length)} cases`);
  });
  const bare = await throughput(async () => {
    const rows = await trial.driver.select(SQL(level), [nodeId]);
    if (rows.length !== 26) throw new Error(`${String(rows.length)} rows`);
  });
  report(`page of 25, ${what}, ${engine}: whole stack`, whole, 'per s', CASES);
  report(`page of 25, ${what}, ${engine}: bare driver`, bare, 'per s', CASES);
  report(`page of 25, ${what}, ${engine}: stack ÷ driver`, whole / bare, 'ratio', CASES);
}

const engines: Engine[] = ['SQLite', 'MariaDB'];
for (const engine of engines.filter((it) => missing(it) === null)) {
  const trial = await startTrial(engine);
  const place = await plantUnits(trial);
  await plantCases(trial, place);
  await measure(engine, trial, 'a store', place.stores[0] ?? '', 2);
  await measure(engine, trial, 'a region', place.region, 1);
  await measure(engine, trial, 'HQ', trial.hq, 0);
  await trial.end();
}
