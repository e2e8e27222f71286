import type { OrderDraft, OrderLineDraft } from './order-draft.js';

/** Why a draft was not written: a stable code, the field, what is allowed. */
export interface DraftProblem {
  readonly code:
    | 'LINES_REQUIRED'
    | 'AMOUNT_INVALID'
    | 'QUANTITY_INVALID'
    | 'TEXT_TOO_LONG'
    | 'PAYMENTS_DIFFER'
    | 'PAYMENT_INSTANT_REQUIRED'
    | 'UNKNOWN_NODE'
    | 'NODE_NOT_OPEN'
    | 'UNKNOWN_SUPPLIER'
    | 'TWICE_IN_ONE_BATCH'
    | 'GOODS_CHANGED';
  readonly field: string;
  readonly allowed?: unknown;
}

export const problem = (code: DraftProblem['code'], field: string, allowed?: unknown): DraftProblem => ({
  code,
  field,
  ...(allowed !== undefined && { allowed }),
});

const isAmount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const amounts = ['unitPrice', 'paidAmount', 'freightAmount', 'unitCost'] as const;

/** Of a campaign, as a scope may name it. */
const CODE_MAX = 40;

function lineProblem(line: OrderLineDraft, index: number): DraftProblem | null {
  const at = (field: string) => `lines.${String(index)}.${field}`;
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1) return problem('QUANTITY_INVALID', at('quantity'), { min: 1 });
  const wrong = amounts.find((field) => !isAmount(line[field] ?? 0));
  if (wrong !== undefined) return problem('AMOUNT_INVALID', at(wrong), { min: 0, whole: true });
  if (line.sku.length > 64) return problem('TEXT_TOO_LONG', at('sku'), { max: 64 });
  if (line.campaigns?.some((code) => code.length > CODE_MAX)) return problem('TEXT_TOO_LONG', at('campaigns'), { max: CODE_MAX });
  return line.name.length > 200 ? problem('TEXT_TOO_LONG', at('name'), { max: 200 }) : null;
}

const paidStates = new Set(['paid', 'shipped', 'delivered', 'completed']);

function headProblem(draft: OrderDraft): DraftProblem | null {
  if (draft.externalNo.length > 64) return problem('TEXT_TOO_LONG', 'externalNo', { max: 64 });
  if (draft.buyer.name.length > 100) return problem('TEXT_TOO_LONG', 'buyer.name', { max: 100 });
  const needsPayment = paidStates.has(draft.status) && draft.instants.paidAt === null;
  return needsPayment ? problem('PAYMENT_INSTANT_REQUIRED', 'instants.paidAt') : null;
}

/** Paid for goods and outbound freight together, in fen. */
export const paidFor = (lines: readonly OrderLineDraft[]): number =>
  lines.reduce((sum, line) => sum + line.paidAmount + line.freightAmount, 0);

function paymentProblem({ lines, payments }: OrderDraft): DraftProblem | null {
  if (payments.length === 0) return null;
  const wrong = payments.findIndex(({ amount }) => !isAmount(amount));
  if (wrong >= 0) return problem('AMOUNT_INVALID', `payments.${String(wrong)}.amount`, { min: 0, whole: true });
  const total = paidFor(lines);
  const given = payments.reduce((sum, { amount }) => sum + amount, 0);
  return given === total ? null : problem('PAYMENTS_DIFFER', 'payments', { total });
}

/** The first thing wrong with a draft; null where it can be written. */
export function draftProblem(draft: OrderDraft): DraftProblem | null {
  if (draft.lines.length === 0) return problem('LINES_REQUIRED', 'lines');
  for (const [index, line] of draft.lines.entries()) {
    const wrong = lineProblem(line, index);
    if (wrong) return wrong;
  }
  return headProblem(draft) ?? paymentProblem(draft);
}
