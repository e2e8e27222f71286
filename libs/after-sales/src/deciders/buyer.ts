import type { Modification } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import { goodsToBeSent } from '../lifecycle/guards.js';
import { isReasonCode } from '../reasons.js';
import type { Refused } from '../result.js';
import { caseTypeKeys } from '../vocabulary.js';
import { amountRefused, closed, isBlank, type Deciders } from './draft.js';

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

export const buyerDeciders: Deciders<'modify' | 'escalate' | 'withdraw'> = {
  modify: (facts, { type = facts.type, reason = facts.reason, amount = facts.amount }, context) => {
    const wanted = { type, reason, amount };
    return modificationRefused(facts, wanted, context) ?? { to: 'APPLIED', patch: { ...wanted, approvedAmount: null } };
  },

  escalate: (_facts, { reason }) =>
    isBlank(reason)
      ? { code: 'REASON_REQUIRED', field: 'reason' }
      : { to: 'DISPUTED', patch: { proposal: null, cameFrom: null } },

  withdraw: (facts, _action, context) => closed(facts, context, 'WITHDRAWN'),
};
