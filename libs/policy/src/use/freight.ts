import type { FreightPayerRow, FreightPayerTable } from '../values/types.js';
import { merchantFaultClasses, reasonClasses } from '../values/words.js';
import type { Payer, ReasonClass } from '../values/words.js';

const WHOLE = 10_000;

/** A question to the freight table. Amount in fen. */
export interface FreightQuestion {
  readonly reasonClass: ReasonClass;
  readonly category: string | null;
  readonly amount: number;
}

/** Who pays: the merchant's part in basis points, and the row that said so, null where none matched. */
export interface FreightAnswer {
  readonly payer: Payer;
  readonly merchantBps: number;
  readonly row: number | null;
}

/** The first row that matches decides; where none does, the buyer pays. */
export function freightPayerFor(table: FreightPayerTable, question: FreightQuestion): FreightAnswer {
  const row = table.findIndex((each) => matches(each, question));
  const found = table[row];
  return found ? { payer: found.payer, merchantBps: merchantPart(found), row } : { payer: 'buyer', merchantBps: 0, row: null };
}

const merchantPart = ({ payer, merchantBps }: FreightPayerRow): number =>
  payer === 'merchant' ? WHOLE : payer === 'buyer' ? 0 : (merchantBps ?? 0);

const matches = (row: FreightPayerRow, { reasonClass, category, amount }: FreightQuestion): boolean =>
  (row.reasonClass === null || row.reasonClass === reasonClass) &&
  (row.category === null || row.category === category) &&
  (row.amountFrom ?? 0) <= amount &&
  amount < (row.amountTo ?? Infinity);

/** Merchant's fault is never the buyer's freight: the reason classes for which the table would charge him any of it. */
export const merchantFaultOnBuyer = (table: FreightPayerTable): ReasonClass[] =>
  merchantFaultClasses.filter((reasonClass) =>
    telling([table], [reasonClass]).some((question) => freightPayerFor(table, question).merchantBps < WHOLE),
  );

/** The rows that decide for some goods and reason. */
export const freightRowsInUse = (table: FreightPayerTable): ReadonlySet<number> =>
  new Set(telling([table], reasonClasses).flatMap((question) => freightPayerFor(table, question).row ?? []));

/** Whether no buyer pays more under `table` than under `other`. */
export const isKinder = (table: FreightPayerTable, other: FreightPayerTable): boolean =>
  telling([table, other], reasonClasses).every(
    (question) => freightPayerFor(table, question).merchantBps >= freightPayerFor(other, question).merchantBps,
  );

/**
 * Questions that together tell all that tables can answer: every category they name and one they do not, and the least amount of
 * every tier. Between two of these amounts no row starts or stops matching.
 */
function telling(tables: readonly FreightPayerTable[], classes: readonly ReasonClass[]): FreightQuestion[] {
  const rows = tables.flat();
  const categories = new Set([null, ...rows.map((row) => row.category)]);
  const amounts = new Set([0, ...rows.flatMap(({ amountFrom, amountTo }) => [amountFrom ?? 0, amountTo ?? 0])]);
  return classes.flatMap((reasonClass) =>
    [...categories].flatMap((category) => [...amounts].map((amount) => ({ reasonClass, category, amount }))),
  );
}
