import type { DraftProblem } from '../../orders/draft-problem.js';
import type { OrderDraft } from '../../orders/order-draft.js';
import { columnsUsed } from '../mapping/columns.js';
import type { OrderMapping } from '../mapping/profile.js';
import type { Problem } from '../problems.js';
import type { SourceOrder } from './read-order.js';

/** What would do instead, where the order itself names no bounds. */
const wanted: Partial<Record<DraftProblem['code'], string>> = {
  LINES_REQUIRED: 'at least one line',
  PAYMENT_INSTANT_REQUIRED: 'an instant of payment, for its status says that it was paid',
  UNKNOWN_NODE: 'a store that is there',
  UNKNOWN_SUPPLIER: 'a supplier that is there',
  TWICE_IN_ONE_BATCH: 'each order once',
  GOODS_CHANGED: 'the goods and amounts that it came with before',
};

/** What an order refused of a draft, in the words of a report: on the line of the file where there is one. */
export function draftProblemOf(
  mapping: OrderMapping,
  order: SourceOrder,
  draft: OrderDraft,
  { code, field, allowed }: DraftProblem,
): Problem {
  const [, index] = /^lines\.(\d+)\./u.exec(field) ?? [];
  const sku = index === undefined ? undefined : draft.lines[Number(index)]?.sku;
  const place = order.lines.find((line) => line.sku === sku)?.place ?? order.place;
  const said = { column: columnOf(mapping, field), value: order.externalNo, allowed: wanted[code] ?? allowedText(allowed) };
  return { ...place, severity: 'refused', code, ...said };
}

/** The columns that the profile reads a field of an order from; the field itself where it reads none. */
function columnOf({ key, order, lines, payments }: OrderMapping, field: string): string {
  if (field === 'externalNo') return key;
  const name = field.split('.').at(-1) ?? '';
  const price = {
    unitPrice: lines.price,
    unitCost: lines.cost,
    paidAmount: payments?.amount ?? lines.price,
    freightAmount: lines.freight,
  };
  const specs = {
    ...order,
    ...lines,
    ...price,
    name: lines.name,
    supplierNodeId: lines.supplier,
    payments: payments?.amount,
    amount: payments?.amount,
  };
  const spec = new Map<string, unknown>(Object.entries(specs)).get(field === 'nodeId' ? 'store' : name);
  return columnsUsed(spec).join(', ') || field;
}

const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

function allowedText(allowed: unknown): string {
  if (allowed === undefined || allowed === null) return '';
  if (typeof allowed !== 'object') return wordOf(allowed);
  return Object.entries(allowed)
    .filter(([, value]) => value !== null)
    .map(([key, value]: [string, unknown]) => `${key} ${isInstant(key, value) ? new Date(value).toISOString() : wordOf(value)}`)
    .join(', ');
}

/** Bounds of time are called so; those of amounts are `min` and `max`. */
const isInstant = (key: string, value: unknown): value is number => (key === 'from' || key === 'to') && typeof value === 'number';
