import { matchBill, type BillMatch, type Billable } from '@headwater/ledger';
import type { BillLine } from './bill.entity.js';

type Row = Pick<BillLine, 'id' | 'line' | 'number' | 'billed' | 'outcome' | 'status' | 'difference'>;

const isOnBill = ({ outcome }: Row): boolean => outcome !== 'notBilled';

/** The one line of a number that is held against what is owed for it: every other asks for it again. */
const holds = (row: Row): boolean => isOnBill(row) && row.outcome !== 'billedTwice' && row.status !== 'disputed';

/** What has been accepted for it a second time is no part of what is owed for it once. */
const again = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => (row.outcome === 'billedTwice' && row.status === 'accepted' ? sum + row.difference : sum), 0);

/**
 * A line held against the books as they are now, whatever they were at its import. Null: there is nothing about it any more, for it
 * has come on a later bill, or nothing is owed for it.
 * @param others lines that ask for the same number, of any bill
 * @param owed what the books know under the number
 */
export function standingOf(
  row: Row,
  others: readonly Row[],
  owed: Omit<Billable, 'due'> | null,
  tolerance: number,
): BillMatch | null {
  const known = owed ? [{ ...owed, owed: owed.owed - again(others), due: row.billed === null }] : [];
  if (row.billed === null) {
    if (others.some(isOnBill)) return null;
    return matchBill([], { known, billedBefore: new Set(), tolerance })[0] ?? null;
  }
  const billedBefore = new Set(others.some(holds) ? [row.number] : []);
  return matchBill([{ number: row.number, amount: row.billed }], { known, billedBefore, tolerance })[0] ?? null;
}
