import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Client, Refused } from './support/client.js';
import { costFile } from './support/cost-files.js';
import { readCsv } from './support/csv.js';
import { emptyStorage, missing, type Engine, type Storage } from './support/engines.js';
import { readOlist, subsidyOf, type OlistFacts, type Part } from './support/olist.js';
import { headwater, startProduct, type Environment, type Product } from './support/product.js';
import { hasRealData, olist, storeList } from './support/real-data.js';
import { Sums } from './support/sums.js';

const ADMIN = { email: 'admin@chain.example', password: 'correct horse battery staple' };
const CAP = 1935;
/** Returns that are told at once. */
const ABREAST = 4;
const FROM = '2016-01-01T00:00:00.000Z';

/** Half of the parcels come back in each month. It is that of the branch, in Brazil: by UTC, and at HQ in China, the next one has begun. */
const MONTHS = [
  { month: '2018-09', now: '2018-10-01T00:00:00Z' },
  { month: '2018-11', now: '2018-12-01T00:00:00Z' },
] as const;

const returnedIn = (facts: OlistFacts, at: number): Part[] =>
  facts.lateDelivered.filter((_, index) => index % MONTHS.length === at);

async function makeChain(env: Environment, chain: string): Promise<void> {
  const made = await headwater(
    ['create-admin', '--email', ADMIN.email, '--name', 'Admin', '--chain', chain, '--since', '2016-01-01', '--password-stdin'],
    env,
    `${ADMIN.password}\n`,
  );
  expect(made.code, made.output).toBe(0);
}

interface ImportSummary {
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
}

/** Runs an import with `--json`, whose last line is its summary. */
async function importFile(env: Environment, args: readonly string[]): Promise<ImportSummary & Record<string, number>> {
  const { code, output } = await headwater(['import', ...args, '--json'], env);
  const summary = output.trim().split('\n').at(-1) ?? '';
  expect([0, 1], output).toContain(code);
  expect(summary, output).toMatch(/^\{.*\}$/u);
  return JSON.parse(summary) as ImportSummary & Record<string, number>;
}

/** Lines of the report file, but its head. */
const reported = (file: string) => (existsSync(file) ? readCsv(file) : []);

/** Lines that no store list may hold, each wrong in one place. */
const wrong = (taken: string) => [
  [
    '样例,X-1,无归属店,Rented,路1号,上海市,31,CN,,,GMT+08:00 Asia/Beijing,121.4,31.2',
    'Ownership Type',
    'Rented',
    'VALUE_NOT_ALLOWED',
  ],
  [
    '样例,X-2,无省份店,Licensed,路2号,未知,99,CN,,,GMT+08:00 Asia/Beijing,121.4,31.2',
    'State/Province',
    '99',
    'VALUE_NOT_ALLOWED',
  ],
  ['样例,,无编号店,Licensed,路3号,上海市,31,CN,,,GMT+08:00 Asia/Beijing,121.4,31.2', 'Store Number', '', 'REQUIRED'],
  [
    `样例,${taken},重复店,Licensed,路4号,上海市,31,CN,,,GMT+08:00 Asia/Beijing,121.4,31.2`,
    'Store Number',
    taken,
    'DUPLICATE_KEY',
  ],
  ['样例,X-5,缺列店,Licensed', '', '4', 'COLUMNS_DIFFER'],
];

/** A copy of the list with wrong lines at its end. @returns what has to be reported of them, in their order */
function spoil(file: string, copy: string, taken: string): { line: string; column: string; value: string; code: string }[] {
  const text = readFileSync(file, 'utf8').trimEnd();
  const lines = wrong(taken);
  writeFileSync(copy, `${[text, ...lines.map(([line]) => line)].join('\n')}\n`);
  const last = text.split('\n').length;
  return lines.map(([, column = '', value = '', code = ''], index) => ({ line: String(last + 1 + index), column, value, code }));
}

const engines: Engine[] = ['SQLite', 'MariaDB'];

