import { defineMessages } from '../../i18n/messages';

/** Why a month does not close, a budget is not set and a claim is not settled. */
export const errors = defineMessages({
  zh: {
    PERIOD_CLOSED: '这个月已结账，不再改动；更正记入第一个未结账的月份。',
    PERIOD_NOT_NEXT: '月份按先后顺序结账。',
    PERIOD_NOT_READY: '结账检查没有通过，刷新后看是哪一项。',
    BUDGET_MONTH_OVER: '这个月已结束，预算只能设定本月或以后的月份。',
    CLAIM_SETTLED: '这笔理赔已了结，没有待到账的金额。',
    CLAIM_NOT_WITHDRAWN: '只能撤回手工发起、还没有到账的理赔。',
    CLAIM_ABOVE_COST: '索赔金额须大于 0，不超过这一单尚未索赔的成本。',
    CLAIM_POSTING_CHANGED: '显示之后这一单的分录有变动，核对新的金额后再索赔。',
    CLAIM_AMOUNT: '到账金额须大于 0，不超过待到账的金额。',
  },
  en: {
    PERIOD_CLOSED: 'This month is closed and stays as it is; a correction is posted in the first open month.',
    PERIOD_NOT_NEXT: 'Months close one after the other.',
    PERIOD_NOT_READY: 'A check did not pass; refresh to see which.',
    BUDGET_MONTH_OVER: 'This month is over; a budget is set for the present month or a later one.',
    CLAIM_SETTLED: 'This claim is settled: nothing of it is open.',
    CLAIM_NOT_WITHDRAWN: 'Only a claim opened by hand that nothing was paid of can be withdrawn.',
    CLAIM_ABOVE_COST: 'A claim is above 0, and no more than the case costs less what is claimed for it already.',
    CLAIM_POSTING_CHANGED: 'The entries of this case changed since the amounts were shown; look at the new ones before claiming.',
    CLAIM_AMOUNT: 'A payment is above 0, and no more than is open of the claim.',
  },
});
