import type { Field } from './field.js';

/** S3: what an insurer of return freight is paid for each covered order. */
export const premium: Field = {
  key: 'premium',
  type: 'money',
  unit: 'fen',
  default: 0,
  bounds: { min: 0, max: 1_000 },
  options: null,
  class: 'operation',
  atPayment: true,
  branch: 'no',
  forBuyer: 'internal',
  compulsory: false,
  group: 'cost',
  label: { zh: '每单保费', en: 'Premium per order' },
  help: {
    zh: '由保险公司承保时，适用退货包运费的每张订单付款后应付的保费，订单取消则退回；退货时补贴的运费向保险公司索赔。0 表示不投保。',
    en: 'Where an insurer stands behind free returns: owed for every covered order that is paid, and taken back with a cancelled one; what free returns pay is then claimed. 0: not insured.',
  },
};