for (const engine of engines) {
  test.describe(`real input on ${engine}`, () => {
    const reason = missing(engine);
    test.skip(reason !== null, reason ?? '');
    let storage: Storage;

    test.beforeEach(async () => {
      storage = await emptyStorage(engine);
    });
    test.afterEach(async () => {
      await storage.remove();
    });

    test('a real store list comes in, each refused line is reported, and the same file again changes nothing', async () => {
      const { env } = storage;
      const rows = readCsv(storeList);
      const report = join(env['HEADWATER_DATA_DIR'] ?? '', 'refused.csv');
      await makeChain(env, 'Coffee');
      const args = ['org-units', storeList, '--mapping', 'starbucks_cn', '--report', report];
      const first = await importFile(env, args);
      const refused = reported(report);
      expect(new Set(refused.map((line) => line['line'])).size).toBe(first.refused);
      expect(first['stores']).toBe(rows.length - first.refused);
      for (const line of refused) expect(line['code']).not.toBe('');
      const before = await storage.fingerprint();
      const second = await importFile(env, args);
      expect(second).toMatchObject({ created: 0, changed: 0, unchanged: first.created, refused: first.refused });
      expect(await storage.fingerprint()).toBe(before);
      if (hasRealData) expect([rows.length, first.refused]).toEqual([2734, 0]);
      const spoiled = join(env['HEADWATER_DATA_DIR'] ?? '', 'spoiled.csv');
      const added = spoil(storeList, spoiled, rows[0]?.['Store Number'] ?? '');
      const third = await importFile(env, args.with(1, spoiled));
      expect(third).toMatchObject({ created: 0, changed: 0, refused: first.refused + added.length });
      const told = reported(report).slice(-added.length);
      expect(told.map(({ line, column, value, code }) => ({ line, column, value, code }))).toEqual(added);
      for (const line of told) expect(line['allowed']).not.toBe('');
    });

    test('real late deliveries are returned, and the subsidy per store, month, bearer and component ties with the files to the fen', async () => {
      const facts = readOlist(olist);
      const [september, november] = MONTHS.map(({ now }) => ({ ...storage.env, HEADWATER_NOW: now }));
      if (september === undefined || november === undefined) throw new Error('two months are meant');
      await makeChain(september, 'Marketplace');
      await withProduct(september, async (product, admin) => {
        await test.step('assign the policies', () => assignPolicies(admin));
        await test.step('import the orders', () => importOrders(september, facts));
        await test.step('return what came late', () => returnParts(product, admin, returnedIn(facts, 0), '0'));
        await test.step('refuse what was cancelled', () => refuseTheCancelled(product, admin, facts));
      });
      await withProduct(november, async (product, admin) => {
        await test.step('return the others a month later', () => returnParts(product, admin, returnedIn(facts, 1), '1'));
        await test.step('all is refunded', () => expectRefunded(admin, facts.lateDelivered.length));
        await test.step('compare the subsidy', () => expectSubsidyTies(admin, facts));
        await test.step('compare the files', () => expectFilesTie(admin, facts));
      });
      const checked = await headwater(['check'], november);
      expect(checked.code, checked.output).toBe(0);
    });
  });
}

/** Starts the product anew, at the instant that the environment says. */
async function withProduct(env: Environment, work: (product: Product, admin: Client) => Promise<void>): Promise<void> {
  const product = await startProduct(env);
  try {
    await work(product, await Client.signedIn(product.url, ADMIN.email, ADMIN.password));
  } finally {
    await product.stop();
  }
}

