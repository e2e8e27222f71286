import type { Amount, Entry, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { CarrierClaim, Claim, ClaimByHand, ClaimRecovered, ClaimRefused, ClaimShare } from './events.js';
import { entryOf, plainLine, type LineKeys } from './posting.js';
import { split } from './split.js';
import { bearers, type Account, type ClaimParty, type Component } from './vocabulary.js';

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
  const head = { caseId, orderId, shipmentId };
  const lines = openingLines(event, { party: 'carrier', carrier }, shares);
  return entryOf({ cause: 'claimOpened', idempotencyKey: `claimOpened:${claim}`, ...head }, lines, context);
}

/** All of it receivable of the party, against what each bearer is given back. */
function openingLines(
  ref: LineKeys,
  { party, carrier }: Pick<Claim, 'party' | 'carrier'>,
  shares: readonly ClaimShare[],
): Line[] {
  const component = recoveryOf(party);
  const total = shares.reduce((sum, { amount }) => sum + amount, 0);
  return [
    plainLine(ref, receivableOf[party], { amount: total, component, carrier }),
    ...shares.map(({ amount, bearer, bearerNodeId }) => ({
      ...plainLine(ref, 'expense', { amount: -amount, component, carrier }),
      bearer,
      bearerNodeId,
    })),
  ];
}

/**
 * M1: the most that may be claimed by hand for a case, in fen: what it has cost less what is claimed for it already, which is what its expense
 * lines add up to; never below 0.
 */
export const mostClaimed = (borne: readonly ClaimShare[]): Amount =>
  Math.max(
    0,
    borne.reduce((sum, { amount }) => sum + amount, 0),
  );

/**
 * M1: what each is given back of an amount claimed by hand, in proportion to what each bears of the case now, by largest remainder; whoever
 * bears nothing is given nothing, and nobody more than it bears. In the order of bearers.
 * @param amount fen, 1 to `mostClaimed`
 * @param borne what the case's expense lines add up to for each bearer, each once
 * @throws LedgerError AMOUNT_INVALID; CLAIM_EXCEEDED
 */
export function sharesByHand(amount: Amount, borne: readonly ClaimShare[]): ClaimShare[] {
  assertWithin(amount, mostClaimed(borne));
  const bearing = borne
    .filter((share) => share.amount > 0)
    .sort((a, b) => bearers.indexOf(a.bearer) - bearers.indexOf(b.bearer) || (keyOf(a) < keyOf(b) ? -1 : 1));
  const amounts = split(
    amount,
    bearing.map((share) => share.amount),
  );
  return bearing.map((share, at) => ({ ...share, amount: amounts[at] ?? 0 })).filter((share) => share.amount > 0);
}

const keyOf = ({ bearerNodeId }: ClaimShare): string => bearerNodeId ?? '';

/** What the keys of a claim by hand are made of: a case may have several of one party, and its entries say which they are of. */
export const byHand = (claim: string): string => `hand:${claim}`;

/** The claim by hand that an entry is of, or the entry it takes back; null: it is of none. */
export function claimByHandOf({ idempotencyKey, reverses }: Pick<Entry, 'idempotencyKey' | 'reverses'>): string | null {
  const [, claim] = /^claim\w+:hand:([^:]+)/.exec(reverses ?? idempotencyKey) ?? [];
  return claim ?? null;
}

/**
 * M1: somebody claims of a carrier or a supplier what a case has cost, or a part. Recovery of goods whatever the cost was: a budget for free
 * returns is used up by what they cost, and only their insurers' payments give it back. Once per `claim`.
 * @throws LedgerError AMOUNT_INVALID; CLAIM_EXCEEDED: more than the case costs
 */
export function claimedByHand(event: ClaimByHand, context: PostingContext): Entry {
  const { amount, borne, claim, caseId, orderId } = event;
  const lines = openingLines(event, event, sharesByHand(amount, borne));
  return entryOf({ cause: 'claimOpened', idempotencyKey: `claimOpened:${byHand(claim)}`, caseId, orderId }, lines, context);
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
