import type { Verdict, VerdictTarget } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import { goodsToBeSent } from '../goods.js';
import type { Refused } from '../result.js';
import { returningTypes, shippingTypes } from '../vocabulary.js';
import { agreedAmount, amountRefused, closed, isBlank, refunding, type Deciders, type Draft } from './draft.js';

/** Where HQ can send a dispute, as the goods lie. */
export function verdictTargets(facts: CaseFacts): VerdictTarget[] {
  const held: VerdictTarget[] = facts.goodsHeldBy === 'branch' ? ['REFUNDING'] : ['REFUNDING', 'CLOSED'];
  const { type, goodsHeldBy } = facts;
  const back: VerdictTarget[] = goodsHeldBy === 'lost' ? [] : [goodsToBeSent(facts) ? 'AWAIT_RETURN' : 'AWAIT_RECEIPT'];
  return [
    ...(returningTypes.includes(type) ? back : []),
    ...(shippingTypes.includes(type) ? (['AWAIT_RESHIP'] as const) : []),
    ...held,
  ];
}

function verdictRefused(facts: CaseFacts, { to, reason, amount }: Verdict): Refused | null {
  if (isBlank(reason)) return { code: 'REASON_REQUIRED', field: 'reason' };
  if (to === 'CLOSED' && facts.goodsHeldBy === 'branch') return { code: 'GOODS_HELD', field: 'to' };
  if (!verdictTargets(facts).includes(to)) return { code: 'TARGET_NOT_POSSIBLE', field: 'to' };
  return to === 'REFUNDING' && amount !== undefined ? amountRefused(amount, facts.maxAmount) : null;
}

function carriedOut(facts: CaseFacts, verdict: Verdict, context: CaseContext): Draft {
  if (verdict.to === 'REFUNDING') return refunding(facts, context, { amount: verdict.amount ?? agreedAmount(facts) });
  if (verdict.to === 'AWAIT_RESHIP') return { to: verdict.to };
  if (verdict.to === 'CLOSED') return closed(facts, context, 'VERDICT');
  return { to: verdict.to, patch: { approvedAmount: agreedAmount(facts) } };
}

/** Where what was asked for can still be had; null: only money is left. */
function stillPossible(facts: CaseFacts, { rules }: CaseContext): 'AWAIT_RETURN' | 'AWAIT_RESHIP' | null {
  const { type, goodsHeldBy, dispatchedAt, counts } = facts;
  if (dispatchedAt !== null || counts.sendBack >= rules.repeatMax) return null;
  if (type === 'RS') return 'AWAIT_RESHIP';
  if (returningTypes.includes(type) && goodsToBeSent(facts)) return 'AWAIT_RETURN';
  return shippingTypes.includes(type) && goodsHeldBy === 'branch' ? 'AWAIT_RESHIP' : null;
}

/** Nobody decided: for the buyer, who gets what was asked for. The goods are sent first where they can be, but not for ever. */
export function decidedForBuyer(facts: CaseFacts, context: CaseContext): Draft {
  const to = stillPossible(facts, context);
  if (to === null) return refunding(facts, context, { amount: agreedAmount(facts) });
  return { to, patch: facts.type === 'RR' ? { approvedAmount: agreedAmount(facts) } : {} };
}

export const disputeDeciders: Deciders<'verdict'> = {
  verdict: (facts, verdict, context) =>
    verdictRefused(facts, verdict) ?? { ...carriedOut(facts, verdict, context), fault: { named: verdict.liable ?? null } },
};
