import type { RestockingFees } from '../values/types.js';
import { merchantFaultClasses, reasonClasses, type ReasonClass } from '../values/words.js';

const bpsFor = (table: RestockingFees, reasonClass: ReasonClass): number =>
  table.find((row) => row.reasonClass === reasonClass)?.bps ?? 0;

/** Whether no reason costs more under `table` than under `other`. */
export const costsNoMore = (table: RestockingFees, other: RestockingFees): boolean =>
  reasonClasses.every((reasonClass) => bpsFor(table, reasonClass) <= bpsFor(other, reasonClass));

/** Rows that would take a fee for the merchant's own fault. */
export const feesOnMerchantFault = (table: RestockingFees): number[] =>
  table.flatMap(({ reasonClass, bps }, row) =>
    bps > 0 && (merchantFaultClasses as readonly ReasonClass[]).includes(reasonClass) ? [row] : [],
  );
