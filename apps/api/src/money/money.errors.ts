import { DomainError } from '../common/errors.js';

/** More would be paid back than was paid; the caps of libs/after-sales should have said so before. */
export class RefundTooHigh extends DomainError {
  constructor(orderId: string, amount: number) {
    super('REFUND_TOO_HIGH', 'An order is never refunded more than was paid for it.', {
      field: 'amount',
      details: { orderId, amount },
    });
  }
}

/** Money that the gateway may be paying is not paid by hand as well. */
export class PayoutUnderWay extends DomainError {
  constructor() {
    super('PAYOUT_UNDER_WAY', 'The gateway has been asked to pay and has not answered yet.', {
      field: 'voucher',
      allowed: 'a voucher once the attempt has failed',
    });
  }
}

export class UnknownMonth extends DomainError {
  constructor(month: string, field: string) {
    super('BAD_INPUT', `"${month}" is no month; allowed: year and month, such as 2026-03.`, {
      field,
      allowed: 'YYYY-MM',
    });
  }
}

/** Two months are compared, row by row. */
export class NotComparable extends DomainError {
  constructor() {
    super('BAD_INPUT', 'A report of one month is compared with one other month, and does not group by month then.', {
      field: 'comparedWith',
      allowed: 'a month other than the only one of filter.months, and rows that are not months',
    });
  }
}

export class TooManyDimensions extends DomainError {
  constructor(max: number) {
    super('BAD_INPUT', `A report groups by one to ${String(max)} different dimensions.`, {
      field: 'by',
      allowed: { min: 1, max },
    });
  }
}
