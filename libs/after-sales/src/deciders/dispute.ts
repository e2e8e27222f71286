import type { Verdict, VerdictTarget } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Liability } from '../facts.js';
import { goodsToBeSent } from '../lifecycle/guards.js';
import type { Refused } from '../result.js';
import { agreedAmount, amountRefused, closed, isBlank, refunding, type Deciders, type Draft } from './draft.js';

/** Where HQ can send a dispute, as the goods lie. */
export function verdictTargets(facts: CaseFacts): VerdictTarget[] {
  const held: VerdictTarget[] = facts.goodsHeldBy === 'branch' ? ['REFUNDING'] : ['REFUNDING', 'CLOSED'];
  if (facts.type === 'RO') return held;
  return [goodsToBeSent(facts) ? 'AWAIT_RETURN' : 'AWAIT_RECEIPT', ...held];
}

function verdictRefused(facts: CaseFacts, { to, reason, amount }: Verdict): Refused | null {
  if (isBlank(reason)) return { code: 'REASON_REQUIRED', field: 'reason' };
  if (to === 'CLOSED' && facts.goodsHeldBy === 'branch') return { code: 'GOODS_HELD', field: 'to' };
  if (!verdictTargets(facts).includes(to)) return { code: 'TARGET_NOT_POSSIBLE', field: 'to' };
  return to === 'REFUNDING' && amount !== undefined ? amountRefused(amount, facts.maxAmount) : null;
}

const judged = (facts: CaseFacts, { liable }: Verdict): Liability | null =>
  liable ? { party: liable, rule: 'verdict', basis: 'proven' } : facts.liability;

function carriedOut(facts: CaseFacts, verdict: Verdict, context: CaseContext): Draft {
  const liability = judged(facts, verdict);
  if (verdict.to === 'REFUNDING') {
    return refunding(facts, context, { amount: verdict.amount ?? agreedAmount(facts), patch: { liability } });
  }
  if (verdict.to !== 'CLOSED') return { to: verdict.to, patch: { liability, approvedAmount: agreedAmount(facts) } };
  const draft = closed(facts, context, 'VERDICT');
  return { ...draft, patch: { ...draft.patch, liability } };
}

/** Nobody decided: for the buyer, who gets what was asked for. The goods are sent first where they can be, but not for ever. */
export function decidedForBuyer(facts: CaseFacts, context: CaseContext): Draft {
  const sendable = facts.type === 'RR' && goodsToBeSent(facts) && facts.counts.sendBack < context.rules.repeatMax;
  return sendable
    ? { to: 'AWAIT_RETURN', patch: { approvedAmount: agreedAmount(facts) } }
    : refunding(facts, context, { amount: agreedAmount(facts) });
}

export const disputeDeciders: Deciders<'verdict'> = {
  verdict: (facts, verdict, context) => verdictRefused(facts, verdict) ?? carriedOut(facts, verdict, context),
};
