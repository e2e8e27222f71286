import {
  afterOpenTime,
  DAY,
  endOfOpenWindow,
  endOfWindow,
  HOUR,
  midnightFrom,
  withDaysClosed,
  type ClosedDays,
} from '../calendar.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Deadline, Instant } from '../facts.js';
import { inspectionLatest } from './clocks.js';

/** How a branch's calendar has changed: its closed days by their names, before and after, and the moment. */
export interface CalendarChange {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** UTC epoch ms. */
  readonly since: Instant;
}

const none: ClosedDays = new Set();

/** The clocks that count open time, each with its whole length from now on, as people are told it. */
const wholeFromNow = {
  respondHours: ({ now, rules, timeZone, closedDays = none }: CaseContext) =>
    afterOpenTime(now, rules.respondHours * HOUR, closedDays, timeZone),
  inspectDays: ({ now, rules, timeZone, closedDays = none }: CaseContext) =>
    endOfOpenWindow(now, rules.inspectDays, closedDays, timeZone),
  reshipFailDays: ({ now, rules, timeZone, closedDays = none }: CaseContext) =>
    afterOpenTime(now, rules.reshipFailDays * DAY, closedDays, timeZone),
} as const satisfies Partial<Record<Deadline['field'], (context: CaseContext) => Instant>>;

type OpenField = keyof typeof wholeFromNow;
const countsOpenDays = (field: Deadline['field']): field is OpenField => field in wholeFromNow;

/** Whether closed days move the clock that runs: the branch's own, to answer, to inspect and to send what it owes. */
export const countsOpenTime = ({ deadline }: Pick<CaseFacts, 'deadline'>): boolean =>
  deadline !== null && countsOpenDays(deadline.field);

/** Days to inspect are counted from the one after receipt. */
const countedFrom = ({ state, receivedAt }: CaseFacts, timeZone: string): Instant =>
  state === 'AWAIT_RECEIPT' && receivedAt !== null ? endOfWindow(receivedAt, 0, timeZone) : 0;

/**
 * An inspection ends with a day, and never later than the law's own day for the refund unless it did before. What the law cut off is
 * not kept, so a day that opens leaves a deadline where the law holds it: closing a day and opening it again costs the branch nothing.
 */
function inspectionAt(at: Instant, deadline: Deadline, { receivedAt }: CaseFacts, context: CaseContext): Instant {
  const { timeZone, now } = context;
  const lawful = inspectionLatest(receivedAt ?? now, context);
  if (at < deadline.at && deadline.at >= lawful) return deadline.at;
  const endsWithDay = midnightFrom(deadline.at, timeZone) === deadline.at;
  return Math.min(endsWithDay ? midnightFrom(at, timeZone) : at, Math.max(deadline.at, lawful));
}

/**
 * A13: a deadline that runs, counted anew after a change of the calendar of closed days; null where it stays. Pure.
 *
 * As much open time is left as there was at the change. A day that opens again brings a deadline forward, but never to before the whole
 * time that people were told (`respondHours`, `inspectDays`, `reshipFailDays`), counted from now: nobody who planned by the later date
 * has less than a case that begins now. The buyer's clocks, HQ's and the law's count every day and are never moved by it.
 * @param context whose own closed days are not looked at: later changes have their own turn
 */
export function recounted(facts: CaseFacts, change: CalendarChange, context: CaseContext): Deadline | null {
  const { deadline } = facts;
  if (!deadline || !countsOpenDays(deadline.field)) return null;
  const [before, after] = [new Set(change.before), new Set(change.after)];
  const { timeZone } = context;
  const from = Math.max(change.since, countedFrom(facts, timeZone));
  const moved = withDaysClosed(deadline.at, from, { before, after }, timeZone);
  const whole = wholeFromNow[deadline.field]({ ...context, closedDays: after });
  const fair = moved < deadline.at ? Math.max(moved, Math.min(deadline.at, whole)) : moved;
  const at = deadline.field === 'inspectDays' ? inspectionAt(fair, deadline, facts, context) : fair;
  return at === deadline.at ? null : { ...deadline, at };
}
