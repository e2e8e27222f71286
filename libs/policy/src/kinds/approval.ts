import type { Field } from './field.js';

/** A1, A7: what is decided when an application is approved, and which applications need nobody for it. */
export const approvalFields: readonly Field[] = [
  {
    key: 'autoApprove',
    type: 'autoApprove',
    unit: null,
    default: [],
    bounds: null,
    options: null,
    class: 'operation',
    atPayment: false,
    branch: 'yes',
    forBuyer: 'table',
    compulsory: false,
    group: 'approval',
    label: { zh: '自动同意', en: 'Auto-approval' },
    help: {
      zh: '申请时按金额、原因和买家风险逐行匹配，以第一条匹配的为准，系统当场同意；都不匹配时等人处理。空表表示不自动同意。',
      en: 'Rows by amount, reason and buyer’s risk; the first match is approved on application, by the system. What matches none waits for a person; an empty table approves nothing by itself.',
    },
  },
  {
    key: 'returnless',
    type: 'returnless',
    unit: null,
    default: null,
    bounds: null,
    options: null,
    class: 'operation',
    atPayment: false,
    branch: 'no',
    forBuyer: 'table',
    compulsory: false,
    group: 'approval',
    label: { zh: '无需退货', en: 'Keep the item' },
    help: {
      zh: '同意退货退款或换货时，寄回并不划算的，买家不用寄回：按成本（退货运费加处理成本不低于转售价值）或按金额。没有设定时，一律寄回。',
      en: 'Returns and exchanges whose goods are not worth sending back are approved without it: by cost (return freight and handling reach the resale value) or by amount. Where none is set, goods always come back.',
    },
  },
];
