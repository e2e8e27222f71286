import type { Equals } from '../database/rows.js';
import type { Where } from '../database/where.js';
import type { Bill, BillLine } from './bill.entity.js';

/** Who bills, and in what currency. */
export type Biller = Pick<Bill, 'kind' | 'biller' | 'currency'>;

/**
 * Lines whose numbers mean the same things as a bill's. A parcel is one carrier's, and another may use its number again; an order has one
 * premium, whatever an insurer is called on this bill and on that one.
 */
export const sameNumbers = ({ kind, biller }: Pick<Bill, 'kind' | 'biller'>): Equals<BillLine> & { readonly kind: string } =>
  kind === 'carrier' ? { kind, biller } : { kind };

/** The same as a condition on `bill_line`. */
export function whereSameNumbers(of: Pick<Bill, 'kind' | 'biller'>): Where {
  const same = Object.entries(sameNumbers(of)) as [string, string][];
  return { sql: same.map(([column]) => `${column} = ?`).join(' AND '), params: same.map(([, value]) => value) };
}
