import type { Field } from './field.js';

/** A10: what is kept of the refund where goods come back that nobody is at fault for, outside the right of the law. */
export const restockingFee: Field = {
  key: 'restockingFee',
  type: 'restockingFee',
  unit: null,
  default: [],
  bounds: null,
  options: null,
  class: 'promise',
  atPayment: true,
  branch: 'lowerRows',
  forBuyer: 'table',
  compulsory: false,
  group: 'application',
  label: { zh: '退货手续费', en: 'Restocking fee' },
  help: {
    zh: '退货退款时按原因从退款中扣除的比例，最高 20%；商家责任的原因和法定无理由退货期内一律不收。',
    en: 'Share kept of the refund of a return, by reason, up to 20%; never for the merchant’s fault or within the no-reason right of the law.',
  },
};
