import type { Modification } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Fen } from '../facts.js';
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

type Wanted = Required<Modification> & Pick<CaseFacts, 'maxAmount'>;

/** Who asked for all that may be refunded asks for all of it still, though another reason makes it more or less. */
const amountStill = (facts: CaseFacts, maxAmount: Fen): Fen =>
  facts.amount === facts.maxAmount ? maxAmount : Math.min(facts.amount, maxAmount);

function modificationRefused(facts: CaseFacts, wanted: Wanted, context: CaseContext): Refused | null {
  const { type, reason, amount, maxAmount } = wanted;
  if (!isReasonCode(reason)) return { code: 'REASON_UNKNOWN', field: 'reason' };
  const same = type === facts.type && reason === facts.reason && amount === facts.amount;
  if (same) return { code: 'NOTHING_CHANGED' };
  return typeRefused(facts, type, context) ?? amountRefused(amount, maxAmount);
}

/** A11: money instead of the goods: at once where the branch has yet to send them, else for the goods that are on their way. */
const moneyInstead = (facts: CaseFacts, context: CaseContext): Draft =>
  facts.state === 'AWAIT_RESHIP'
    ? refunding(facts, context, { amount: agreedAmount(facts) })
    : { to: facts.state, patch: { type: 'RR', approvedAmount: agreedAmount(facts) } };

export const buyerDeciders: Deciders<'modify' | 'changeIntent' | 'escalate' | 'withdraw'> = {
  modify: (facts, { type = facts.type, reason = facts.reason, amount, maxAmount = facts.maxAmount }, context) => {
    const wanted = { type, reason, amount: amount ?? amountStill(facts, maxAmount), maxAmount };
    return modificationRefused(facts, wanted, context) ?? { to: 'APPLIED', patch: { ...wanted, approvedAmount: null } };
  },

  changeIntent: (facts, _action, context) => moneyInstead(facts, context),

  escalate: (_facts, { reason }) =>
    isBlank(reason)
      ? { code: 'REASON_REQUIRED', field: 'reason' }
      : { to: 'DISPUTED', patch: { proposal: null, cameFrom: null } },

  withdraw: (facts, _action, context) => closed(facts, context, 'WITHDRAWN'),
};
