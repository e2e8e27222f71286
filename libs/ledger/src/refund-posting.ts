import type { Entry, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { CaseAmount, Payout } from './events.js';
import { ownParts } from './freight-posting.js';
import { entryOf, transfer } from './posting.js';

function assertPositive(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new LedgerError('AMOUNT_INVALID', `Not an amount above 0: ${amount}`);
}

/** A16: the decision, apart from its payout: returned sales against buyer payable; no cost. Once per case. */
export function refundDecided(event: CaseAmount, context: PostingContext): Entry {
  assertPositive(event.amount);
  const { caseId, orderId, amount } = event;
  const lines = transfer(event, { amount, component: 'refund', debit: 'returnedSales', credit: 'buyerPayable' });
  return entryOf({ cause: 'refundDecided', idempotencyKey: `refundDecided:${caseId}`, caseId, orderId }, lines, context);
}

/** What the buyer agreed to have taken off the refund decided: so much less returned, so much less owed. Once per case. */
export function deduction(event: CaseAmount, context: PostingContext): Entry {
  assertPositive(event.amount);
  const { caseId, orderId, amount } = event;
  const lines = transfer(event, { amount, component: 'refund', debit: 'buyerPayable', credit: 'returnedSales' });
  return entryOf({ cause: 'deduction', idempotencyKey: `deduction:${caseId}`, caseId, orderId }, lines, context);
}

function payoutLines(event: Payout): Line[] {
  const paid = { debit: 'buyerPayable', credit: 'cashClearing' } as const;
  const refund = transfer(event, { amount: event.amount, component: 'refund', ...paid });
  const freight = event.freight === null ? [] : ownParts(event.freight);
  return [...refund, ...freight.flatMap((own) => transfer(event, { ...own, ...paid }))];
}

/** One key for both ways of paying: whichever comes second is the same entry, so a case is never paid twice (A16). */
function payout(cause: 'refundPaid' | 'manualVoucher', event: Payout, context: PostingContext): Entry {
  assertPositive(event.amount);
  const { caseId, orderId } = event;
  return entryOf({ cause, idempotencyKey: `payout:${caseId}`, caseId, orderId }, payoutLines(event), context);
}

/** The money went out: buyer payable against cash clearing, the refund and the freight the buyer is reimbursed. */
export const refundPaid = (event: Payout, context: PostingContext): Entry => payout('refundPaid', event, context);

/** The same, paid by hand outside the gateway. */
export const manualVoucher = (event: Payout, context: PostingContext): Entry => payout('manualVoucher', event, context);