/** "Actual cost, cap 19.35, HQ 60 % branch 40 %" from 2016-01-01 on, recorded today: a correction, before any order is there. */
async function assignPolicies(admin: Client): Promise<void> {
  const { viewer } = await admin.ask<{ viewer: { home: { id: string } } }>('{ viewer { home { id } } }');
  const hq = viewer.home.id;
  const address = {
    recipient: 'Returns',
    phone: '400-000-0000',
    province: 'SP',
    city: 'São Paulo',
    district: 'Centro',
    street: 'Rua 1',
    instructions: '',
  };
  const payers = ['mismatch', 'quality', 'wrongItem', 'logistics'].map((reasonClass) => ({
    reasonClass,
    category: null,
    amountFrom: null,
    amountTo: null,
    payer: 'merchant',
    merchantBps: null,
  }));
  const buyer = {
    reasonClass: 'expectation',
    category: null,
    amountFrom: null,
    amountTo: null,
    payer: 'buyer',
    merchantBps: null,
  };
  await publishAndAssign(admin, hq, 'afterSalesRules', {
    noReasonDays: { set: 7 },
    selfServiceDays: { set: 1000 },
    freightPayer: { set: [...payers, buyer] },
    conditions: { reset: true },
    evidence: { set: [] },
    returnAddress: { set: address },
  });
  await publishAndAssign(admin, hq, 'returnShippingSubsidy', {
    enabled: { set: true },
    mode: { set: { kind: 'actual', cap: CAP } },
    bearers: { set: { rows: [], otherwise: { HQ: 6000, branch: 4000 }, fallback: 'HQ' } },
  });
}

async function publishAndAssign(admin: Client, nodeId: string, kind: string, directives: object): Promise<void> {
  const { createPolicy } = await admin.ask<{ createPolicy: { id: string } }>(
    'mutation ($kind: PolicyKindKey!, $ownerId: ID!) { createPolicy(kind: $kind, name: "Standard", ownerId: $ownerId) { id } }',
    { kind, ownerId: nodeId },
  );
  const { startDraft } = await admin.ask<{ startDraft: { id: string; version: number } }>(
    'mutation ($id: ID!) { startDraft(policyId: $id) { id version } }',
    { id: createPolicy.id },
  );
  const { saveDraft } = await admin.ask<{ saveDraft: { version: number } }>(
    'mutation ($id: ID!, $directives: JSON!, $version: Int!) { saveDraft(id: $id, directives: $directives, version: $version) { version } }',
    { ...startDraft, directives },
  );
  await admin.ask('mutation ($id: ID!, $version: Int!) { publishVersion(id: $id, version: $version) { id } }', {
    id: startDraft.id,
    version: saveDraft.version,
  });
  await admin.ask(
    'mutation ($nodeId: ID!, $versionId: ID!, $from: Instant!) { assignVersion(nodeId: $nodeId, versionId: $versionId, from: $from, reason: "taken over from the old system") { epoch } }',
    { nodeId, versionId: startDraft.id, from: FROM },
  );
  const { policyAssignments } = await admin.ask<{ policyAssignments: { items: { from: string; correction: boolean }[] } }>(
    'query ($id: ID!) { policyAssignments(policyId: $id) { items { from correction } } }',
    { id: createPolicy.id },
  );
  expect(policyAssignments.items).toEqual([{ from: FROM, correction: true }]);
}

async function importOrders(env: Environment, facts: OlistFacts): Promise<void> {
  const report = join(env['HEADWATER_DATA_DIR'] ?? '', 'orders-refused.csv');
  const args = ['orders', olist, '--mapping', 'olist', '--report', report];
  const first = await importFile(env, args);
  expect(first).toMatchObject({ read: facts.orders, lines: facts.items, created: facts.parts.length, freight: facts.freight });
  const text = readFileSync(report, 'utf8');
  for (const id of facts.withoutLines) expect(text).toContain(id);
  const again = await importFile(env, args);
  expect(again).toMatchObject({ created: 0, changed: 0, unchanged: facts.parts.length });
  if (!hasRealData) return;
  expect(facts).toMatchObject({ orders: 4071, items: 4567, freight: 9_118_130 });
  expect(facts.withoutLines.length).toBe(26);
  expect(facts.parts.length).toBe(4111);
  expect(facts.lateDelivered.length).toBe(323);
  expect(new Set(facts.lateDelivered.map(({ orderId }) => orderId)).size).toBe(321);
  expect(facts.lateOther.map(({ status }) => status)).toEqual(['canceled']);
}

interface OrderRow {
  id: string;
  node: { id: string; name: string };
  lines: { id: string; quantity: number }[];
}

