import type { Amount, Entry, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { Claim, ClaimRecovered, ClaimRefused } from './events.js';
import { entryOf, plainLine } from './posting.js';
import type { Account, ClaimParty } from './vocabulary.js';

/** Where what is claimed of somebody stands until it is settled. */
export const receivableOf: Readonly<Record<ClaimParty, Account>> = {
  insurer: 'insurerReceivable',
  carrier: 'carrierReceivable',
  supplier: 'supplierReceivable',
};

function assertWithin(amount: Amount, left: Amount): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new LedgerError('AMOUNT_INVALID', `Not an amount above 0: ${amount}`);
  if (amount > left) throw new LedgerError('CLAIM_EXCEEDED', `${amount} is more than the ${left} left of the claim`);
}

const headOf = ({ caseId, orderId, shipmentId }: Claim) => ({ caseId, orderId, shipmentId });

/**
 * M1: money for a claim came in, for all that is left of it or a part: cash against what is receivable. No cost: the claim took the cost
 * back when it was opened. Once per `receipt`.
 * @throws LedgerError AMOUNT_INVALID; CLAIM_EXCEEDED: more than is left of the claim
 */
export function claimRecovered(event: ClaimRecovered, context: PostingContext): Entry {
  const { party, amount, left, receipt } = event;
  assertWithin(amount, left);
  const lines = [
    plainLine(event, 'cashClearing', { amount, component: 'recovery' }),
    plainLine(event, receivableOf[party], { amount: -amount, component: 'recovery' }),
  ];
  return entryOf({ cause: 'claimRecovered', idempotencyKey: `claimRecovered:${receipt}`, ...headOf(event) }, lines, context);
}

/**
 * M1: a claim was refused: what is left of it is a cost again, of the stated fallback bearer. Once per `refusal`.
 * @throws LedgerError AMOUNT_INVALID: nothing is left of the claim
 */
export function claimRefused(event: ClaimRefused, context: PostingContext): Entry {
  const { party, left: amount, refusal, bearer, bearerNodeId } = event;
  assertWithin(amount, amount);
  const lines = [
    { ...plainLine(event, 'expense', { amount, component: 'recovery' }), bearer, bearerNodeId },
    plainLine(event, receivableOf[party], { amount: -amount, component: 'recovery' }),
  ];
  return entryOf({ cause: 'claimRefused', idempotencyKey: `claimRefused:${refusal}`, ...headOf(event) }, lines, context);
}
