import { afterOpenTime, DAY, endOfOpenWindow, endOfWindow, HOUR, openTimeBetween, type ClosedDays } from '../calendar.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Deadline, Instant, Pauses, Reminder } from '../facts.js';
import type { ClockField } from '../rules.js';
import { shippingTypes, type CaseState, type ClockOutcome } from '../vocabulary.js';

export interface Clock {
  readonly deadline: Deadline | null;
  readonly reminders: readonly Reminder[];
}

/** A clock that runs. */
interface Running extends Clock {
  readonly deadline: Deadline;
}

type Entry = (facts: CaseFacts, context: CaseContext) => Clock;

const stopped: Clock = { deadline: null, reminders: [] };

const clock = (at: Instant, outcome: ClockOutcome, field: ClockField, reminders: readonly Reminder[] = []): Running => ({
  deadline: { at, outcome, field, legalCeiling: outcome === 'receive' || outcome === 'alert' },
  reminders,
});

const none: ClosedDays = new Set();

/** What was left of the branch's clock, but never less than the rules grant after a pause. */
const resumed = (left: number, { now, rules, timeZone, closedDays = none }: CaseContext): Instant =>
  afterOpenTime(now, Math.max(left, rules.resumeHours * HOUR), closedDays, timeZone);

/** Closed days do not count: they are no time to answer in. */
const respond: Entry = ({ pauses }, context) => {
  const { now, rules, timeZone, closedDays = none } = context;
  const whole = rules.respondHours * HOUR;
  const at = pauses.respond === null ? afterOpenTime(now, whole, closedDays, timeZone) : resumed(pauses.respond, context);
  return clock(at, 'approve', 'respondHours');
};

/** The branch has until the end of the days after `from` (delivery, or the goods' coming into its hands again). */
export function inspectionFrom(from: Instant, context: CaseContext): Running {
  const { rules, timeZone, closedDays = none } = context;
  const open = endOfOpenWindow(from, rules.inspectDays, closedDays, timeZone);
  return clock(Math.min(open, inspectionLatest(from, context)), 'receive', 'inspectDays');
}

/** The day on which the refund is due knows no closed days, and was promised before the time to inspect was set. */
export const inspectionLatest = (from: Instant, { rules, timeZone }: CaseContext): Instant =>
  endOfWindow(from, rules.refundDueDays, timeZone);

/** An inspection that goes on: closed days may put it off as far as the law's own day, and not beyond. */
function inspectionResumed(left: number, { receivedAt }: CaseFacts, context: CaseContext): Running {
  const { now, rules } = context;
  const plain = now + Math.max(left, rules.resumeHours * HOUR);
  const latest = Math.max(plain, inspectionLatest(receivedAt ?? now, context));
  return clock(Math.min(resumed(left, context), latest), 'receive', 'inspectDays');
}

/** The branch's time to send what it owes leaves closed days out; the buyer may have money instead after `reshipHours` all the same. */
const reship: Entry = ({ pauses, reshipSince }, context) => {
  const { now, rules, timeZone, closedDays = none } = context;
  const since = reshipSince ?? now;
  const due = since + rules.reshipHours * HOUR;
  const whole = rules.reshipFailDays * DAY;
  const at = pauses.reship === null ? afterOpenTime(since, whole, closedDays, timeZone) : resumed(pauses.reship, context);
  return clock(at, 'refund', 'reshipFailDays', due > now && due < at ? [{ at: due, kind: 'reshipDue' }] : []);
};

/** A10: the buyer has until the end of the days after delivery to say that something is wrong. */
export const confirmationFrom = (from: Instant, { rules, timeZone }: CaseContext): Running =>
  clock(endOfWindow(from, rules.autoConfirmDays, timeZone), 'confirm', 'autoConfirmDays');

/** A8: silence of a carrier that goes on for `staleDays` from its last word is an alert. */
const staleFrom = (since: Instant, { rules }: CaseContext): Reminder => ({
  at: since + rules.staleDays * DAY,
  kind: 'parcelStale',
});

/** A parcel sets out, or is another one than was said: its silence counts from now, as far as the clock lets it last. */
export const silenceFrom = (since: Instant, deadline: Instant, context: CaseContext): readonly Reminder[] =>
  [staleFrom(since, context)].filter(({ at }) => at < deadline);

