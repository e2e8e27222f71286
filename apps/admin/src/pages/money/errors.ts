import { defineMessages } from '../../i18n/messages';

/** Why a month does not close, a budget is not set and a claim is not settled. */
export const errors = defineMessages({
  zh: {
    PERIOD_CLOSED: '这个月已结账，不再改动；更正记入第一个未结账的月份。',
    PERIOD_NOT_NEXT: '月份按先后顺序结账。',
    PERIOD_NOT_READY: '结账检查没有通过，刷新后看是哪一项。',
    BUDGET_MONTH_OVER: '这个月已结束，预算只能设定本月或以后的月份。',
    CLAIM_SETTLED: '这笔理赔已了结，没有待到账的金额。',
    CLAIM_AMOUNT: '到账金额须大于 0，不超过待到账的金额。',
  },
  en: {
    PERIOD_CLOSED: 'This month is closed and stays as it is; a correction is posted in the first open month.',
    PERIOD_NOT_NEXT: 'Months close one after the other.',
    PERIOD_NOT_READY: 'A check did not pass; refresh to see which.',
    BUDGET_MONTH_OVER: 'This month is over; a budget is set for the present month or a later one.',
    CLAIM_SETTLED: 'This claim is settled: nothing of it is open.',
    CLAIM_AMOUNT: 'A payment is above 0, and no more than is open of the claim.',
  },
});
