import type { CaseState } from '@headwater/after-sales';
import type { Payer } from '@headwater/policy';
import type { Label } from './format.js';

/** The steps of a case as they are on screen (console.md, chips). */
export const stateNames: Readonly<Record<CaseState, Label>> = {
  APPLIED: { zh: '待商家处理', en: 'Awaiting store' },
  NEED_INFO: { zh: '待补充', en: 'Info needed' },
  AWAIT_CONSENT: { zh: '待买家确认', en: 'Awaiting consent' },
  REJECTED: { zh: '商家拒绝', en: 'Rejected' },
  AWAIT_RETURN: { zh: '待买家退货', en: 'Awaiting return' },
  AWAIT_RECEIPT: { zh: '待商家收货', en: 'Awaiting receipt' },
  RECEIPT_REFUSED: { zh: '商家拒收', en: 'Receipt refused' },
  AWAIT_RESHIP: { zh: '待商家发货', en: 'Awaiting dispatch' },
  AWAIT_BUYER_RECEIPT: { zh: '待买家收货', en: 'On its way to buyer' },
  REFUNDING: { zh: '退款处理中', en: 'Refund processing' },
  DISPUTED: { zh: '平台介入', en: 'With HQ' },
  REFUNDED: { zh: '已退款', en: 'Refunded' },
  CLOSED: { zh: '已关闭', en: 'Closed' },
  DONE: { zh: '已完成', en: 'Done' },
};

export const payerNames: Readonly<Record<Payer, Label>> = {
  buyer: { zh: '买家', en: 'the buyer' },
  merchant: { zh: '商家', en: 'the store' },
  shared: { zh: '双方分担', en: 'both' },
};
