import type { Dialect } from '../database/database.js';
import type { Where } from '../database/where.js';

const END = '\u{10FFFF}';

/** Whether a text column begins so, as a range that its index serves on both engines. */
export const startsWith = (column: string, text: string): Where => ({
  sql: `${column} >= ? AND ${column} < ?`,
  params: [text, text + END],
});

/** Ids of the orders that a search may mean: by code, number at the source, the buyer's phone, number, or beginning of his name. */
export function ordersMeant(search: string): Where {
  const text = search.trim();
  const name = startsWith('buyer_name', text);
  const exact = ['code', 'external_no', 'buyer_phone', 'buyer_ref'].map(
    (column) => `SELECT id FROM sales_order WHERE ${column} = ?`,
  );
  const sql = [...exact, `SELECT id FROM sales_order WHERE ${name.sql}`].join(' UNION ');
  return { sql, params: [text.toUpperCase(), text, text, text, ...name.params] };
}

/** The rows of a table that a search may mean, as what to select from. They come first: both engines would rather walk a whole scope. */
export function amongMeant(dialect: Dialect, meant: Where, table: string, alias: string): Where {
  const join = dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN';
  return { sql: `(${meant.sql}) m ${join} ${table} ${alias} ON ${alias}.id = m.id`, params: meant.params };
}
