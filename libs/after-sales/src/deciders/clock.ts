import { DAY } from '../calendar.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import type { FaultClock } from '../liability/finding.js';
import { nextAlert, refundDueAt } from '../lifecycle/clocks.js';
import { recounted } from '../lifecycle/recount.js';
import type { ClockOutcome } from '../vocabulary.js';
import { decidedForBuyer } from './dispute.js';
import { agreedAmount, closed, refunding, type Deciders, type Draft } from './draft.js';
import { received } from './parcel.js';
import { confirmed } from './replacement.js';
import { approved, cameBack } from './review.js';

/** A deadline is moved for a holiday or a storm, not for good: a year typed wrong is refused. */
export const MAX_EXTENSION_DAYS = 90;

const tooSlow = (lapsed: FaultClock, draft: Draft): Draft => ({ ...draft, fault: { lapsed } });

function alerted(facts: CaseFacts, context: CaseContext): Draft {
  const dueAt = refundDueAt(facts, context) ?? context.now;
  return { to: 'REFUNDING', effects: [{ kind: 'refundAlert', dueAt }], deadline: nextAlert(dueAt, context.now) };
}

/** A13: what a clock does when it runs out. */
const outcomes: Readonly<Record<ClockOutcome, (facts: CaseFacts, context: CaseContext) => Draft>> = {
  approve: (facts, context) => tooSlow('respondHours', approved(facts, context)),
  receive: (facts, context) => tooSlow('inspectDays', received(facts, context)),
  refund: (facts, context) => tooSlow('reshipFailDays', refunding(facts, context, { amount: agreedAmount(facts) })),
  confirm: (facts, context) => confirmed(facts, context, 'AUTO_CONFIRMED'),
  close: (facts, context) => closed(facts, context, 'BUYER_TIMEOUT'),
  comeBack: cameBack,
  dispute: () => ({ to: 'DISPUTED' }),
  forBuyer: (facts, context) => tooSlow('disputeDefaultDays', decidedForBuyer(facts, context)),
  alert: alerted,
};

export const clockDeciders: Deciders<'extend' | 'recount' | 'timeout'> = {
  extend: ({ state, deadline }, { until }, { now }) => {
    if (!deadline || until <= deadline.at) return { code: 'NOT_LATER', field: 'until', ...(deadline && { at: deadline.at }) };
    const latest = now + MAX_EXTENSION_DAYS * DAY;
    if (until > latest) return { code: 'TOO_LATE', field: 'until', at: latest };
    return { to: state, deadline: { ...deadline, at: until } };
  },

  recount: (facts, change, context) => {
    const deadline = recounted(facts, change, context);
    return deadline ? { to: facts.state, deadline } : { code: 'NOTHING_CHANGED' };
  },

  timeout: (facts, _action, context) =>
    facts.deadline ? outcomes[facts.deadline.outcome](facts, context) : { code: 'WRONG_STATE' },
};
