import { periodOf } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import type { TreeSnapshot } from '../../tree/tree-snapshot.js';
import { type CheckResult, int, result } from './finding.js';

interface Sold {
  readonly id: string;
  readonly nodeId: string;
  readonly currency: string;
  readonly paidAt: number | string;
  readonly paidAmount: number | string;
}

interface Month {
  orders: number;
  paidAmount: number;
  returns: number;
}

type Kept = Record<'nodeId' | 'period' | 'currency', string> & Record<keyof Month, number | string>;

const PAGE = 5_000;
const paidOrders = `SELECT id, node_id AS nodeId, currency, paid_at AS paidAt, paid_amount AS paidAmount FROM sales_order
  WHERE paid_at IS NOT NULL AND id > ? ORDER BY id LIMIT ${String(PAGE)}`;

const parcels = `SELECT nodeId, period, currency, COUNT(*) AS returns FROM (
    SELECT DISTINCT e.id, l.origin_node_id AS nodeId, e.period AS period, l.currency AS currency
    FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id WHERE e.cause = 'returnShipped'
  ) AS sent GROUP BY nodeId, period, currency`;

const keyOf = ({ nodeId, period, currency }: Pick<Kept, 'nodeId' | 'period' | 'currency'>): string =>
  `sales of ${nodeId} · ${period} · ${currency}`;

const said = ({ orders, paidAmount, returns }: Record<keyof Month, number | string>): string =>
  `${String(int(orders))} orders for ${String(int(paidAmount))} fen, ${String(int(returns))} returns`;

const nothing = { orders: 0, paidAmount: 0, returns: 0 };

/** The months that rates of subsidy are reckoned against say what orders and the books say. */
export async function checkSales(manager: EntityManager, tree: TreeSnapshot): Promise<CheckResult> {
  const months = new Map<string, Month>();
  const monthOf = (key: string): Month => {
    const month = months.get(key) ?? { ...nothing };
    months.set(key, month);
    return month;
  };
  for (
    let rows = await manager.query<Sold[]>(paidOrders, ['']);
    rows.length > 0;
    rows = await manager.query<Sold[]>(paidOrders, [rows.at(-1)?.id])
  )
    for (const { nodeId, currency, paidAt, paidAmount } of rows) {
      const period = periodOf(int(paidAt), tree.require(nodeId).timeZone);
      const month = monthOf(keyOf({ nodeId, period, currency }));
      month.orders += 1;
      month.paidAmount += int(paidAmount);
    }
  for (const row of await manager.query<Kept[]>(parcels)) monthOf(keyOf(row)).returns += int(row.returns);
  const rows = await manager.query<Kept[]>(
    'SELECT node_id AS nodeId, period, currency, orders, paid_amount AS paidAmount, returns FROM sales_month',
  );
  const kept = new Map(rows.map((row) => [keyOf(row), said(row)]));
  const findings = [...new Set([...months.keys(), ...kept.keys()])]
    .map((subject) => ({ subject, is: kept.get(subject) ?? said(nothing), shouldBe: said(months.get(subject) ?? nothing) }))
    .filter(({ is, shouldBe }) => is !== shouldBe);
  return result('sales months', rows.length, findings);
}
