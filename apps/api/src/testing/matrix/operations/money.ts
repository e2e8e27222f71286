import { periodOf } from '@headwater/ledger';
import type { Loose } from '../../client.js';
import { figure, list, lookup, sorted, type Operation } from '../operation.js';
import { isUnder, type Oracle, type ReadPermission } from '../oracle.js';
import { budgetOf, claimOf, costLineOf, type WorldCase } from '../world.js';
import { caseIds, caseOf, ids, listedCases, page, reachesInto, unitIds } from './records.js';

const costly = (oracle: Oracle, permission: ReadPermission) =>
  oracle.world.cases.filter(({ unit }) => oracle.sees(permission, unit));

/** Fen by unit, of the cases whose cost is seen. */
function costs(rows: readonly WorldCase[]): string[] {
  const sums = new Map<string, number>();
  for (const { unit, cost } of rows) sums.set(unit, (sums.get(unit) ?? 0) + cost);
  return sorted([...sums].map(([unit, amount]) => `${unit} ${String(amount)}`));
}

/** What is seen of a subtree; null: nothing of it, not even that it is there. */
const costsWithin = (oracle: Oracle, id: string): string[] | null =>
  reachesInto(oracle, 'money.read', id)
    ? costs(costly(oracle, 'money.read').filter(({ unit }) => isUnder(oracle.world, unit, id)))
    : null;

/** Each unit that costs anything has sold one order and got one parcel back. */
function rates(rows: readonly WorldCase[]) {
  const stores = costs(rows).map((row) => `${row} 1`);
  return { stores, subsidy: total(rows), orders: stores.length, returns: stores.length };
}

const total = (rows: readonly WorldCase[]) => rows.reduce((sum, { cost }) => sum + cost, 0);

const costRows = (rows: Loose): string[] =>
  sorted(rows.map(({ keys, amount }: Loose) => `${String(keys[0].value)} ${String(amount)}`));

/** Code and fen of each row; the last row is the sum, the first the head. */
function csvRows(text: Loose): unknown {
  const cells = String(text)
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const fen = (amount: string | undefined) => Math.round(Number(amount) * 100);
  const rows = cells.slice(0, -1).map((row) => `${row[0] ?? ''} ${String(fen(row.at(-1)))}`);
  return { rows: sorted(rows), total: fen(cells.at(-1)?.at(-1)) };
}

const storeIds = (oracle: Oracle) => oracle.world.units.filter(({ type }) => type === 'store').map(({ id }) => id);

/** What a store has cost this month; null where that is not seen. */
const costOfStore = (oracle: Oracle, permission: ReadPermission, id: string): number | null =>
  oracle.sees(permission, id) ? total(oracle.world.cases.filter(({ unit }) => unit === id)) : null;

const thisMonth = periodOf(Date.now(), 'Asia/Shanghai');

/** Fen of the last line of a statement, the closing balance; a store that cost nothing has the head alone. */
const closingOf = (text: Loose): number => {
  const [, ...rows] = String(text).trim().split(/\r?\n/);
  return Math.round(Number(rows.at(-1)?.split(',').at(-1) ?? 0) * 100);
};

