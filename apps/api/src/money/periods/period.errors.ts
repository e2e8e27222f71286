import { DomainError } from '../../common/errors.js';

/** A closed month stays as it is; whatever is to be put right goes into the first open one. */
export class PeriodClosed extends DomainError {
  constructor(period: string, openPeriod: string) {
    super('PERIOD_CLOSED', `The books of ${period} are closed for good; a correction is posted in ${openPeriod}.`, {
      field: 'period',
      allowed: openPeriod,
      details: { period, openPeriod },
    });
  }
}

/** Months close one after the other. */
export class PeriodNotNext extends DomainError {
  constructor(period: string, next: string | null) {
    super('PERIOD_NOT_NEXT', `Months close in their order; the next one is ${next ?? 'none: no open month has entries'}.`, {
      field: 'period',
      allowed: next,
      details: { period },
    });
  }
}

/** What a check found stands in the way. */
export class PeriodNotReady extends DomainError {
  constructor(period: string, failed: readonly { readonly check: string; readonly count: number }[]) {
    super('PERIOD_NOT_READY', `${period} does not close yet: ${failed.map(({ check }) => check).join(', ')}.`, {
      field: 'period',
      details: { period, failed },
    });
  }
}