/** The product's order for a part: the seller's code is his number in the files. */
async function orderOf(admin: Client, part: Part): Promise<OrderRow> {
  const { orders } = await admin.ask<{ orders: { items: (OrderRow & { externalNo: string; nodeCode: string })[] } }>(
    'query ($search: String!) { orders(filter: { search: $search }) { items { id externalNo node { id name } lines { id quantity } } } }',
    { search: part.orderId },
  );
  const found = orders.items.filter((order) => order.lines.length === part.lines);
  for (const order of found) if ((await codeOf(admin, order.node.id)) === part.sellerId) return order;
  throw new Error(`order ${part.orderId} of ${part.sellerId} is not there`);
}

const codes = new Map<string, string>();

async function codeOf(admin: Client, nodeId: string): Promise<string> {
  const known = codes.get(nodeId);
  if (known !== undefined) return known;
  const { orgNode } = await admin.ask<{ orgNode: { code: string } }>('query ($id: ID!) { orgNode(id: $id) { code } }', {
    id: nodeId,
  });
  codes.set(nodeId, orgNode.code);
  return orgNode.code;
}

async function buyerOf(product: Product, admin: Client, orderId: string): Promise<Client> {
  const { createBuyerLink } = await admin.ask<{ createBuyerLink: { token: string } }>(
    'mutation ($orderId: ID!) { createBuyerLink(orderId: $orderId) { token } }',
    { orderId },
  );
  return new Client(product.url, createBuyerLink.token);
}

interface CaseRow {
  id: string;
  version: number;
  state: string;
}

const APPLY = 'mutation ($input: ApplyInput!) { result: apply(input: $input) { id version state } }';

function application(order: OrderRow): Record<string, unknown> {
  return {
    input: {
      orderId: order.id,
      type: 'RR',
      reason: 'changedMind',
      lines: order.lines.map((line) => ({ orderLineId: line.id, quantity: line.quantity })),
    },
  };
}

async function step(client: Client, mutation: string, at: CaseRow, variables: Record<string, unknown> = {}): Promise<CaseRow> {
  const { result } = await client.ask<{ result: CaseRow }>(mutation, { id: at.id, version: at.version, ...variables });
  return result;
}

const APPROVE = 'mutation ($id: ID!, $version: Int!) { result: approve(id: $id, version: $version) { id version state } }';
const SHIP =
  'mutation ($id: ID!, $version: Int!, $tracking: String!, $freightPaid: Fen!) { result: ship(id: $id, version: $version, carrier: "Correios", tracking: $tracking, freightPaid: $freightPaid) { id version state } }';
const RECEIVE =
  'mutation ($id: ID!, $version: Int!) { result: receive(id: $id, version: $version, inspection: "intact") { id version state } }';

/** Each buyer files "changed mind" for all lines of his part, sends it at the freight of the files, and the store takes it in. */
async function returnPart(product: Product, admin: Client, part: Part, tracking: string): Promise<void> {
  const order = await orderOf(admin, part);
  const buyer = await buyerOf(product, admin, order.id);
  const { result: applied } = await buyer.ask<{ result: CaseRow }>(APPLY, application(order));
  const approved = await step(admin, APPROVE, applied);
  await step(admin, RECEIVE, await step(buyer, SHIP, approved, { tracking, freightPaid: part.freight }));
}

