import type { Entry } from '@headwater/ledger';
import type { EntityManager } from 'typeorm';
import type { SalesMonth } from './ledger.entity.js';

const ROWS_AT_ONCE = 500;

const onSqlite = `ON CONFLICT(node_id, period, currency) DO UPDATE SET
  orders = orders + excluded.orders, paid_amount = paid_amount + excluded.paid_amount, returns = returns + excluded.returns`;
const onMysql = `ON DUPLICATE KEY UPDATE
  orders = orders + VALUES(orders), paid_amount = paid_amount + VALUES(paid_amount), returns = returns + VALUES(returns)`;

const keyOf = ({ nodeId, period, currency }: SalesMonth): string => `${nodeId} ${period} ${currency}`;

function summed(facts: readonly SalesMonth[]): SalesMonth[] {
  const rows = new Map<string, SalesMonth>();
  for (const fact of facts) {
    const before = rows.get(keyOf(fact));
    if (before === undefined) rows.set(keyOf(fact), { ...fact });
    else {
      before.orders += fact.orders;
      before.paidAmount += fact.paidAmount;
      before.returns += fact.returns;
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Adds facts to the months of their units, always in the order of units and months, so that no two batches wait crosswise. */
export async function addToSales(tx: EntityManager, facts: readonly SalesMonth[]): Promise<void> {
  const rows = summed(facts);
  const more = tx.dataSource.options.type === 'better-sqlite3' ? onSqlite : onMysql;
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    await tx.query(
      `INSERT INTO sales_month (node_id, period, currency, orders, paid_amount, returns)
       VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')} ${more}`,
      some.flatMap(({ nodeId, period, currency, orders, paidAmount, returns }) => [
        ...[nodeId, period, currency],
        ...[orders, paidAmount, returns],
      ]),
    );
  }
}

/** The parcels sent back among entries: each counts once at every selling unit that it holds goods of. */
export const returnsIn = (entries: readonly Entry[]): SalesMonth[] =>
  entries
    .filter(({ cause }) => cause === 'returnShipped')
    .flatMap(({ period, lines }) => {
      const units = new Map(lines.map(({ originNodeId, currency }) => [originNodeId, currency]));
      return [...units].map(([nodeId, currency]) => ({ nodeId, period, currency, orders: 0, paidAmount: 0, returns: 1 }));
    });
