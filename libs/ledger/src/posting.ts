import { checkBalanced } from './balance.js';
import type { Entry, EntryHead, Line, PostingContext } from './entry.js';
import { LedgerError } from './errors.js';
import type { CaseRef } from './events.js';
import { otherMonth } from './period.js';
import type { Account, Component } from './vocabulary.js';

/** What every line of a case, or of an order, shares. */
export type LineKeys = Pick<CaseRef, 'originNodeId' | 'reasonClass' | 'reason' | 'currency'> & Pick<Line, 'caseId'>;

const keysOf = ({ caseId, originNodeId, reasonClass, reason, currency }: LineKeys) => ({
  caseId,
  originNodeId,
  reasonClass,
  reason,
  currency,
});

interface Side {
  readonly amount: number;
  readonly component: Component;
  readonly debit: Account;
  readonly credit: Account;
  readonly carrier?: string | null;
}

/** One line that nobody bears: what is owed, claimed, cleared, or taken back. */
export const plainLine = (ref: LineKeys, account: Account, side: Omit<Side, 'debit' | 'credit'>): Line => ({
  account,
  amount: side.amount,
  component: side.component,
  bearer: null,
  bearerNodeId: null,
  carrier: side.carrier ?? null,
  assumed: false,
  ...keysOf(ref),
});

/** An amount from one account to another; nothing for 0. */
export function transfer(ref: CaseRef, side: Side): Line[] {
  if (side.amount === 0) return [];
  return [plainLine(ref, side.debit, side), plainLine(ref, side.credit, { ...side, amount: -side.amount })];
}

type HeadFacts = Pick<EntryHead, 'cause' | 'idempotencyKey'> &
  Partial<Pick<EntryHead, 'caseId' | 'orderId' | 'shipmentId' | 'reverses'>>;

/**
 * Heads the lines; the last gate before the books.
 * @throws LedgerError UNBALANCED, AMOUNT_INVALID
 */
export function entryOf(head: HeadFacts, lines: readonly Line[], context: PostingContext): Entry {
  const { period, policyVersion, promiseHash } = context;
  if (lines.some((line) => !Number.isSafeInteger(line.amount))) {
    throw new LedgerError('AMOUNT_INVALID', `${head.idempotencyKey} has an amount that is not whole`);
  }
  if (checkBalanced(lines).length > 0) throw new LedgerError('UNBALANCED', `${head.idempotencyKey} does not sum to zero`);
  const causePeriod = otherMonth(context.causePeriod ?? null, period);
  const nobody = { caseId: null, orderId: null, shipmentId: null, reverses: null };
  return { ...nobody, ...head, period, causePeriod, policyVersion, promiseHash, lines };
}

/** The one value all cases share, else null. */
export function common<T>(values: readonly T[]): T | null {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : null;
}