export const money: readonly Operation[] = [
  figure(
    'costReport',
    'money.read',
    '{ costReport(by: [store]) { totalAmount rows { amount keys { value } } } }',
    (it) => ({ rows: costs(costly(it, 'money.read')), total: total(costly(it, 'money.read')) }),
    ({ costReport: { rows, totalAmount } }) => ({ rows: costRows(rows), total: totalAmount }),
  ),
  lookup(
    'costReport within',
    'money.read',
    'query ($id: ID!) { costReport(by: [store], filter: { within: $id }) { rows { amount keys { value } } } }',
    unitIds,
    costsWithin,
    (data) => costRows(data.costReport.rows),
  ),
  lookup(
    'costReport within, as organised now and by days',
    'money.read',
    `query ($id: ID!) { costReport(by: [store], filter: { within: $id, organised: now, throughDay: 1 }) {
      rows { amount keys { value } } } }`,
    unitIds,
    costsWithin,
    (data) => costRows(data.costReport.rows),
  ),
  figure(
    'subsidyRates',
    'money.read',
    '{ subsidyRates(top: 1000) { total { subsidy orders returns } stores { id subsidy orders } } }',
    (it) => rates(costly(it, 'money.read')),
    ({ subsidyRates: { total: sums, stores } }) => ({
      stores: sorted(stores.map(({ id, subsidy, orders }: Loose) => `${String(id)} ${String(subsidy)} ${String(orders)}`)),
      ...sums,
    }),
  ),
  list(
    'costLines',
    'money.read',
    `{ costLines(${page}) { total items { id } } }`,
    (it) => costly(it, 'money.read').map(({ id }) => costLineOf(id)),
    (it) => it.costLines,
  ),
  figure(
    'costLines.origin, costLines.caseCode',
    'money.read',
    `{ costLines(${page}) { items { origin { id } caseCode } } }`,
    (it) => sorted(costly(it, 'money.read').map(({ unit, id }) => `${unit} ${id.slice(-16)}`)),
    (data) => sorted(data.costLines.items.map(({ origin, caseCode }: Loose) => `${String(origin.id)} ${String(caseCode)}`)),
  ),
  lookup(
    'costLines of a case',
    'money.read',
    'query ($id: ID!) { costLines(caseId: $id) { items { id } } }',
    caseIds,
    (it, id) => (it.sees('money.read', caseOf(it, id)?.unit ?? '') ? [costLineOf(id)] : []),
    (data) => ids(data.costLines.items),
  ),
  lookup(
    'costLines of a store',
    'money.read',
    `query ($id: ID!) { costLines(store: $id, ${page}) { items { id } } }`,
    unitIds,
    (it, id) =>
      sorted(
        costly(it, 'money.read')
          .filter(({ unit }) => unit === id)
          .map((row) => costLineOf(row.id)),
      ),
    (data) => ids(data.costLines.items),
  ),
  list(
    'claims',
    'money.read',
    `{ claims(${page}) { total items { id } } }`,
    (it) => costly(it, 'money.read').map(({ id }) => claimOf(id)),
    (it) => it.claims,
  ),
  figure(
    'claims.node, claims.caseCode, claims of a status',
    'money.read',
    `{ claims(status: open, ${page}) { items { node { id } caseCode left } } }`,
    (it) => {
      const open = costly(it, 'money.read').filter((row) => it.world.cases.indexOf(row) % 2 === 0);
      return sorted(open.map(({ unit, id, cost }) => `${unit} ${id.slice(-16)} ${String(cost)}`));
    },
    ({ claims }) => sorted(claims.items.map(({ node, caseCode, left }: Loose) => `${node.id} ${caseCode} ${String(left)}`)),
  ),
  lookup(
    'claims within',
    'money.read',
    `query ($id: ID!) { claims(within: $id, ${page}) { items { id } } }`,
    unitIds,
    (it, id) =>
      reachesInto(it, 'money.read', id)
        ? sorted(
            costly(it, 'money.read')
              .filter(({ unit }) => isUnder(it.world, unit, id))
              .map((row) => claimOf(row.id)),
          )
        : null,
    (data) => ids(data.claims.items),
  ),
  lookup(
    'claimPreview',
    'money.openClaim',
    'query ($id: ID!) { claimPreview(caseId: $id) { most shares { amount } } }',
    caseIds,
    (it, id) => {
      const row = caseOf(it, id);
      return row && it.sees('money.openClaim', row.unit) ? { most: row.cost, shares: [] } : null;
    },
    (data) => data.claimPreview,
  ),
  figure(
    'moneyHome',
    'moneyHome.read',
    '{ moneyHome { cost payoutFailures topStores { amount } refundsDue { id } } }',
    (it) => {
      const refunding = listedCases(it).filter(({ state }) => state === 'REFUNDING');
      const stores = Math.min(10, costs(costly(it, 'money.read')).length);
      const failures = refunding.filter(({ payoutFailed }) => payoutFailed).length;
      return { cost: total(costly(it, 'money.read')), failures, stores, due: Math.min(10, refunding.length) };
    },
    ({ moneyHome: { cost, payoutFailures, topStores, refundsDue } }) => ({
      cost,
      failures: payoutFailures,
      stores: topStores.length,
      due: refundsDue.length,
    }),
  ),
  list(
    'budgets',
    'money.read',
    `{ budgets(${page}) { items { id } } }`,
    (it) =>
      unitIds(it)
        .filter((unit) => it.sees('money.read', unit))
        .map(budgetOf),
    (data) => data.budgets,
  ),
  lookup(
    'budgets within',
    'money.read',
    `query ($id: ID!) { budgets(within: $id, state: warned, ${page}) { items { node { id } } } }`,
    unitIds,
    (it, id) =>
      reachesInto(it, 'money.read', id)
        ? sorted(unitIds(it).filter((unit) => it.sees('money.read', unit) && isUnder(it.world, unit, id)))
        : null,
    (data) => sorted(data.budgets.items.map(({ node }: Loose) => String(node.id))),
  ),
  lookup(
    'budget',
    'money.read',
    'query ($id: ID!) { budget(id: $id) { id } }',
    (it) => unitIds(it).map(budgetOf),
    (it, id) => (unitIds(it).some((unit) => budgetOf(unit) === id && it.sees('money.read', unit)) ? id : null),
  ),
  figure(
    'moneyHome.budgetsWarned',
    'moneyHome.read',
    '{ moneyHome { budgetsWarned { id } } }',
    (it) => Math.min(5, unitIds(it).filter((unit) => it.sees('money.read', unit)).length),
    ({ moneyHome: { budgetsWarned } }) => budgetsWarned.length,
  ),
  {
    ...figure(
      'costs.csv',
      'money.export',
      '/exports/costs.csv?by=store',
      (it) => ({ rows: costs(costly(it, 'money.read')), total: total(costly(it, 'money.read')) }),
      csvRows,
    ),
    handler: 'HTTP CostExportController.costs',
  },
  lookup(
    'statement',
    'money.read',
    `query ($id: ID!) { statement(nodeId: $id, period: "${thisMonth}") { accounts { entries } lines { amount } } }`,
    storeIds,
    (it, id) => {
      const cost = costOfStore(it, 'money.read', id);
      return cost === null ? null : [cost, cost];
    },
    ({ statement: { accounts, lines } }) => [
      accounts.reduce((sum: number, { entries }: Loose) => sum + Number(entries), 0),
      lines.reduce((sum: number, { amount }: Loose) => sum + Number(amount), 0),
    ],
  ),
  {
    ...lookup(
      'statement.csv',
      'money.export',
      `/exports/statement.csv?node=:id&period=${thisMonth}`,
      storeIds,
      (it, id) => costOfStore(it, 'money.export', id) ?? 'NOT_FOUND',
      closingOf,
    ),
    handler: 'HTTP StatementExportController.statement',
  },
];
