import { refundDueAt, type CaseContext, type CaseFacts, type Reminder } from '@headwater/after-sales';
import type { AfterSalesCase, StoredFacts } from './case.entity.js';
import { amountRank, endedRank, queueRank } from './queue-rank.js';

/** What rows do not know that were written before goods went out to buyers. */
const neverSent = { keepsItem: false, pickup: null, reshipSince: null, dispatchedAt: null, buyerReceivedAt: null };
/** Nor any of a fee, so that there was none. */
const noFee = { feeFree: true, feeKept: 0 };
/** Nor of a judgement. */
const notJudged = { liability: null };
const notPaused = { reship: null };

/** A row in the words of libs/after-sales. */
export function factsOf(row: AfterSalesCase): CaseFacts {
  const { legalCeiling, pauses, ...stored } = row.facts;
  const { deadlineAt: at, deadlineOutcome: outcome, deadlineField: field } = row;
  return {
    ...neverSent,
    ...noFee,
    ...notJudged,
    ...stored,
    pauses: { ...notPaused, ...pauses },
    type: row.type,
    state: row.state,
    reason: row.reason,
    amount: row.requestedAmount,
    approvedAmount: row.approvedAmount,
    appliedAt: row.appliedAt,
    endedAt: row.endedAt,
    payoutFailed: row.payoutFailed,
    outcome: row.outcome,
    deadline: at !== null && outcome !== null && field !== null ? { at, outcome, field, legalCeiling } : null,
  };
}

function storedFacts(facts: CaseFacts): StoredFacts {
  const { maxAmount, shippedAt, deliveredAt, receivedAt, shippedBackAt, refundDecidedAt, goodsHeldBy, keepsItem } = facts;
  const { pickup, reshipSince, dispatchedAt, buyerReceivedAt } = facts;
  const { feeFree, feeKept, proposal, cameFrom, counts, pauses, payoutAttempts, liability, deadline } = facts;
  return {
    maxAmount,
    shippedAt,
    deliveredAt,
    receivedAt,
    shippedBackAt,
    pickup,
    reshipSince,
    dispatchedAt,
    buyerReceivedAt,
    refundDecidedAt,
    goodsHeldBy,
    keepsItem,
    feeFree,
    feeKept,
    proposal,
    cameFrom,
    counts,
    pauses,
    payoutAttempts,
    liability,
    legalCeiling: deadline?.legalCeiling ?? false,
  };
}

/** The instant people are shown as the deadline. */
function dueAt(facts: CaseFacts, context: CaseContext): number | null {
  if (facts.deadline === null) return null;
  return facts.deadline.outcome === 'alert' ? (refundDueAt(facts, context) ?? facts.deadline.at) : facts.deadline.at;
}

/** When the clock looks at a case next. */
export const wakeAt = (deadlineAt: number | null, reminders: readonly Reminder[]): number | null =>
  deadlineAt === null ? null : Math.min(deadlineAt, ...reminders.map(({ at }) => at));

/** Everything of a row that follows from the facts. */
export function columnsOf(facts: CaseFacts, reminders: readonly Reminder[], context: CaseContext) {
  const { deadline } = facts;
  const due = dueAt(facts, context);
  return {
    type: facts.type,
    state: facts.state,
    reason: facts.reason,
    requestedAmount: facts.amount,
    approvedAmount: facts.approvedAmount,
    amountAtRisk: facts.approvedAmount ?? facts.amount,
    amountRank: amountRank(facts.approvedAmount ?? facts.amount, facts.reason),
    deadlineAt: deadline?.at ?? null,
    deadlineOutcome: deadline?.outcome ?? null,
    deadlineField: deadline?.field ?? null,
    dueAt: due,
    queueRank: due === null ? endedRank(facts.endedAt ?? context.now) : queueRank(due, facts.reason),
    wakeAt: wakeAt(deadline?.at ?? null, reminders),
    reminders,
    facts: storedFacts(facts),
    payoutFailed: facts.payoutFailed,
    outcome: facts.outcome,
    appliedAt: facts.appliedAt,
    endedAt: facts.endedAt,
  };
}
