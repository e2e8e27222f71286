import type { CaseFacts, CasePatch, Liability } from '../facts.js';
import type { CaseState } from '../vocabulary.js';
import { noEvidence, type Evidence } from './evidence.js';
import { noFault, type FaultFacts, type FourStamps } from './finding.js';
import { judgeLiability } from './judge.js';

/** States in which what was asked for has been agreed. */
const agreedStates: ReadonlySet<CaseState> = new Set<CaseState>(['AWAIT_RETURN', 'AWAIT_RECEIPT', 'AWAIT_RESHIP', 'REFUNDING']);

export const stampsOf = ({ shippedAt, receivedAt, dispatchedAt, buyerReceivedAt }: CaseFacts): FourStamps => ({
  buyerShipped: shippedAt,
  branchReceived: receivedAt,
  branchShipped: dispatchedAt,
  buyerReceived: buyerReceivedAt,
});

/** What the reason carries falls with the reason, and gives way to all else. */
const ofReason: ReadonlySet<string> = new Set(['byReason', 'shownByBuyer', 'inspectionConfirmed']);
/** What HQ said is not weighed again. */
const ofHq: ReadonlySet<string> = new Set(['verdict', 'appeal']);
const ofEvidence: ReadonlySet<string> = new Set(['sentAsShown', 'inspectionFailed']);

const isSame = (one: Liability, other: Liability): boolean =>
  one.rule === other.rule && one.party === other.party && one.basis === other.basis;

/** Whether a finding leaves what stood: HQ's slowness displaces nothing, and a reason only what another reason carried. */
function outweighed(found: Liability | null, standing: Liability | null): boolean {
  if (standing === null) return false;
  if (found === null || found.rule === 'byReason' || found.rule === 'disputeDefaultDays' || isSame(found, standing)) return true;
  if (ofReason.has(found.rule)) return !ofReason.has(standing.rule);
  return ofEvidence.has(found.rule) && ofHq.has(standing.rule);
}

/**
 * Who is liable after a step: what the step newly shows, else what stood. Answers the standing judgement itself where nothing
 * changes, so that callers see by identity whether anything did.
 */
export function liabilityAfter(
  before: CaseFacts,
  { patch, to }: { readonly patch: CasePatch; readonly to: CaseState },
  { fault = {}, evidence = noEvidence }: { readonly fault?: Partial<FaultFacts>; readonly evidence?: Evidence },
): Liability | null {
  const after = { ...before, ...patch };
  const isVoid = before.liability !== null && ofReason.has(before.liability.rule) && after.reason !== before.reason;
  const standing = isVoid ? null : before.liability;
  const agreed = agreedStates.has(to);
  const { liability } = judgeLiability({
    ...{ ...noFault, agreed, ...fault },
    ...evidence,
    ...{ stamps: stampsOf(after), reason: after.reason },
  });
  return outweighed(liability, standing) ? standing : liability;
}
