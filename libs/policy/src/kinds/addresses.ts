import type { Field } from './field.js';

const shared = {
  unit: null,
  bounds: null,
  options: null,
  class: 'operation',
  atPayment: false,
  branch: 'yes',
  compulsory: false,
  group: 'address',
} as const;

/** A6, V3: where goods go that come back. */
export const addressFields: readonly Field[] = [
  {
    ...shared,
    key: 'returnAddress',
    type: 'address',
    default: null,
    forBuyer: 'table',
    label: { zh: '退货地址', en: 'Return address' },
    help: {
      zh: '同意申请后才向买家显示；开通退货包运费的分店必须有。',
      en: 'Shown to the buyer only after approval; a branch with free returns must have one.',
    },
  },
  {
    ...shared,
    key: 'returnRouting',
    type: 'returnRouting',
    default: [],
    forBuyer: 'internal',
    label: { zh: '退货去向', en: 'Where returns go' },
    help: {
      zh: '同意申请时按商品金额决定寄到退货地址还是供货商退货地址：达到的最高一行为准，低于所有行的寄到退货地址；空表表示一律寄到退货地址。不必寄回的，见「无需退货」。',
      en: 'Decided at approval by the value of the goods: the highest amount that is reached says whether they go to the return address or to the supplier’s; below all rows, and where there are none, to the return address. What need not come back is said by “Keep the item”.',
    },
  },
  {
    ...shared,
    key: 'supplierAddress',
    type: 'address',
    default: null,
    forBuyer: 'table',
    label: { zh: '供货商退货地址', en: 'Supplier’s return address' },
    help: {
      zh: '退货去向为供货商的商品寄到这里；没有时寄到退货地址。',
      en: 'Where goods go that are routed to the supplier; while there is none, they go to the return address.',
    },
  },
];
