import { DomainError } from '../../common/errors.js';
import type { ClaimStatus } from './claim-status.js';

/** Nothing is left of a claim: it was recovered, refused or taken back. */
export class ClaimSettled extends DomainError {
  constructor(status: ClaimStatus) {
    super('CLAIM_SETTLED', `Nothing is left of this claim: it is ${status}.`, {
      field: 'id',
      allowed: 'a claim that is open',
      details: { status },
    });
  }
}

/** More came in than is left of a claim, or nothing. */
export class ClaimAmountRefused extends DomainError {
  constructor(amount: number, left: number) {
    super('CLAIM_AMOUNT', `${String(amount)} fen cannot be recovered: ${String(left)} are left of the claim.`, {
      field: 'amount',
      allowed: { min: 1, max: left },
    });
  }
}

/** A claim that opened with a step of its case goes back with that step; what came in for one stays. */
export class ClaimNotWithdrawn extends DomainError {
  constructor(why: 'notByHand' | 'partlyPaid') {
    super('CLAIM_NOT_WITHDRAWN', why === 'notByHand' ? 'Its case opened this claim.' : 'Something was paid of this claim.', {
      field: 'id',
      allowed: 'an open claim by hand that nothing was paid of',
      details: { why },
    });
  }
}

/** More is claimed than the case costs, less what is claimed for it already. */
export class ClaimAboveCost extends DomainError {
  constructor(amount: number, most: number) {
    super('CLAIM_ABOVE_COST', `${String(amount)} fen cannot be claimed: the case costs ${String(most)} now.`, {
      field: 'amount',
      allowed: { min: 1, max: most },
    });
  }
}

/** What the case costs, or who bears it, has changed since the posting was shown; it may be this very claim. */
export class ClaimPostingChanged extends DomainError {
  constructor() {
    super('CLAIM_POSTING_CHANGED', 'The books of this case changed since the posting was shown; look at it again.', {
      field: 'digest',
    });
  }
}
