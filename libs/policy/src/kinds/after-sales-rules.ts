import { branchClockFields, buyerClockFields, disputeClockFields } from './clocks.js';
import type { Field, Kind } from './field.js';
import { count } from './numbers.js';
import { windowFields } from './windows.js';
import { merchantFaultClasses } from '../values/words.js';
import type { FreightPayerTable } from '../values/types.js';

const anyGoods = { category: null, amountFrom: null, amountTo: null, merchantBps: null };

const defaultFreightPayer: FreightPayerTable = [
  { reasonClass: 'expectation', payer: 'buyer', ...anyGoods },
  ...merchantFaultClasses.map((reasonClass) => ({ reasonClass, payer: 'merchant' as const, ...anyGoods })),
];

const types: Field = {
  key: 'types',
  type: 'set',
  unit: null,
  default: ['refundOnly', 'returnRefund'],
  bounds: null,
  options: [
    { value: 'refundOnly', label: { zh: '仅退款', en: 'Refund only' } },
    { value: 'returnRefund', label: { zh: '退货退款', en: 'Return and refund' } },
  ],
  class: 'promise',
  atPayment: true,
  branch: 'yes',
  forBuyer: 'table',
  compulsory: false,
  group: 'application',
  label: { zh: '售后类型', en: 'Case types' },
  help: { zh: '买家可以申请的售后类型，至少一种。', en: 'What a buyer may apply for; at least one.' },
};

const modifyMax = count({
  key: 'modifyMax',
  default: 3,
  bounds: { min: 1, max: 20 },
  class: 'promise',
  branch: 'no',
  forBuyer: 'more',
  group: 'application',
  label: { zh: '修改申请次数', en: 'Changes to an application' },
  help: { zh: '每张售后单，买家最多可修改申请的次数。', en: 'How often a buyer may change the application of one case.' },
});

const repeatMax = count({
  key: 'repeatMax',
  default: 2,
  bounds: { min: 1, max: 5 },
  class: 'operation',
  branch: 'no',
  forBuyer: 'internal',
  group: 'application',
  label: { zh: '同一动作次数', en: 'Repeats of one step' },
  help: {
    zh: '每张售后单，要求补充资料、协商扣款、拒收后改物流、申请平台介入各自最多的次数。',
    en: 'How often one case may ask for info, propose a deduction, change logistics after a refusal, or be escalated; counted for each.',
  },
});

const freightPayer: Field = {
  key: 'freightPayer',
  type: 'freightPayer',
  unit: null,
  default: defaultFreightPayer,
  bounds: null,
  options: null,
  class: 'promise',
  atPayment: true,
  branch: 'kinder',
  forBuyer: 'table',
  compulsory: true,
  group: 'freight',
  label: { zh: '退货运费由谁付', en: 'Who pays return freight' },
  help: {
    zh: '按原因、类目和金额逐行匹配，以第一条匹配的为准，都不匹配时由买家付；商家责任的运费不得由买家付。',
    en: 'Rows by reason, category and amount; the first match decides, no match means the buyer. Freight of the merchant’s fault is never the buyer’s.',
  },
};

const returnAddress: Field = {
  key: 'returnAddress',
  type: 'address',
  unit: null,
  default: null,
  bounds: null,
  options: null,
  class: 'operation',
  atPayment: false,
  branch: 'yes',
  forBuyer: 'table',
  compulsory: false,
  group: 'address',
  label: { zh: '退货地址', en: 'Return address' },
  help: {
    zh: '同意申请后才向买家显示；开通退货包运费的分店必须有。',
    en: 'Shown to the buyer only after approval; a branch with free returns must have one.',
  },
};

/** P1: the after-sales rules that the lifecycle and its clocks obey. */
export const afterSalesRules: Kind = {
  key: 'afterSalesRules',
  suspendable: false,
  label: { zh: '售后规则', en: 'After-sales rules' },
  help: {
    zh: '谁在多久内可以申请什么，各环节的时限，运费由谁付。',
    en: 'Who may apply for what until when, the clock of every step, and who pays the freight.',
  },
  groups: [
    { key: 'windows', label: { zh: '售后期', en: 'Windows' } },
    { key: 'application', label: { zh: '申请', en: 'Application' } },
    { key: 'freight', label: { zh: '运费', en: 'Freight' } },
    { key: 'branchClocks', label: { zh: '商家时限', en: 'Branch’s clocks' } },
    { key: 'buyerClocks', label: { zh: '买家时限', en: 'Buyer’s clocks' } },
    { key: 'disputes', label: { zh: '平台介入', en: 'With HQ' } },
    { key: 'address', label: { zh: '退货地址', en: 'Return address' } },
  ],
  fields: [
    ...windowFields,
    types,
    modifyMax,
    repeatMax,
    freightPayer,
    ...branchClockFields,
    ...buyerClockFields,
    ...disputeClockFields,
    returnAddress,
  ],
};