/** A parcel on its way: no delivery, and HQ decides; no word of it, and the branch is alerted before. */
const onItsWay: Entry = (_facts, context) => {
  const { now, rules } = context;
  const at = now + rules.noDeliveryDays * DAY;
  return clock(at, 'dispute', 'noDeliveryDays', silenceFrom(now, at, context));
};

/** A8: the reminders of a case after its carrier's last word at an instant; the parcel is on its way and its case waits for it. */
export const remindersAfterNews = (
  { deadline }: Pick<CaseFacts, 'deadline'>,
  reminders: readonly Reminder[],
  lastWordAt: Instant,
  context: CaseContext,
): readonly Reminder[] => [
  ...reminders.filter(({ kind }) => kind !== 'parcelStale'),
  ...(deadline ? silenceFrom(lastWordAt, deadline.at, context) : []),
];

const receipt: Entry = (facts, context) => {
  const { pauses, goodsHeldBy } = facts;
  if (pauses.inspect !== null) return inspectionResumed(pauses.inspect, facts, context);
  if (goodsHeldBy === 'branch') return inspectionFrom(context.now, context);
  return onItsWay(facts, context);
};

const dispute: Entry = (_facts, { now, rules }) =>
  clock(now + rules.disputeDefaultDays * DAY, 'forBuyer', 'disputeDefaultDays', [
    { at: now + rules.disputeDays * DAY, kind: 'disputeOpen' },
  ]);

/**
 * A16: when the refund is due: the end of `refundDueDays` after receipt of the goods, or after the decision where none came
 * back or money was not what they came back for; null before there is a decision.
 */
export function refundDueAt({ type, receivedAt, refundDecidedAt }: CaseFacts, { rules, timeZone }: CaseContext): Instant | null {
  if (refundDecidedAt === null) return null;
  const from = shippingTypes.includes(type) ? refundDecidedAt : (receivedAt ?? refundDecidedAt);
  return endOfWindow(from, rules.refundDueDays, timeZone);
}

/** The first alert at or after now; from the due moment on, one a day. */
const alertAt = (dueAt: Instant, now: Instant): Instant => (dueAt >= now ? dueAt : dueAt + Math.ceil((now - dueAt) / DAY) * DAY);

/** The alert that follows the one just given: money never ends by a clock, so it goes on daily. */
export const nextAlert = (dueAt: Instant, now: Instant): Deadline =>
  clock(alertAt(dueAt, now + 1), 'alert', 'refundDueDays').deadline;

const refund: Entry = (facts, context) => {
  const dueAt = refundDueAt(facts, context) ?? context.now;
  const soon: Reminder = { at: dueAt - DAY, kind: 'refundDueSoon' };
  return clock(Math.max(dueAt, context.now), 'alert', 'refundDueDays', soon.at > context.now ? [soon] : []);
};

const closingFields = ['infoDays', 'reconsiderDays', 'shipDays'] as const satisfies readonly ClockField[];
type ClosingField = (typeof closingFields)[number];

/**
 * A12: a buyer who lets a clock run out closes the case, but a case never closes while the branch holds the goods: that is HQ's. A9: what
 * was asked at an inspection and stays unanswered is the branch's to decide again.
 */
function closing(field: ClosingField, facts: CaseFacts): ClockOutcome {
  if (facts.goodsHeldBy !== 'branch') return 'close';
  return field === 'infoDays' && askedAtInspection(facts) ? 'comeBack' : 'dispute';
}

/** A9: the inspection waits for what the buyer was asked; it goes on as long as the goods are there. */
export const askedAtInspection = ({ cameFrom, goodsHeldBy }: Pick<CaseFacts, 'cameFrom' | 'goodsHeldBy'>): boolean =>
  cameFrom === 'AWAIT_RECEIPT' && goodsHeldBy === 'branch';

const buyerDays =
  (field: ClosingField): Entry =>
  (facts, { now, rules }) =>
    clock(now + rules[field] * DAY, closing(field, facts), field);

const isClosing = (field: ClockField): field is ClosingField => (closingFields as readonly ClockField[]).includes(field);

