import type { Field } from './field.js';

/** A3: whether a buyer speaks with the store before he applies. */
export const contactFirst: Field = {
  key: 'contactFirst',
  type: 'boolean',
  unit: null,
  default: false,
  bounds: null,
  options: null,
  class: 'promise',
  atPayment: true,
  branch: 'yes',
  forBuyer: 'less',
  compulsory: false,
  group: 'application',
  label: { zh: '先客服沟通再售后', en: 'Contact first' },
  help: {
    zh: '买家申请售后前，须先联系分店，由店员在订单上登记沟通记录；店员代为发起的，发起时一并登记。',
    en: 'Before the buyer applies he speaks with the store, and staff log it on the order. Staff who open a case for him log it with the case.',
  },
};
