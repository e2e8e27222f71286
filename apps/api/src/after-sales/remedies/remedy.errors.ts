import { DomainError } from '../../common/errors.js';

export class CompensationRefused extends DomainError {
  /** @param left how much more may be given by this person, in fen */
  constructor(code: 'AMOUNT_INVALID' | 'COMPENSATION_LIMIT', left: number) {
    super(code, 'A compensation is an amount above 0, within what is left of the limit.', {
      field: 'amount',
      allowed: code === 'COMPENSATION_LIMIT' ? left : { min: 1, max: left },
    });
  }
}

const labels = {
  WRONG_STATE: 'A label is for goods that are waited for.',
  METHOD_NOT_ALLOWED: 'This order was promised no return by parcel.',
  LABEL_NOT_OWED: 'The buyer pays a part of this freight: a prepaid label is for returns that cost him nothing.',
} as const;

/** Where a label can be issued. */
const labelled = { allowed: ['AWAIT_RETURN'] };

export class LabelRefused extends DomainError {
  constructor(code: keyof typeof labels) {
    super(code, labels[code], code === 'WRONG_STATE' ? labelled : {});
  }
}

const messages = {
  NOTHING_TO_APPEAL: 'Only the liability of the store itself can be appealed.',
  APPEAL_OPEN: 'An appeal of this case is waiting for HQ already.',
  REPEAT_LIMIT: 'This case cannot be appealed again.',
  NO_OPEN_APPEAL: 'No appeal of this case is waiting.',
} as const;

export class AppealRefused extends DomainError {
  constructor(code: keyof typeof messages, limit?: number) {
    super(code, messages[code], { ...(limit !== undefined && { field: 'repeatMax', allowed: limit }) });
  }
}
