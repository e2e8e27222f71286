import { defineMessages } from '../../../i18n/messages';

export const closeMessages = defineMessages({
  zh: {
    close: {
      title: '月结',
      failed: '月结没有载入',
      action: '结账 {month}',
      effect: '{month}的 {n, number} 笔分录从此不再改动。之后到达的事项记入下一个未结月份，并注明所属月份。',
      done: '{month}已结账',
      checks: '{month}结账检查',
      checksNone: '结账检查',
      nothing: '没有待结账的月份',
      closed: '已结月份',
      noneClosed: '还没有已结账的月份',
      by: '结账人',
      at: '结账时间',
      entries: '分录数',
      see: '查看退款',
      check: {
        monthOver: { passed: '各地的这个月都已结束', failed: '这个月要到 {at} 才在各地全部结束，之后才能结账' },
        entriesBalance: {
          passed: '每笔分录借贷相等',
          failed: '{n, plural, other {# 笔分录借贷不等}}，须先查明：运行 headwater check',
        },
        totalsTie: {
          passed: '报表合计与明细一致',
          failed: '{n, plural, other {# 项合计与明细不符}}，须先查明：运行 headwater check',
        },
        payoutsSettled: {
          passed: '月内确定的退款都已付清',
          failed: '{n, plural, other {# 笔退款尚未付清}}，不影响结账，付款时记入当时的月份。',
        },
      },
    },
  },
  en: {
    close: {
      title: 'Month close',
      failed: 'The month close did not load',
      action: 'Close {month}',
      effect:
        '{n, plural, one {The # entry} other {The # entries}} of {month} never change again. What comes later is posted in the next open month and says which month it belongs to.',
      done: '{month} is closed',
      checks: 'Checks before {month} closes',
      checksNone: 'Checks',
      nothing: 'No month waits to be closed',
      closed: 'Closed months',
      noneClosed: 'No month is closed yet',
      by: 'Closed by',
      at: 'Closed at',
      entries: 'Entries',
      see: 'Open the refunds',
      check: {
        monthOver: {
          passed: 'The month is over everywhere',
          failed: 'The month is over everywhere at {at}; it can be closed from then on',
        },
        entriesBalance: {
          passed: 'Every entry balances',
          failed: '{n, plural, one {# entry does} other {# entries do}} not balance. To be cleared up first: run headwater check',
        },
        totalsTie: {
          passed: 'The totals of reports are those of the entries',
          failed:
            '{n, plural, one {# total differs} other {# totals differ}} from the entries. To be cleared up first: run headwater check',
        },
        payoutsSettled: {
          passed: 'All refunds decided in the month are paid',
          failed:
            '{n, plural, one {# refund is} other {# refunds are}} not paid yet. The month closes all the same; a payment is posted when it is made.',
        },
      },
    },
  },
});
