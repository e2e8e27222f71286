import type { Field, FieldType } from '../kinds/field.js';
import { merchantFaultOnBuyer } from '../use/freight.js';
import type { BearersRow, FreightPayerRow, FreightPayerTable, ScopeRow, Shares } from '../values/types.js';
import { bearers, channels, faults, payers, reasonClasses } from '../values/words.js';
import { and, flag, integer, join, list, nullable, oneOf, record, text } from './shape.js';
import type { Flaw, Shape } from './shape.js';

const WHOLE = 10_000;
const MAX_ROWS = 100;

const amount = nullable(integer(0, null));
const word = text(100);

/** `[from, to)` must hold something. */
const range = (from: number | null, to: number | null, path: string): Flaw[] =>
  to !== null && (from ?? 0) >= to ? [{ code: 'EMPTY_RANGE', path, allowed: { min: (from ?? 0) + 1 } }] : [];

const scopeRow = and(
  record({
    categories: nullable(list(word, MAX_ROWS, { empty: false })),
    priceFrom: amount,
    priceTo: amount,
    channels: nullable(list(oneOf(channels), channels.length, { empty: false })),
    covered: flag,
  }),
  (row: ScopeRow, path) => range(row.priceFrom, row.priceTo, join(path, 'priceTo')),
);

const shares = and(record({ HQ: integer(0, WHOLE), branch: integer(0, WHOLE) }), ({ HQ, branch }: Shares, path) =>
  HQ + branch === WHOLE ? [] : [{ code: 'SHARES_DO_NOT_ADD_UP', path, allowed: { sum: WHOLE } }],
);

const bearersShape = record({
  rows: list(
    record({
      reasonClass: nullable(oneOf(reasonClasses)),
      fault: nullable(oneOf(faults)),
      shares,
    } satisfies RowShape<BearersRow>),
    MAX_ROWS,
  ),
  otherwise: shares,
  fallback: oneOf(bearers),
});

type RowShape<Row> = Record<keyof Row, Shape>;

const freightRow = and(
  record({
    reasonClass: nullable(oneOf(reasonClasses)),
    category: nullable(word),
    amountFrom: amount,
    amountTo: amount,
    payer: oneOf(payers),
    merchantBps: nullable(integer(0, WHOLE)),
  } satisfies RowShape<FreightPayerRow>),
  (row: FreightPayerRow, path) => [
    ...range(row.amountFrom, row.amountTo, join(path, 'amountTo')),
    ...shareOnlyWhereShared(row, path),
  ],
);

function shareOnlyWhereShared({ payer, merchantBps }: FreightPayerRow, path: string): Flaw[] {
  if ((payer === 'shared') === (merchantBps !== null)) return [];
  const expected = payer === 'shared' ? { min: 0, max: WHOLE } : { type: 'null' };
  return [{ code: 'SHARE_NOT_EXPECTED', path: join(path, 'merchantBps'), allowed: expected }];
}

const freightTable = and(list(freightRow, MAX_ROWS), (table: FreightPayerTable, path) =>
  merchantFaultOnBuyer(table).map((reasonClass) => ({
    code: 'MERCHANT_FAULT_ON_BUYER',
    path: join(path, reasonClass),
    allowed: { oneOf: ['merchant'] },
  })),
);

const address = record({
  recipient: text(100),
  phone: text(40),
  province: text(100),
  city: text(100),
  district: text(100, { blank: true }),
  street: text(200),
  instructions: text(500, { blank: true }),
});

/** The amount is bounded by the field, whichever the mode. */
function mode({ bounds }: Field): Shape {
  const fen = integer(bounds?.min ?? 0, bounds?.max ?? null);
  const flat = record({ kind: oneOf(['selfShip']), flat: fen });
  const capped = record({ kind: oneOf(['actual', 'pickup', 'selfShip']), cap: fen });
  return (value, path) => (isSelfShip(value) ? flat : capped)(value, path);
}

const isSelfShip = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && 'kind' in value && value.kind === 'selfShip';

const number = ({ bounds }: Field): Shape => integer(bounds?.min ?? null, bounds?.max ?? null);

function set({ options }: Field): Shape {
  const values = (options ?? []).map((option) => option.value);
  return list(oneOf(values), values.length, { empty: false });
}

const shapes: Record<FieldType, (field: Field) => Shape> = {
  money: number,
  days: number,
  hours: number,
  count: number,
  boolean: () => flag,
  set,
  scope: () => list(scopeRow, MAX_ROWS),
  mode,
  bearers: () => bearersShape,
  freightPayer: () => freightTable,
  address: () => nullable(address),
};

/** What a value of the field must look like, hard bounds included. */
export const shapeOf = (field: Field): Shape => shapes[field.type](field);
