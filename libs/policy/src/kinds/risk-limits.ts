import type { Field, Kind } from './field.js';
import { count, days } from './numbers.js';

const shared = { class: 'operation', branch: 'no', forBuyer: 'internal', group: 'frequent' } as const;

const frequentReturners: Field = {
  ...{ key: 'frequentReturners', type: 'boolean', unit: null, default: false, bounds: null, options: null },
  ...shared,
  ...{ atPayment: false, compulsory: false },
  label: { zh: '留意频繁退货', en: 'Watch frequent returners' },
  help: {
    zh: '开通后，次数和占比都达到的买家算频繁退货；买家依法享有的权利不受影响。',
    en: 'Once on, a buyer who reaches both the count and the share is a frequent returner. Legal rights stay as they are.',
  },
};

const actions: Field = {
  ...{ key: 'riskActions', type: 'set', unit: null, default: ['lookClosely', 'noAutoApproval'], bounds: null },
  ...shared,
  ...{ atPayment: false, compulsory: false },
  options: [
    { value: 'lookClosely', label: { zh: '留意', en: 'Look closely' } },
    { value: 'noAutoApproval', label: { zh: '不自动同意', en: 'No auto-approval' } },
  ],
  label: { zh: '频繁退货时', en: 'For frequent returners' },
  help: {
    zh: '留意：队列和售后单上标明，并列出次数和占比；不自动同意：申请由人处理。',
    en: 'Look closely: shown in the queue and on the case, with the numbers. No auto-approval: a person answers the application.',
  },
};

/** I3: buyers whose applications people look at. Never below the legal right: nothing here refuses anything. */
export const riskLimits: Kind = {
  key: 'riskLimits',
  suspendable: false,
  hqOnly: true,
  label: { zh: '风险限制', en: 'Risk limits' },
  help: {
    zh: '哪些买家算频繁退货，对他们的申请怎么办；只由总部设定。',
    en: 'Who counts as a frequent returner, and how such applications are handled; set by HQ alone.',
  },
  groups: [{ key: 'frequent', label: { zh: '频繁退货', en: 'Frequent returners' } }],
  fields: [
    frequentReturners,
    days({
      ...shared,
      key: 'riskWindowDays',
      default: 90,
      bounds: { min: 7, max: 365 },
      label: { zh: '统计天数', en: 'Days looked at' },
      help: { zh: '从申请往回数这么多天。', en: 'Counted back from the application.' },
    }),
    count({
      ...shared,
      key: 'riskApplications',
      default: 10,
      bounds: { min: 2, max: 200 },
      label: { zh: '申请次数达到', en: 'Applications from' },
      help: {
        zh: '这段时间内，同一买家在整个连锁的申请次数，含这一次。',
        en: 'Of one buyer at all units in these days, this one included.',
      },
    }),
    {
      ...count({
        ...shared,
        key: 'riskShare',
        default: 50,
        bounds: { min: 1, max: 100 },
        label: { zh: '申请占比达到', en: 'Share from' },
        help: {
          zh: '申请次数占同期所购商品行数的百分比。',
          en: 'Applications as a percentage of the order lines bought in the same days.',
        },
      }),
      unit: 'percent',
    },
    actions,
  ],
};
