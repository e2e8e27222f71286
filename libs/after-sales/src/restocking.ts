import type { CaseFacts, Fen } from './facts.js';
import { reasonOf, type ReasonCode } from './reasons.js';
import type { CaseRules } from './rules.js';
import type { TraceEntry } from './result.js';

type Rules = Pick<CaseRules, 'restockingFee'>;

const WHOLE = 10_000n;

const restockingBps = (reason: ReasonCode, { restockingFee }: Rules): number =>
  restockingFee.find(({ reasonClass }) => reasonClass === reasonOf(reason).class)?.bps ?? 0;

/**
 * A10: what is kept of the refund of a return, in fen, rounded down for the buyer. Nothing of other cases, and nothing where the
 * law or what the buyer agreed to leaves no room for it.
 * @param amount what would be refunded without it
 */
export function restockingFeeOf(
  { type, reason, feeFree }: Pick<CaseFacts, 'type' | 'reason' | 'feeFree'>,
  amount: Fen,
  rules: Rules,
): Fen {
  if (type !== 'RR' || feeFree) return 0;
  return Number((BigInt(amount) * BigInt(restockingBps(reason, rules))) / WHOLE);
}

/** How much was kept, of what, by which share. */
export const feeTrace = ({ reason }: Pick<CaseFacts, 'reason'>, amount: Fen, fee: Fen, rules: Rules): TraceEntry => ({
  rule: 'restockingFee',
  passes: true,
  facts: { reason, bps: restockingBps(reason, rules), amount, fee },
});
