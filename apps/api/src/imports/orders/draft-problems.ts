import type { DraftProblem } from '../../orders/draft-problem.js';
import type { OrderDraft } from '../../orders/order-draft.js';
import type { Problem } from '../problems.js';
import type { SourceOrder } from './read-order.js';

/** What an order refused of a draft, in the words of a report: on the line of the file where there is one. */
export function draftProblemOf(order: SourceOrder, draft: OrderDraft, { code, field, allowed }: DraftProblem): Problem {
  const [, index] = /^lines\.(\d+)\./u.exec(field) ?? [];
  const sku = index === undefined ? undefined : draft.lines[Number(index)]?.sku;
  const place = order.lines.find((line) => line.sku === sku)?.place ?? order.place;
  return { ...place, severity: 'refused', column: field, value: order.externalNo, code, allowed: allowedText(allowed) };
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
