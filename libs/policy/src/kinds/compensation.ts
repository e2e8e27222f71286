import type { Field } from './field.js';

/** A14: how much staff may give a buyer for a case without asking. */
export const compensationLimit: Field = {
  key: 'compensationLimit',
  type: 'money',
  unit: 'fen',
  default: 2_000,
  bounds: { min: 0, max: 100_000 },
  options: null,
  class: 'operation',
  atPayment: false,
  branch: 'shorter',
  forBuyer: 'internal',
  compulsory: false,
  group: 'application',
  label: { zh: '补偿额度', en: 'Compensation limit' },
  help: {
    zh: '每张售后单，门店人员可直接补偿买家的合计金额；超出的由大区或总部补偿。',
    en: 'What store staff may give a buyer for one case, all in all; more is given by the region or HQ.',
  },
};
