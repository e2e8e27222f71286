import { agreedAmount, isBlank, type Deciders, type Draft } from './draft.js';
import type { CaseOutcome } from '../vocabulary.js';

const refunded = (outcome: CaseOutcome, now: number, effects: Draft['effects'] = []): Draft => ({
  to: 'REFUNDED',
  patch: { outcome, endedAt: now, payoutFailed: false },
  effects,
});

/** A16: the payout, apart from the decision. A failed attempt is data of REFUNDING, no state. */
export const moneyDeciders: Deciders<'paid' | 'payoutFailed' | 'retry' | 'manualVoucher'> = {
  paid: (facts, { reference }, { now }) =>
    isBlank(reference)
      ? { code: 'REFERENCE_REQUIRED', field: 'reference' }
      : refunded('REFUNDED', now, [{ kind: 'refundPaid', amount: agreedAmount(facts), reference }]),

  payoutFailed: (_facts, { detail }) =>
    isBlank(detail) ? { code: 'REASON_REQUIRED', field: 'detail' } : { to: 'REFUNDING', patch: { payoutFailed: true } },

  retry: (facts) => {
    const attempt = facts.payoutAttempts + 1;
    return {
      to: 'REFUNDING',
      patch: { payoutAttempts: attempt, payoutFailed: false },
      effects: [{ kind: 'payoutRequested', amount: agreedAmount(facts), attempt }],
    };
  },

  manualVoucher: (facts, { reference }, { now }) =>
    isBlank(reference)
      ? { code: 'REFERENCE_REQUIRED', field: 'reference' }
      : refunded('REFUNDED_BY_VOUCHER', now, [{ kind: 'manualVoucher', amount: agreedAmount(facts), reference }]),
};
