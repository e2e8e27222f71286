import { feesOnMerchantFault } from '../use/restocking-fee.js';
import { repeatedBy } from '../use/repeated.js';
import { exclusionGrounds } from '../values/exclusions.js';
import type { ReturnRouting, ReturnRoutingRow } from '../values/decisions.js';
import type { EvidenceRow, Exclusions, ExclusionRow, RestockingFeeRow, RestockingFees } from '../values/types.js';
import { reasonClasses, returnRoutes, type ReasonClass } from '../values/words.js';
import { and, integer, join, list, oneOf, record, text, type Flaw, type Shape } from './shape.js';

const MAX_CATEGORIES = 100;
/** As many as a case keeps of a kind. */
const MAX_PHOTOS = 9;
const MAX_FEE_BPS = 2000;
const MAX_ROUTES = 20;

const photos = integer(0, MAX_PHOTOS);

const repeated = <Row>(table: readonly Row[], key: keyof Row & string, path: string): Flaw[] =>
  repeatedBy(table, (row) => String(row[key]).trim()).map((row) => ({
    code: 'REPEATED',
    path: join(path, `${row}.${key}`),
    allowed: null,
  }));

const reasonRows = (row: Shape): Shape =>
  and(list(row, reasonClasses.length), (table: readonly { readonly reasonClass: ReasonClass }[], path) =>
    repeated(table, 'reasonClass', path),
  );

/** A row for a reason, each reason once. */
export const evidenceShape: Shape = reasonRows(
  record({
    reasonClass: oneOf(reasonClasses),
    goods: photos,
    invoice: photos,
  } satisfies Record<keyof EvidenceRow, Shape>),
);

/** The merchant's own faults are free of it, whatever the share. */
export const restockingFeeShape: Shape = and(
  reasonRows(
    record({ reasonClass: oneOf(reasonClasses), bps: integer(0, MAX_FEE_BPS) } satisfies Record<keyof RestockingFeeRow, Shape>),
  ),
  (table: RestockingFees, path) =>
    feesOnMerchantFault(table).map((row) => ({
      code: 'FEE_ON_MERCHANT_FAULT',
      path: join(path, `${row}.bps`),
      allowed: { min: 0, max: 0 },
    })),
);

/** One destination from each amount. */
export const returnRoutingShape: Shape = and(
  list(
    record({ amountFrom: integer(0, null), to: oneOf(returnRoutes) } satisfies Record<keyof ReturnRoutingRow, Shape>),
    MAX_ROUTES,
  ),
  (table: ReturnRouting, path) => repeated(table, 'amountFrom', path),
);

export const exclusionsShape: Shape = and(
  list(
    record({ category: text(100), ground: oneOf(exclusionGrounds) } satisfies Record<keyof ExclusionRow, Shape>),
    MAX_CATEGORIES,
  ),
  (table: Exclusions, path) => repeated(table, 'category', path),
);
