import { DomainError } from '../../common/errors.js';

/** What a month cost is known once it is over; a budget would change nothing. */
export class BudgetMonthOver extends DomainError {
  constructor(month: string, current: string) {
    super('BUDGET_MONTH_OVER', `${month} is over: a budget is set for ${current} or a later month.`, {
      field: 'month',
      allowed: { from: current },
      details: { month, current },
    });
  }
}
