import { DomainError } from '../common/errors.js';

/** The same file is taken once. */
export class BillKnown extends DomainError {
  constructor(billId: string) {
    super('BILL_KNOWN', 'This file was imported for the same biller and month before.', { field: 'file', details: { billId } });
  }
}

/** What is in the books stays, and so does what it came from. */
export class BillAccepted extends DomainError {
  constructor() {
    super('BILL_ACCEPTED', 'Differences of this bill have been accepted: it stays.');
  }
}

/** In bytes, or in lines. */
export class BillTooLarge extends DomainError {
  constructor(max: number, what: 'bytes' | 'lines') {
    super('BILL_TOO_LARGE', `A bill has at most ${String(max)} ${what}.`, { field: 'file', details: { [what]: max } });
  }
}

/** Somebody has decided the line, or there is nothing about it to decide. */
export class BillLineDecided extends DomainError {
  constructor(status: string, allowed: readonly string[]) {
    super('BILL_LINE_DECIDED', 'This line does not wait for a decision.', { field: 'id', allowed, details: { status } });
  }
}

/** What the line brings is no longer what was shown. */
export class BillPostingChanged extends DomainError {
  constructor() {
    super('BILL_POSTING_CHANGED', 'The books changed since the posting was shown; look at it again.', { field: 'digest' });
  }
}

/** The lines within the tolerance are no longer those that were shown. */
export class BillSumChanged extends DomainError {
  constructor(now: { readonly lines: number; readonly difference: number }) {
    super('BILL_SUM_CHANGED', 'The lines within this tolerance changed since their sum was shown.', {
      field: 'difference',
      allowed: now.difference,
      details: now,
    });
  }
}
