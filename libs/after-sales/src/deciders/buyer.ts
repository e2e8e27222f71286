import type { Modification } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import { goodsToBeSent } from '../goods.js';
import { isReasonCode } from '../reasons.js';
import type { Refused } from '../result.js';
import { caseTypeKeys } from '../vocabulary.js';
import { agreedAmount, amountRefused, closed, isBlank, refunding, type Deciders, type Draft } from './draft.js';

function typeRefused(facts: CaseFacts, type: CaseFacts['type'], { rules }: CaseContext): Refused | null {
  if (type === facts.type) return null;
  if (!rules.types.includes(caseTypeKeys[type])) return { code: 'TYPE_NOT_ALLOWED', field: 'type' };
  return goodsToBeSent(facts) ? null : { code: 'GOODS_NOT_WITH_BUYER', field: 'type' };
}

function modificationRefused(facts: CaseFacts, wanted: Required<Modification>, context: CaseContext): Refused | null {
  const { type, reason, amount } = wanted;
  if (!isReasonCode(reason)) return { code: 'REASON_UNKNOWN', field: 'reason' };
  const same = type === facts.type && reason === facts.reason && amount === facts.amount;
  if (same) return { code: 'NOTHING_CHANGED' };
  return typeRefused(facts, type, context) ?? amountRefused(amount, facts.maxAmount);
}

/** A11: money instead of the goods: at once where the branch has yet to send them, else for the goods that are on their way. */
const moneyInstead = (facts: CaseFacts, context: CaseContext): Draft =>
  facts.state === 'AWAIT_RESHIP'
    ? refunding(facts, context, { amount: agreedAmount(facts) })
    : { to: facts.state, patch: { type: 'RR', approvedAmount: agreedAmount(facts) } };

export const buyerDeciders: Deciders<'modify' | 'changeIntent' | 'escalate' | 'withdraw'> = {
  modify: (facts, { type = facts.type, reason = facts.reason, amount = facts.amount }, context) => {
    const wanted = { type, reason, amount };
    return modificationRefused(facts, wanted, context) ?? { to: 'APPLIED', patch: { ...wanted, approvedAmount: null } };
  },

  changeIntent: (facts, _action, context) => moneyInstead(facts, context),

  escalate: (_facts, { reason }) =>
    isBlank(reason)
      ? { code: 'REASON_REQUIRED', field: 'reason' }
      : { to: 'DISPUTED', patch: { proposal: null, cameFrom: null } },

  withdraw: (facts, _action, context) => closed(facts, context, 'WITHDRAWN'),
};
