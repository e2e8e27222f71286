import type { CaseAction, ActionVerb } from '../commands.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, CasePatch, Deadline, Fen, Reminder } from '../facts.js';
import type { FaultFacts } from '../liability/finding.js';
import type { CaseEffect, Refused, TraceEntry } from '../result.js';
import type { CaseOutcome, CaseState } from '../vocabulary.js';

/** What a verb wants to happen; counters, clocks and trace are the engine's. */
export interface Draft {
  readonly to: CaseState;
  readonly patch?: CasePatch;
  readonly effects?: readonly CaseEffect[];
  /** Only for steps within a state that move its deadline. */
  readonly deadline?: Deadline;
  /** Only for steps within a state: the notices on the way to it, anew. */
  readonly reminders?: readonly Reminder[];
  /** What the step shows of who did wrong; who is liable is judged from it. */
  readonly fault?: Partial<FaultFacts>;
  /** The rules it rests on beyond the table's. */
  readonly trace?: readonly TraceEntry[];
}

export type Decider<V extends ActionVerb> = (facts: CaseFacts, action: CaseAction<V>, context: CaseContext) => Draft | Refused;

export type Deciders<V extends ActionVerb> = { readonly [K in V]: Decider<K> };

export const isRefused = (drafted: Draft | Refused): drafted is Refused => 'code' in drafted;

export const isBlank = (text: string): boolean => text.trim() === '';

/** The whole amount, above 0, at most the given one; null where it is. */
export function amountRefused(amount: Fen, limit: Fen): Refused | null {
  if (!Number.isSafeInteger(amount) || amount <= 0) return { code: 'AMOUNT_INVALID', field: 'amount', limit };
  return amount > limit ? { code: 'AMOUNT_TOO_HIGH', field: 'amount', limit } : null;
}

/** Decides a refund: the decision and the first payout attempt. `gross` is refunded, `amount` of it paid (A16). */
export function refunding(
  facts: CaseFacts,
  { now }: CaseContext,
  { amount, gross = amount, patch = {} }: { readonly amount: Fen; readonly gross?: Fen; readonly patch?: CasePatch },
): Draft {
  const { goodsHeldBy } = { ...facts, ...patch };
  const deduction: CaseEffect[] = gross > amount ? [{ kind: 'deduction', amount: gross - amount }] : [];
  return {
    to: 'REFUNDING',
    patch: { ...patch, approvedAmount: amount, refundDecidedAt: now, payoutAttempts: 1, payoutFailed: false, proposal: null },
    effects: [
      { kind: 'refundDecided', amount: gross, goodsBack: goodsHeldBy === 'branch' },
      ...deduction,
      { kind: 'payoutRequested', amount, attempt: 1 },
    ],
  };
}

/** Ends a case without a refund; the return of goods that something was sent for was not in vain. */
export const closed = (facts: CaseFacts, { now }: CaseContext, outcome: CaseOutcome): Draft => ({
  to: 'CLOSED',
  patch: { outcome, endedAt: now, proposal: null },
  effects: facts.shippedAt === null || facts.dispatchedAt !== null ? [] : [{ kind: 'returnAbandoned' }],
});

/** What is refunded where nobody says otherwise. */
export const agreedAmount = ({ approvedAmount, amount }: CaseFacts): Fen => approvedAmount ?? amount;
