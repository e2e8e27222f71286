import type { CaseContext } from '../context.js';
import type { CaseFacts, Proposal } from '../facts.js';
import { goodsToBeSent } from '../lifecycle/guards.js';
import type { Refused } from '../result.js';
import { agreedAmount, amountRefused, isBlank, refunding, type Deciders, type Draft } from './draft.js';

/** A return that was agreed: goods that are under way or at the branch already need no second parcel. */
const awaitGoods = (facts: CaseFacts, patch: Draft['patch']): Draft => ({
  to: goodsToBeSent(facts) ? 'AWAIT_RETURN' : 'AWAIT_RECEIPT',
  patch: { ...patch, proposal: null, cameFrom: null },
});

/** A6: what was asked for is agreed. */
export const approved = (facts: CaseFacts, context: CaseContext): Draft =>
  facts.type === 'RO' ? refunding(facts, context, { amount: facts.amount }) : awaitGoods(facts, { approvedAmount: facts.amount });

/** Back to where a proposal was made, as if it had not been. */
export const cameBack = (facts: CaseFacts): Draft => ({
  to: facts.cameFrom ?? 'APPLIED',
  patch: { proposal: null, cameFrom: null },
});

function accepted(facts: CaseFacts, proposal: Proposal, context: CaseContext): Draft {
  const { resolution, amount } = proposal;
  if (resolution === 'returnRefund') return awaitGoods(facts, { approvedAmount: amount });
  // Goods that came back were sold and returned whole; what is withheld for their condition is a deduction.
  const gross = facts.cameFrom === 'AWAIT_RECEIPT' ? agreedAmount(facts) : amount;
  return refunding(facts, context, { amount, gross, patch: { cameFrom: null } });
}

const proposalRefused = (facts: CaseFacts, { resolution, amount }: Proposal): Refused | null => {
  const needsGoods = resolution === 'returnRefund' && (facts.type === 'RO' || facts.state === 'AWAIT_RECEIPT');
  return needsGoods ? { code: 'RESOLUTION_NOT_POSSIBLE', field: 'resolution' } : amountRefused(amount, agreedAmount(facts));
};

type ReviewVerb = 'approve' | 'reject' | 'askInfo' | 'propose' | 'supplyInfo' | 'accept' | 'decline';

export const reviewDeciders: Deciders<ReviewVerb> = {
  approve: (facts, _action, context) => approved(facts, context),

  reject: (_facts, { reason }) => (isBlank(reason) ? { code: 'REASON_REQUIRED', field: 'reason' } : { to: 'REJECTED' }),

  askInfo: (_facts, { question }) => (isBlank(question) ? { code: 'QUESTION_REQUIRED', field: 'question' } : { to: 'NEED_INFO' }),

  supplyInfo: (_facts, { answer }) => (isBlank(answer) ? { code: 'ANSWER_REQUIRED', field: 'answer' } : { to: 'APPLIED' }),

  propose: (facts, { resolution, amount, reason }, { now }) => {
    if (isBlank(reason)) return { code: 'REASON_REQUIRED', field: 'reason' };
    const refused = proposalRefused(facts, { resolution, amount });
    if (refused) return refused;
    const proposal = { resolution, amount };
    if (facts.state !== 'AWAIT_RECEIPT') return { to: 'AWAIT_CONSENT', patch: { proposal, cameFrom: 'APPLIED' } };
    // Who proposes a deduction has the goods in hand, whatever the carrier reported.
    const inHand = { goodsHeldBy: 'branch', receivedAt: facts.receivedAt ?? now } as const;
    return { to: 'AWAIT_CONSENT', patch: { proposal, cameFrom: 'AWAIT_RECEIPT', ...inHand } };
  },

  accept: (facts, _action, context) => (facts.proposal ? accepted(facts, facts.proposal, context) : { code: 'WRONG_STATE' }),

  decline: (facts) => {
    const draft = cameBack(facts);
    return { ...draft, patch: { ...draft.patch, counts: { ...facts.counts, decline: facts.counts.decline + 1 } } };
  },
};
