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