async function returnParts(product: Product, admin: Client, parts: readonly Part[], series: string): Promise<void> {
  const waiting = [...parts.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await returnPart(product, admin, next[1], `BR${series}${String(next[0]).padStart(8, '0')}`);
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  await expect
    .poll(
      async () =>
        (
          await admin.ask<{ cases: { items: unknown[] } }>(
            '{ cases(filter: { states: [REFUNDING] }, page: { first: 1 }) { items { id } } }',
          )
        ).cases.items.length,
      { timeout: 120_000 },
    )
    .toBe(0);
}

async function expectRefunded(admin: Client, count: number): Promise<void> {
  const { caseCounts } = await admin.ask<{ caseCounts: { byState: { key: string; count: number }[] } }>(
    '{ caseCounts { byState { key count } } }',
  );
  expect(caseCounts.byState.find((it) => it.key === 'REFUNDED')?.count).toBe(count);
}

async function refuseTheCancelled(product: Product, admin: Client, facts: OlistFacts): Promise<void> {
  expect(facts.lateOther.length).toBeGreaterThan(0);
  for (const part of facts.lateOther) {
    const order = await orderOf(admin, part);
    const buyer = await buyerOf(product, admin, order.id);
    const refusal = await buyer.ask(APPLY, application(order)).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ code: 'ORDER_CANCELLED', message: expect.stringContaining('The order was cancelled on') });
    const { cases } = await admin.ask<{ cases: { items: unknown[] } }>(
      'query ($orderId: ID!) { cases(filter: { orderId: $orderId, view: "all" }) { items { id } } }',
      { orderId: order.id },
    );
    expect(cases.items).toEqual([]);
  }
}

interface CostRow {
  keys: { dimension: string; value: string }[];
  amount: number;
}

const valueOf = (row: CostRow, dimension: string) => row.keys.find((key) => key.dimension === dimension)?.value ?? '';

async function expectSubsidyTies(admin: Client, facts: OlistFacts): Promise<void> {
  const expected = new Map<string, number>();
  const add = (key: string, amount: number) => {
    if (amount > 0) expected.set(key, (expected.get(key) ?? 0) + amount);
  };
  for (const part of facts.lateDelivered) {
    const { hq, branch } = subsidyOf(part, CAP);
    add(`${part.sellerId} HQ`, hq);
    add(`${part.sellerId} branch`, branch);
  }
  const { costReport } = await admin.ask<{ costReport: { rows: CostRow[]; totalAmount: number } }>(
    '{ costReport(filter: { components: ["freight-subsidy"] }, by: [store, bearer], top: 5000) { totalAmount rows { amount keys { dimension value } } } }',
  );
  const reported = new Map<string, number>();
  for (const row of costReport.rows)
    reported.set(`${await codeOf(admin, valueOf(row, 'store'))} ${valueOf(row, 'bearer')}`, row.amount);
  expect(Object.fromEntries(reported)).toEqual(Object.fromEntries(expected));
  expect([...reported.values()].reduce((sum, it) => sum + it, 0)).toBe(costReport.totalAmount);
  const total = (bearer: string) =>
    [...reported].filter(([key]) => key.endsWith(bearer)).reduce((sum, [, amount]) => sum + amount, 0);
  if (!hasRealData) return;
  expect(costReport.totalAmount).toBe(536_895);
  expect(total(' HQ')).toBe(322_136);
  expect(total(' branch')).toBe(214_759);
}

/**
 * The CSV files against the files of olist: input are freight, seller and promised day of each part and the month it came back in here,
 * recomputed are the cap and the shares (support/olist.ts). The buyers changed their minds, so that beyond the cap they pay themselves: no
 * other component may have a fen.
 */
async function expectFilesTie(admin: Client, facts: OlistFacts): Promise<void> {
  const expected = new Sums();
  for (const [at, { month }] of MONTHS.entries())
    for (const part of returnedIn(facts, at)) {
      const { hq, branch } = subsidyOf(part, CAP);
      expected.add([part.sellerId, month, 'HQ', 'Freight subsidy'], hq);
      expected.add([part.sellerId, month, 'Branch', 'Freight subsidy'], branch);
    }
  const byBearer = await costFile(admin, ['store', 'month', 'bearer']);
  expect(byBearer.rows).toEqual(expected.by((keys) => keys.slice(0, 3)).rows);
  const byComponent = await costFile(admin, ['store', 'month', 'component']);
  expect(byComponent.rows).toEqual(expected.by(([store = '', month = '', , component = '']) => [store, month, component]).rows);
  const shares = await costFile(admin, ['month', 'bearer', 'component']);
  expect(shares.rows).toEqual(expected.by((keys) => keys.slice(1)).rows);
  expect(new Set(byBearer.keys.map(([, month]) => month))).toEqual(new Set(MONTHS.map(({ month }) => month)));
}
