import { returnRouteFor } from '../approval/return-route.js';
import { returnlessFor } from '../approval/returnless.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Proposal, Resolution } from '../facts.js';
import { goodsToBeSent } from '../goods.js';
import { askedAtInspection } from '../lifecycle/clocks.js';
import type { Refused } from '../result.js';
import { returningTypes } from '../vocabulary.js';
import { agreedAmount, amountRefused, isBlank, refunding, type Deciders, type Draft } from './draft.js';

/** A return that was agreed: goods that are under way or at the branch already need no second parcel. */
const awaitGoods = (facts: CaseFacts, patch: Draft['patch']): Draft => ({
  to: goodsToBeSent(facts) ? 'AWAIT_RETURN' : 'AWAIT_RECEIPT',
  patch: { ...patch, proposal: null, cameFrom: null },
});

/** A1: the buyer keeps the item, and gets the money or another one. */
function approvedReturnless(facts: CaseFacts, context: CaseContext): Draft {
  const patch = { keepsItem: true, cameFrom: null } as const;
  return facts.type === 'RR' ? refunding(facts, context, { amount: facts.amount, patch }) : { to: 'AWAIT_RESHIP', patch };
}

/** A6: what was asked for is agreed; goods that are not worth sending back stay with the buyer. */
export function approved(facts: CaseFacts, context: CaseContext): Draft {
  const decision = returnlessFor(facts, context);
  const draft = decision?.keeps ? approvedReturnless(facts, context) : approvedWithGoods(facts, context);
  return decision ? { ...draft, trace: decision.trace } : draft;
}

function approvedWithGoods(facts: CaseFacts, context: CaseContext): Draft {
  if (facts.type === 'RO') return refunding(facts, context, { amount: facts.amount });
  if (facts.type === 'RS') return { to: 'AWAIT_RESHIP' };
  return awaitGoods(facts, facts.type === 'RR' ? { approvedAmount: facts.amount } : {});
}

/** Somebody wants the goods back although the rules would let the buyer keep them: he says why, and where to. */
function approvedForReturn(facts: CaseFacts, reason: string, context: CaseContext): Draft | Refused {
  if (isBlank(reason)) return { code: 'REASON_REQUIRED', field: 'returnReason' };
  const homeless = returnRouteFor(facts, context).address === null && returnlessFor(facts, context) !== null;
  if (homeless) return { code: 'RETURN_ADDRESS_REQUIRED', field: 'returnAddress' };
  return { ...approvedWithGoods(facts, context), trace: returnlessFor(facts, context)?.trace ?? [] };
}

/** Back to where a proposal was made, as if it had not been. */
export const cameBack = (facts: CaseFacts): Draft => ({
  to: facts.cameFrom ?? 'APPLIED',
  patch: { proposal: null, cameFrom: null },
});

function accepted(facts: CaseFacts, proposal: Proposal, context: CaseContext): Draft {
  const { resolution, amount } = proposal;
  // Goods that are sent back for money are no exchange and no repair any more.
  if (resolution === 'returnRefund') return awaitGoods(facts, { type: 'RR', approvedAmount: amount, feeFree: true });
  // Goods that came back were sold and returned whole; what is withheld for their condition is a deduction.
  const gross = facts.cameFrom === 'AWAIT_RECEIPT' ? agreedAmount(facts) : amount;
  const draft = refunding(facts, context, { amount, gross, patch: { cameFrom: null } });
  return { ...draft, fault: { damageConsented: facts.cameFrom === 'AWAIT_RECEIPT' && amount < gross } };
}

/** What may be proposed of a case: the money, and to send for the goods where they come back and have not. */
export const resolutionsFor = ({ type, state }: Pick<CaseFacts, 'type' | 'state'>): readonly Resolution[] =>
  returningTypes.includes(type) && state !== 'AWAIT_RECEIPT' ? ['refund', 'returnRefund'] : ['refund'];

const proposalRefused = (facts: CaseFacts, { resolution, amount }: Proposal): Refused | null =>
  resolutionsFor(facts).includes(resolution)
    ? amountRefused(amount, agreedAmount(facts))
    : { code: 'RESOLUTION_NOT_POSSIBLE', field: 'resolution' };

type ReviewVerb = 'approve' | 'reject' | 'askInfo' | 'propose' | 'supplyInfo' | 'accept' | 'decline';

export const reviewDeciders: Deciders<ReviewVerb> = {
  approve: (facts, { returnReason }, context) =>
    returnReason === undefined ? approved(facts, context) : approvedForReturn(facts, returnReason, context),

  reject: (_facts, { reason }) => (isBlank(reason) ? { code: 'REASON_REQUIRED', field: 'reason' } : { to: 'REJECTED' }),

  askInfo: ({ state }, { question }) => {
    if (isBlank(question)) return { code: 'QUESTION_REQUIRED', field: 'question' };
    return { to: 'NEED_INFO', patch: { cameFrom: state === 'AWAIT_RECEIPT' ? state : null } };
  },

  supplyInfo: (facts, { answer }) => {
    if (isBlank(answer)) return { code: 'ANSWER_REQUIRED', field: 'answer' };
    return { to: askedAtInspection(facts) ? 'AWAIT_RECEIPT' : 'APPLIED', patch: { cameFrom: null } };
  },

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
