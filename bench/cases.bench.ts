import { missing, type Engine } from '../e2e/support/engines.js';
import { startBare, type BareServer } from './support/bare-server.js';
import { plantCases, type Place } from './support/case-rows.js';
import { report, throughput } from './support/measure.js';
import { startTrial, type Trial } from './support/trial.js';

/** `npm run bench -- cases --cases 1000000` asks for more. */
const CASES = Number(process.env['HEADWATER_BENCH_CASES'] ?? 100_000);
const STORES = 20;
const PAGE = 25;
const DEEP = 4000;
/** No page may cost this many times as much as the cheapest: it would read more than it shows. */
const BOUND = 4;

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
  return { hq, region, stores };
}

const QUERY = `query ($within: ID!, $after: String) { cases(filter: { within: $within, states: [APPLIED] }, sort: deadline, page: { first: ${String(PAGE)}, after: $after }) {
  nextCursor items { id code state requestedAmount appliedAt buyerName node { id name } } } }`;
const COUNTS = 'query ($within: ID!) { caseCounts(within: $within) { byView { key count } } }';
const COLUMNS = 'id, code, state, requested_amount, applied_at, buyer_name, node_id';

/** The last row of the page before. */
interface Behind {
  readonly queue_rank: number;
  readonly id: string;
}

const sqlOf = (level: number, after: Behind | null) => {
  const beyond = after === null ? '' : 'AND queue_rank >= ? AND (queue_rank > ? OR id > ?)';
  return `SELECT ${COLUMNS} FROM after_sales_case WHERE a${String(level)} = ? AND state = 'APPLIED' ${beyond} ORDER BY queue_rank, id LIMIT ${String(PAGE + 1)}`;
};

/** Where a page starts; null where there are not so many. */
async function before(trial: Trial, nodeId: string, level: number, page: number): Promise<Behind | null> {
  const sql = `SELECT queue_rank, id FROM after_sales_case WHERE a${String(level)} = ? AND state = 'APPLIED' ORDER BY queue_rank, id LIMIT 1 OFFSET ?`;
  const [row] = await trial.driver.select(sql.replace('OFFSET ?', `OFFSET ${String((page - 1) * PAGE - 1)}`), [nodeId]);
  return (row as Behind | undefined) ?? null;
}

const cursorOf = ({ queue_rank, id }: Behind) => Buffer.from(JSON.stringify([queue_rank, id])).toString('base64url');

interface Measured {
  readonly engine: Engine;
  readonly trial: Trial;
  readonly bare: BareServer;
}

/** @returns pages a second, of the whole stack */
async function measurePage(at: Measured, what: string, nodeId: string, level: number, after: Behind | null): Promise<number> {
  const variables = { within: nodeId, after: after && cursorOf(after) };
  const whole = await throughput(async () => {
    const { cases } = await at.trial.admin.ask<{ cases: { items: unknown[] } }>(QUERY, variables);
    if (cases.items.length !== PAGE) throw new Error(`a page of ${String(cases.items.length)} cases`);
  });
  const params = after === null ? [nodeId] : [nodeId, after.queue_rank, after.queue_rank, after.id];
  const bare = await throughput(async () => {
    const rows = await at.bare.select(sqlOf(level, after), params);
    if (rows.length < PAGE) throw new Error(`${String(rows.length)} rows`);
  });
  report(`page of 25, ${what}, ${at.engine}: whole stack`, whole, 'per s', CASES);
  report(`page of 25, ${what}, ${at.engine}: node:http + driver`, bare, 'per s', CASES);
  report(`page of 25, ${what}, ${at.engine}: stack ÷ bare`, whole / bare, 'ratio', CASES);
  return whole;
}

async function measureCounts({ engine, trial }: Measured, what: string, within: string): Promise<void> {
  const counts = await throughput(async () => {
    await trial.admin.ask(COUNTS, { within });
  });
  report(`counts, ${what}, ${engine}: whole stack`, counts, 'per s', CASES);
}

async function measure(at: Measured, { hq, region, stores }: Place): Promise<number[]> {
  const units = [
    ['a store', stores[0] ?? '', 2],
    ['a region', region, 1],
    ['HQ', hq, 0],
  ] as const;
  const pages: number[] = [];
  for (const [what, nodeId, level] of units) {
    pages.push(await measurePage(at, what, nodeId, level, null));
    const deep = await before(at.trial, nodeId, level, DEEP);
    if (deep) pages.push(await measurePage(at, `${what}, page ${String(DEEP)}`, nodeId, level, deep));
    await measureCounts(at, what, nodeId);
  }
  return pages;
}

const engines: Engine[] = ['SQLite', 'MariaDB'];
for (const engine of engines.filter((it) => missing(it) === null)) {
  const trial = await startTrial(engine);
  const place = await plantUnits(trial);
  await plantCases(trial.driver, CASES, place);
  const bare = await startBare(trial.env);
  const pages = await measure({ engine, trial, bare }, place);
  await bare.end();
  await trial.end();
  const spread = Math.max(...pages) / Math.min(...pages);
  report(`page of 25, ${engine}: cheapest ÷ dearest`, spread, 'ratio', CASES);
  if (spread > BOUND) throw new Error(`a page costs up to ${spread.toFixed(1)} times another: it is not bound by an index`);
}
