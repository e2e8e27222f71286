import { maxApplications } from './applications.js';
import { addressFields } from './addresses.js';
import { approvalFields } from './approval.js';
import { branchClockFields, buyerClockFields, disputeClockFields, replacementFields } from './clocks.js';
import { conditions } from './conditions.js';
import { contactFirst } from './contact-first.js';
import { evidence } from './evidence.js';
import { excluded } from './excluded.js';
import type { Field, Kind } from './field.js';
import { goodsLossShare } from './goods-loss.js';
import { windowByCategory } from './category-windows.js';
import { count } from './numbers.js';
import { compensationLimit } from './compensation.js';
import { refundOutboundFreight } from './outbound-freight.js';
import { restockingFee } from './restocking-fee.js';
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
  default: ['refundOnly', 'returnRefund', 'exchange', 'reship'],
  bounds: null,
  options: [
    { value: 'refundOnly', label: { zh: '仅退款', en: 'Refund only' } },
    { value: 'returnRefund', label: { zh: '退货退款', en: 'Return and refund' } },
    { value: 'exchange', label: { zh: '换货', en: 'Exchange' } },
    { value: 'reship', label: { zh: '补寄', en: 'Reship' } },
    { value: 'repair', label: { zh: '维修', en: 'Repair' } },
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

const reviewDate: Field = {
  key: 'reviewDate',
  type: 'date',
  unit: null,
  default: null,
  bounds: null,
  options: null,
  class: 'operation',
  atPayment: false,
  branch: 'no',
  forBuyer: 'internal',
  compulsory: false,
  group: 'review',
  label: { zh: '复核日期', en: 'Review date' },
  help: {
    zh: '到了这一天，设定它的组织重新看一遍规则；14 天前列在首页的待处理里。没有设定时，为下发生效后满一年。规则本身不会因此变化。',
    en: 'The day on which the unit that set it looks at the rules again; 14 days before, it stands among what needs you. Where none is set, a year after the rules were assigned. No rule changes by itself.',
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
    { key: 'approval', label: { zh: '同意申请', en: 'Approval' } },
    { key: 'freight', label: { zh: '运费', en: 'Freight' } },
    { key: 'conditions', label: { zh: '验收', en: 'Inspection' } },
    { key: 'branchClocks', label: { zh: '商家时限', en: 'Branch’s clocks' } },
    { key: 'buyerClocks', label: { zh: '买家时限', en: 'Buyer’s clocks' } },
    { key: 'disputes', label: { zh: '平台介入', en: 'With HQ' } },
    { key: 'address', label: { zh: '退货地址', en: 'Return address' } },
    { key: 'costs', label: { zh: '成本', en: 'Costs' } },
    { key: 'review', label: { zh: '复核', en: 'Review' } },
  ],
  fields: [
    ...windowFields,
    windowByCategory,
    excluded,
    types,
    contactFirst,
    maxApplications,
    modifyMax,
    repeatMax,
    ...approvalFields,
    evidence,
    restockingFee,
    freightPayer,
    refundOutboundFreight,
    conditions,
    compensationLimit,
    ...branchClockFields,
    ...buyerClockFields,
    ...disputeClockFields,
    ...replacementFields,
    ...addressFields,
    goodsLossShare,
    reviewDate,
  ],
};
