import { reasonClasses, type ReasonClass } from '../values/words.js';
import type { Field, Text } from './field.js';

const reasonNames: Readonly<Record<ReasonClass, Text>> = {
  mismatch: { zh: '与描述不符', en: 'Not as described' },
  quality: { zh: '质量问题', en: 'Quality' },
  wrongItem: { zh: '错发漏发', en: 'Wrong or missing item' },
  expectation: { zh: '不想要了', en: 'Not wanted' },
  logistics: { zh: '物流问题', en: 'Delivery' },
};

const promised = {
  unit: null,
  bounds: null,
  class: 'promise',
  atPayment: true,
  branch: 'no',
  compulsory: false,
  group: 'limits',
} as const;

/** S1: what free returns are held to beside the goods they cover. A return beyond them is paid for as if there were none (P6). */
export const subsidyLimits: readonly Field[] = [
  {
    ...promised,
    key: 'reasons',
    type: 'set',
    default: reasonClasses,
    options: reasonClasses.map((value) => ({ value, label: reasonNames[value] })),
    forBuyer: 'table',
    label: { zh: '补贴的退货原因', en: 'Subsidised reasons' },
    help: {
      zh: '只补贴这些原因的退货；其他原因的运费按售后规则由买家或商家承担。',
      en: 'Only returns for these reasons are subsidised; the freight of others is the buyer’s or the merchant’s by the after-sales rules.',
    },
  },
  {
    ...promised,
    key: 'oncePerOrder',
    type: 'boolean',
    default: false,
    options: null,
    forBuyer: 'less',
    label: { zh: '每单补贴一次', en: 'Once per order' },
    help: {
      zh: '一张订单只补贴一个退货包裹；同一包裹里的几张售后单算一次。',
      en: 'One return parcel of an order is subsidised; several cases in one parcel count once.',
    },
  },
  {
    ...promised,
    key: 'perBuyer',
    type: 'perBuyer',
    default: null,
    options: null,
    forBuyer: 'table',
    label: { zh: '每位买家的补贴次数', en: 'Per buyer' },
    help: {
      zh: '同一买家在这些天内，整个连锁最多补贴这么多个退货包裹；不设则不限。',
      en: 'Within so many days, so many return parcels of a buyer are subsidised in the whole chain; without one there is no limit.',
    },
  },
];
