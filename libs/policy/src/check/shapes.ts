import type { Field, FieldType } from '../kinds/field.js';
import { inBothLanguages, template } from '../texts/check-text.js';
import { windowFields } from '../kinds/windows.js';
import { categoryWindowKeys, repeatedCategories } from '../use/category-windows.js';
import { merchantFaultOnBuyer } from '../use/freight.js';
import type {
  BearersRow,
  BuyerLimit,
  CategoryWindows,
  FreightPayerRow,
  FreightPayerTable,
  ConditionsRow,
  ScopeRow,
  Shares,
} from '../values/types.js';
import { bearers, channels, fallbackBearers, faults, payers, reasonClasses, type Bearer } from '../values/words.js';
import { autoApproveShape, returnlessShape } from './approval-shapes.js';
import { evidenceShape, exclusionsShape, restockingFeeShape, returnRoutingShape } from './row-shapes.js';
import { and, day, flag, integer, join, list, nullable, oneOf, optional, record, text } from './shape.js';
import type { Flaw, Shape } from './shape.js';

const WHOLE = 10_000;
const MAX_ROWS = 100;

const amount = nullable(integer(0, null));
const word = text(100);
const CAMPAIGN_LENGTH = 40;

/** `[from, to)` must hold something. */
const range = (from: number | null, to: number | null, path: string): Flaw[] =>
  to !== null && (from ?? 0) >= to ? [{ code: 'EMPTY_RANGE', path, allowed: { min: (from ?? 0) + 1 } }] : [];

const scopeRow = and(
  record({
    categories: nullable(list(word, MAX_ROWS, { empty: false })),
    priceFrom: amount,
    priceTo: amount,
    channels: nullable(list(oneOf(channels), channels.length, { empty: false })),
    campaign: optional(nullable(text(CAMPAIGN_LENGTH, { blank: true }))),
    covered: flag,
  } satisfies Record<keyof ScopeRow, Shape>),
  (row: ScopeRow, path) => range(row.priceFrom, row.priceTo, join(path, 'priceTo')),
);

const share = integer(0, WHOLE);

const shares = and(
  record({ HQ: share, branch: share, supplier: optional(share), partner: optional(share) } satisfies Record<Bearer, Shape>),
  (held: Shares, path) =>
    bearers.reduce((sum, bearer) => sum + (held[bearer] ?? 0), 0) === WHOLE
      ? []
      : [{ code: 'SHARES_DO_NOT_ADD_UP', path, allowed: { sum: WHOLE } }],
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
  fallback: oneOf(fallbackBearers),
});

/** A year of daily parcels is no limit any more. */
const buyerLimitShape = nullable(record({ count: integer(1, 365), days: integer(1, 365) } satisfies RowShape<BuyerLimit>));

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

/** Bounded as the plain windows are, so that no row goes below the law. */
const daysOf = ({ key, bounds }: Field): [string, Shape] => [key, nullable(integer(bounds?.min ?? null, bounds?.max ?? null))];

const categoryWindowsRow = record({
  category: word,
  ...Object.fromEntries(windowFields.filter(({ key }) => (categoryWindowKeys as readonly string[]).includes(key)).map(daysOf)),
});

const categoryWindows = and(list(categoryWindowsRow, MAX_ROWS), (table: CategoryWindows, path) =>
  repeatedCategories(table).map((row) => ({ code: 'REPEATED', path: join(path, `${row}.category`), allowed: null })),
);

const MAX_ITEMS = 12;

/** Told to buyers and ticked off one by one: an item that stands there twice could be both. */
const conditionRow = and(
  record({ category: nullable(word), items: list(text(40), MAX_ITEMS, { empty: false }) } satisfies RowShape<ConditionsRow>),
  ({ items }: ConditionsRow, path) => {
    const trimmed = items.map((item) => item.trim());
    const twice = trimmed.findIndex((item, index) => trimmed.indexOf(item) < index);
    return twice < 0 ? [] : [{ code: 'SAID_BEFORE', path: join(path, `items.${twice}`), allowed: null }];
  },
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

/** Longer than any text may be, for a field that says nothing of it. */
const anyText = { maxLength: 500, whereCovered: false };

const bothLanguages = ({ text: rule = anyText }: Field): Shape =>
  and(record({ zh: template(rule, 'zh'), en: template(rule, 'en') }), inBothLanguages);

const shapes: Record<FieldType, (field: Field) => Shape> = {
  money: number,
  days: number,
  hours: number,
  count: number,
  boolean: () => flag,
  date: () => nullable(day),
  set,
  scope: () => list(scopeRow, MAX_ROWS),
  mode,
  bearers: () => bearersShape,
  perBuyer: () => buyerLimitShape,
  freightPayer: () => freightTable,
  categoryWindows: () => categoryWindows,
  conditions: () => list(conditionRow, MAX_ROWS, { empty: false }),
  autoApprove: () => autoApproveShape,
  returnless: () => returnlessShape,
  evidence: () => evidenceShape,
  exclusions: () => exclusionsShape,
  restockingFee: () => restockingFeeShape,
  returnRouting: () => returnRoutingShape,
  address: () => nullable(address),
  text: bothLanguages,
};

/** What a value of the field must look like, hard bounds included. */
export const shapeOf = (field: Field): Shape => shapes[field.type](field);
