import type { Field } from './field.js';
import { days } from './numbers.js';

/** A4: how long after receipt or completion a buyer may apply. */
export const windowFields: readonly Field[] = [
  days({
    key: 'noReasonDays',
    default: 7,
    bounds: { min: 7, max: 90 },
    class: 'promise',
    branch: 'longer',
    forBuyer: 'more',
    compulsory: true,
    group: 'windows',
    label: { zh: '无理由退货期', en: 'No-reason window' },
    help: {
      zh: '远程销售的订单，自签收次日起算；法定不少于 7 天。',
      en: 'For distance sales, counted from the day after receipt; the law asks for at least 7 days.',
    },
  }),
  days({
    key: 'inStoreDays',
    default: 7,
    bounds: { min: 0, max: 90 },
    class: 'promise',
    branch: 'yes',
    forBuyer: 'more',
    group: 'windows',
    label: { zh: '到店购买退货期', en: 'In-store window' },
    help: {
      zh: '在店内购买的商品，自签收次日起算；0 表示不支持无理由退货。',
      en: 'For goods bought in store, counted from the day after receipt; 0 means no return without a reason.',
    },
  }),
  days({
    key: 'selfServiceDays',
    default: 15,
    bounds: { min: 0, max: 1095 },
    class: 'promise',
    branch: 'yes',
    forBuyer: 'more',
    group: 'windows',
    label: { zh: '自助售后期', en: 'Self-service window' },
    help: {
      zh: '订单完成后，买家可自行申请售后的天数；之后由店员代为发起。',
      en: 'Days after completion in which buyers apply by themselves; later, staff open the case.',
    },
  }),
  days({
    key: 'qualityDays',
    default: 30,
    bounds: { min: 7, max: 365 },
    class: 'promise',
    branch: 'longer',
    forBuyer: 'more',
    group: 'windows',
    label: { zh: '质量问题售后期', en: 'Quality window' },
    help: {
      zh: '自签收起，买家可因质量问题申请售后的天数。',
      en: 'Days from receipt in which a buyer may apply because of quality.',
    },
  }),
];
