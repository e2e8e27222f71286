import type { CaseFacts, CasePatch, Liability } from '../facts.js';
import type { CaseState } from '../vocabulary.js';
import { judgeLiability, noFault, type FaultFacts, type FourStamps } from './judge.js';

/** States in which what was asked for has been agreed. */
const agreedStates: ReadonlySet<CaseState> = new Set<CaseState>(['AWAIT_RETURN', 'AWAIT_RECEIPT', 'AWAIT_RESHIP', 'REFUNDING']);

export const stampsOf = ({ shippedAt, receivedAt, dispatchedAt, buyerReceivedAt }: CaseFacts): FourStamps => ({
  buyerShipped: shippedAt,
  branchReceived: receivedAt,
  branchShipped: dispatchedAt,
  buyerReceived: buyerReceivedAt,
});

/** A judgement that the reason alone carries falls with the reason; HQ's slowness never displaces what was found before. */
const outweighed = (found: Liability | null, standing: Liability | null): boolean =>
  standing !== null && (found === null || found.rule === 'byReason' || found.rule === 'disputeDefaultDays');

/**
 * Who is liable after a step: what the step newly shows, else what stood. Answers the standing judgement itself where nothing
 * changes, so that callers see by identity whether anything did.
 */
export function liabilityAfter(
  before: CaseFacts,
  patch: CasePatch,
  to: CaseState,
  fault: Partial<FaultFacts> = {},
): Liability | null {
  const after = { ...before, ...patch };
  const standing = before.liability?.rule === 'byReason' && after.reason !== before.reason ? null : before.liability;
  const agreed = agreedStates.has(to);
  const { liability } = judgeLiability({ ...noFault, agreed, ...fault, stamps: stampsOf(after), reason: after.reason });
  return outweighed(liability, standing) ? standing : liability;
}