/** The same deadline after a step that moved the goods: where it may close the case, it must know where they are. */
export function afterStep(deadline: Deadline, facts: CaseFacts): Deadline {
  const outcome = isClosing(deadline.field) ? closing(deadline.field, facts) : deadline.outcome;
  return outcome === deadline.outcome ? deadline : { ...deadline, outcome };
}

/** The clock that starts when a case comes into a state; the facts are those after the move. */
export const clockOnEntry: Readonly<Record<CaseState, Entry>> = {
  APPLIED: respond,
  NEED_INFO: buyerDays('infoDays'),
  AWAIT_CONSENT: (_facts, { now, rules }) => clock(now + rules.consentHours * HOUR, 'comeBack', 'consentHours'),
  REJECTED: buyerDays('reconsiderDays'),
  AWAIT_RETURN: buyerDays('shipDays'),
  AWAIT_RECEIPT: receipt,
  RECEIPT_REFUSED: (facts, context) => ({
    ...buyerDays('reconsiderDays')(facts, context),
    reminders: [{ at: context.now, kind: 'receiptRefused' }],
  }),
  AWAIT_RESHIP: reship,
  AWAIT_BUYER_RECEIPT: onItsWay,
  REFUNDING: refund,
  DISPUTED: dispute,
  REFUNDED: () => stopped,
  CLOSED: () => stopped,
  DONE: () => stopped,
};

const buyerStates: ReadonlySet<CaseState> = new Set<CaseState>(['NEED_INFO', 'AWAIT_CONSENT', 'REJECTED', 'AWAIT_RETURN']);

/** The branch's clock stands still because the buyer has the case, and may go on. */
export const isPaused = ({ state, pauses }: Pick<CaseFacts, 'state' | 'pauses'>): boolean =>
  buyerStates.has(state) && Object.values(pauses).some((left) => left !== null);

const openLeft = ({ at }: Deadline, { now, timeZone, closedDays = none }: CaseContext): number =>
  openTimeBetween(now, at, closedDays, timeZone);

/** Where the buyer has the case, and the inspection waits. */
const inspectionWaits: ReadonlySet<CaseState> = new Set<CaseState>(['AWAIT_CONSENT', 'NEED_INFO']);

/** What is left of the inspection; without a delivered event the branch's own step now counts as receipt. */
function inspectionLeft({ deadline }: CaseFacts, context: CaseContext): number {
  const running = deadline?.outcome === 'receive' ? deadline : inspectionFrom(context.now, context).deadline;
  return openLeft(running, context);
}

/** A13: the branch's clocks after a move: kept while the buyer has the case, spent once running again, void once HQ has it. */
export function pausesAfter(facts: CaseFacts, to: CaseState, context: CaseContext): Pauses {
  const { state, deadline, pauses } = facts;
  if (to === 'DISPUTED') return { respond: null, inspect: null, reship: null };
  if (state === 'APPLIED' && deadline && buyerStates.has(to)) return { ...pauses, respond: openLeft(deadline, context) };
  if (state === 'AWAIT_RECEIPT') return { ...pauses, inspect: inspectionWaits.has(to) ? inspectionLeft(facts, context) : null };
  // Goods that went back meanwhile are inspected anew, if they come again.
  if (state === 'NEED_INFO' && to === 'APPLIED') return { ...pauses, inspect: null };
  if (state === 'AWAIT_RESHIP')
    return { ...pauses, reship: to === 'AWAIT_CONSENT' && deadline ? openLeft(deadline, context) : null };
  return pauses;
}

/** A clock that runs again is no longer paused. */
export const pausesInside = (pauses: Pauses, to: CaseState): Pauses => ({
  respond: to === 'APPLIED' ? null : pauses.respond,
  inspect: to === 'AWAIT_RECEIPT' ? null : pauses.inspect,
  reship: to === 'AWAIT_RESHIP' ? null : pauses.reship,
});

/** Since when a parcel is owed: from the first entry on, whatever is proposed meanwhile. */
export function reshipSinceAfter(facts: CaseFacts, to: CaseState, { now }: CaseContext): Instant | null {
  if (to === 'AWAIT_RESHIP') return facts.cameFrom === 'AWAIT_RESHIP' ? facts.reshipSince : now;
  return to === 'AWAIT_CONSENT' ? facts.reshipSince : null;
}
