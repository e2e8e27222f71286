import type { CaseContext } from '../context.js';
import type { CaseFacts, Counts, Fen } from '../facts.js';
import type { ReasonCode } from '../reasons.js';
import type { Transition } from '../result.js';
import type { CaseType } from '../vocabulary.js';
import { clockOnEntry } from './clocks.js';

/** An application that `checkApplication` found eligible; amounts in fen. */
export interface NewCase {
  readonly type: CaseType;
  readonly reason: ReasonCode;
  readonly amount: Fen;
  /** What may be refunded at most, as the eligibility check answered it. */
  readonly maxAmount: Fen;
  /** As the eligibility check answered it. */
  readonly feeFree: boolean;
}

export interface OpenedCase {
  readonly facts: CaseFacts;
  /** For the first event of the case. */
  readonly transition: Transition<null>;
}

/** The counts of a case that has just been applied for. */
export const uncounted: Counts = { modify: 0, askInfo: 0, propose: 0, decline: 0, changeLogistics: 0, escalate: 0, sendBack: 0 };

const fresh = {
  state: 'APPLIED',
  approvedAmount: null,
  shippedAt: null,
  deliveredAt: null,
  receivedAt: null,
  shippedBackAt: null,
  pickup: null,
  reshipSince: null,
  dispatchedAt: null,
  buyerReceivedAt: null,
  refundDecidedAt: null,
  endedAt: null,
  keepsItem: false,
  goodsHeldBy: 'buyer',
  proposal: null,
  cameFrom: null,
  counts: uncounted,
  pauses: { respond: null, inspect: null, reship: null },
  feeKept: 0,
  payoutAttempts: 0,
  payoutFailed: false,
  liability: null,
  outcome: null,
  deadline: null,
} as const satisfies Partial<CaseFacts>;

/** A3: `apply`, by the buyer, or by staff for a buyer. Eligibility was decided before; this starts the case and its first clock. */
export function openCase(application: NewCase, actor: 'buyer' | 'branch', context: CaseContext): OpenedCase {
  const applied: CaseFacts = { ...fresh, ...application, appliedAt: context.now };
  const { deadline, reminders } = clockOnEntry.APPLIED(applied, context);
  const facts = { type: application.type, state: null, verb: 'apply', actor, to: 'APPLIED' };
  const trace = [{ rule: 'lifecycle', passes: true, facts }];
  const transition: Transition<null> = {
    ok: true,
    verb: 'apply',
    actor,
    from: null,
    to: 'APPLIED',
    patch: {},
    deadline,
    reminders,
    effects: [],
    trace,
    overruled: [],
  };
  return { facts: { ...applied, deadline }, transition };
}
