import type { Where } from '../database/where.js';
import { startsWith } from '../orders/order-search.js';

const ofOrder = (column: string): string =>
  `SELECT k.id FROM sales_order o JOIN after_sales_case k ON k.order_id = o.id WHERE o.${column} = ?`;

/** Ids of the cases that a search may mean: by code, order, tracking number, or the beginning of the buyer's name. */
export function casesMeant(search: string): Where {
  const text = search.trim();
  const code = text.replace(/^#/, '').toUpperCase();
  const name = startsWith('buyer_name', text);
  const parts = [
    'SELECT id FROM after_sales_case WHERE code = ?',
    ofOrder('code'),
    ofOrder('external_no'),
    ofOrder('buyer_phone'),
    'SELECT t.case_id AS id FROM shipment s JOIN shipment_case t ON t.shipment_id = s.id WHERE s.tracking = ?',
    `SELECT id FROM after_sales_case WHERE ${name.sql}`,
  ];
  return { sql: parts.join(' UNION '), params: [code, code, text, text, text, ...name.params] };
}
