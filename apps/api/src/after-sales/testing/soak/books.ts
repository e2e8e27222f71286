import type { Database } from '../../../database/database.js';

type Count = { readonly n: number | string };

/** Each finds nothing, unless something was done by halves. */
const laws = {
  'entries that do not sum to zero':
    'SELECT COUNT(*) AS n FROM (SELECT entry_id FROM ledger_line GROUP BY entry_id, currency HAVING SUM(amount) <> 0) AS wrong',
  'refunded cases with another number of refunds of goods than one':
    "SELECT COUNT(*) AS n FROM after_sales_case c WHERE c.state = 'REFUNDED' AND (SELECT COUNT(*) FROM refund r WHERE r.case_id = c.id AND r.purpose = 'goods' AND r.status = 'paid') <> 1",
  'refunds paid of cases that are not refunded':
    "SELECT COUNT(*) AS n FROM refund r JOIN after_sales_case c ON c.id = r.case_id WHERE r.purpose = 'goods' AND c.state <> 'REFUNDED'",
  'lines with pieces in open cases': 'SELECT COUNT(*) AS n FROM order_line WHERE open_quantity <> 0 OR open_amount <> 0',
  'lines refunded beyond what was sold':
    'SELECT COUNT(*) AS n FROM order_line WHERE refunded_quantity > quantity OR refunded_amount > paid_amount + freight_amount',
  'orders with open cases': 'SELECT COUNT(*) AS n FROM sales_order WHERE open_cases <> 0',
  'counts other than a scan’s':
    'SELECT COUNT(*) AS n FROM case_count k WHERE k.cases <> (SELECT COUNT(*) FROM after_sales_case c WHERE c.node_id = k.node_id AND c.state = k.state)',
};

/** What is wrong with the books once every case has ended: nothing, as an empty object. */
export async function wrongInBooks({ read }: Database): Promise<Record<string, number>> {
  const wrong: Record<string, number> = {};
  for (const [law, sql] of Object.entries(laws)) {
    const [row] = await read.query<Count[]>(sql);
    if (Number(row?.n) !== 0) wrong[law] = Number(row?.n);
  }
  return wrong;
}
