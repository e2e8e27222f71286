import { defineMessages, joined } from '../../i18n/messages';
import { bulkMessages } from './bulk/messages';
import { claimMessages } from './claim/messages';
import { disputeMessages } from './disputes/messages';
import { eventMessages } from './eventMessages';
import { evidenceMessages } from './evidenceMessages';
import { pageMessages } from './pageMessages';
import { queueMessages } from './queueMessages';
import { receivingMessages } from './receiving/messages';
import { stepMessages } from './stepMessages';

const common = defineMessages({
  zh: {
    code: '售后单 {code}',
    goodsMore: '{goods} 等 {n, number} 件以上',
    goodsPhotos: '{goods} · 照片 {n, number}',
    done: '{code} {did}',
    type: { RO: '仅退款', RR: '退货退款', EX: '换货', RS: '补寄', RP: '维修' },
    party: { branch: '分店', carrier: '快递公司', supplier: '供货商', buyer: '买家', hq: '总部' },
    actor: { buyer: '买家', system: '系统' },
    sort: { deadline: '按截止时间', appliedAt: '按申请时间', amount: '按金额' },
    colleagues: '{names}正在处理',
    key: { v: '判定', a: '同意、收货或发货', r: '拒绝或拒收', i: '补充资料', e: '照片' },
    direction: { return: '寄回', back: '退还买家', out: '发给买家' },
    tracking: { accepted: '已揽收', inTransit: '运输中', delivered: '已送达', lost: '丢件', returned: '已退回' },
    byRule: '系统按自动同意规则第 {n} 行同意',
    resolution: { refund: '只退款，不退货', returnRefund: '退货后退款' },
    verdictLiable: '{verdict}，责任方：{party}',
  },
  en: {
    code: 'Case {code}',
    goodsMore: '{goods} and {n, plural, one {# more} other {# more}}',
    goodsPhotos: '{goods} · {n, plural, one {# photo} other {# photos}}',
    done: '{code}: {did}',
    type: { RO: 'Refund only', RR: 'Return and refund', EX: 'Exchange', RS: 'Reship', RP: 'Repair' },
    party: { branch: 'Branch', carrier: 'Carrier', supplier: 'Supplier', buyer: 'Buyer', hq: 'HQ' },
    actor: { buyer: 'The buyer', system: 'The system' },
    sort: { deadline: 'By deadline', appliedAt: 'By application date', amount: 'By amount' },
    colleagues: 'Working on it now: {names}',
    key: {
      v: 'Give the verdict',
      a: 'Approve, receive or dispatch',
      r: 'Reject or refuse receipt',
      i: 'Ask for info',
      e: 'Photos',
    },
    direction: { return: 'Return', back: 'Back to the buyer', out: 'To the buyer' },
    tracking: { accepted: 'Accepted', inTransit: 'In transit', delivered: 'Delivered', lost: 'Lost', returned: 'Returned' },
    byRule: 'Approved by the system, row {n} of auto-approval',
    resolution: { refund: 'Refund without a return', returnRefund: 'Refund once the goods are back' },
    verdictLiable: '{verdict}; liable: {party}',
  },
});

/** Each story keeps its words beside it. */
export const messages = joined(
  common,
  bulkMessages,
  claimMessages,
  disputeMessages,
  eventMessages,
  evidenceMessages,
  pageMessages,
  queueMessages,
  receivingMessages,
  stepMessages,
);
