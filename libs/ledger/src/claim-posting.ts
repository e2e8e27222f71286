import type { Amount, Entry, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { CarrierClaim, Claim, ClaimRecovered, ClaimRefused } from './events.js';
import { entryOf, plainLine } from './posting.js';
import type { Account, ClaimParty, Component } from './vocabulary.js';

/** Where what is claimed of somebody stands until it is settled. */
export const receivableOf: Readonly<Record<ClaimParty, Account>> = {
  insurer: 'insurerReceivable',
  carrier: 'carrierReceivable',
  supplier: 'supplierReceivable',
};

/** What insurers pay back is of free returns, and counts against their budgets; what carriers and suppliers owe is of goods, and does not. */
const recoveryOf = (party: ClaimParty): Component => (party === 'insurer' ? 'recovery' : 'goods-recovery');

function assertWithin(amount: Amount, left: Amount): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new LedgerError('AMOUNT_INVALID', `Not an amount above 0: ${amount}`);
  if (amount > left) throw new LedgerError('CLAIM_EXCEEDED', `${amount} is more than the ${left} left of the claim`);
}

/**
 * M1: a carrier has lost goods: what they cost, and the freight that was ours to pay, is claimed of it, to the good of whoever bears them.
 * Once per `claim`. Null where nothing is claimed.
 * @throws LedgerError AMOUNT_INVALID
 */
export function carrierClaimed(event: CarrierClaim, context: PostingContext): Entry | null {
  const { shares, carrier, claim, caseId, orderId, shipmentId } = event;
  if (shares.length === 0) return null;
  for (const { amount } of shares) assertWithin(amount, amount);
  const component = recoveryOf('carrier');
  const total = shares.reduce((sum, { amount }) => sum + amount, 0);
  const lines: Line[] = [
    plainLine(event, 'carrierReceivable', { amount: total, component, carrier }),
    ...shares.map(({ amount, bearer, bearerNodeId }) => ({
      ...plainLine(event, 'expense', { amount: -amount, component, carrier }),
      bearer,
      bearerNodeId,
    })),
  ];
  const head = { caseId, orderId, shipmentId };
  return entryOf({ cause: 'claimOpened', idempotencyKey: `claimOpened:${claim}`, ...head }, lines, context);
}

const headOf = ({ caseId, orderId, shipmentId }: Claim) => ({ caseId, orderId, shipmentId });

/**
 * M1: money for a claim came in, for all that is left of it or a part: cash against what is receivable. No cost: the claim took the cost
 * back when it was opened. Once per `receipt`.
 * @throws LedgerError AMOUNT_INVALID; CLAIM_EXCEEDED: more than is left of the claim
 */
export function claimRecovered(event: ClaimRecovered, context: PostingContext): Entry {
  const { party, amount, left, receipt, carrier } = event;
  assertWithin(amount, left);
  const lines = [
    plainLine(event, 'cashClearing', { amount, component: recoveryOf(party), carrier }),
    plainLine(event, receivableOf[party], { amount: -amount, component: recoveryOf(party), carrier }),
  ];
  return entryOf({ cause: 'claimRecovered', idempotencyKey: `claimRecovered:${receipt}`, ...headOf(event) }, lines, context);
}

/**
 * M1: a claim was refused: what is left of it is a cost again, of the stated fallback bearer. Once per `refusal`.
 * @throws LedgerError AMOUNT_INVALID: nothing is left of the claim
 */
export function claimRefused(event: ClaimRefused, context: PostingContext): Entry {
  const { party, left: amount, refusal, bearer, bearerNodeId, carrier } = event;
  assertWithin(amount, amount);
  const lines = [
    { ...plainLine(event, 'expense', { amount, component: recoveryOf(party), carrier }), bearer, bearerNodeId },
    plainLine(event, receivableOf[party], { amount: -amount, component: recoveryOf(party), carrier }),
  ];
  return entryOf({ cause: 'claimRefused', idempotencyKey: `claimRefused:${refusal}`, ...headOf(event) }, lines, context);
}
