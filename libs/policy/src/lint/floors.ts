import type { FieldKey } from '../values/types.js';

/** What the law of a market asks of a field, and where it says so. Which sales a field is about is the field's own (A4). */
export interface LegalFloor {
  readonly field: FieldKey;
  readonly min?: number;
  readonly max?: number;
  readonly source: { readonly zh: string; readonly en: string };
}

/** Mainland China: distance sales may be returned without a reason for seven days, and are refunded within seven of the goods' receipt. */
export const china: readonly LegalFloor[] = [
  {
    field: 'noReasonDays',
    min: 7,
    source: { zh: '《消费者权益保护法》第二十五条', en: 'Consumer Rights Protection Law, article 25' },
  },
  {
    field: 'refundDueDays',
    max: 7,
    source: { zh: '《消费者权益保护法》第二十五条', en: 'Consumer Rights Protection Law, article 25' },
  },
];
