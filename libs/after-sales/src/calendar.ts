import type { Instant } from './facts.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'iso8601', hourCycle: 'h23', ...numeric });
  formats.set(timeZone, format);
  return format;
}

const whole = (at: Instant): number => Math.floor(at / 1000) * 1000;

/** By how much the wall clock of a zone, written as if it were UTC, is ahead of an instant. */
function readOffset(at: Instant, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const clock = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return clock - whole(at);
}

const MINUTE = HOUR / 60;
/** From here on clocks of all zones change at whole minutes of UTC only, so that what was read once holds for its minute. */
const SETTLED = Date.UTC(1973, 0, 1);
const KEPT = 20_000;
const offsets = new Map<string, Map<number, number>>();

/** Reading a clock takes microseconds, and a window of days reads a dozen. */
function offsetAt(at: Instant, timeZone: string): number {
  if (at < SETTLED) return readOffset(at, timeZone);
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  const minute = Math.floor(at / MINUTE);
  const offset = known.get(minute) ?? readOffset(at, timeZone);
  if (known.size >= KEPT) known.clear();
  known.set(minute, offset);
  offsets.set(timeZone, known);
  return offset;
}

/** The wall clock of a zone at an instant, written as if it were UTC; whole seconds. */
const wallClock = (at: Instant, timeZone: string): number => whole(at) + offsetAt(at, timeZone);

/** Days on which a branch is closed, by name: 2026-10-01. */
export type ClosedDays = ReadonlySet<string>;

const nameOf = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** Midnight (as if UTC) of the calendar day a zone has at an instant. */
export const dayOf = (at: Instant, timeZone: string): number => Math.floor(wallClock(at, timeZone) / DAY) * DAY;

/**
 * The first instant of a calendar day (midnight as if UTC) in a zone. Both offsets around it are tried: where the clocks jump over
 * midnight, or a whole day is skipped, the day begins at the jump.
 */
function startOfDay(day: number, timeZone: string): Instant {
  const candidates = [day - DAY, day + DAY].map((near) => day - offsetAt(near, timeZone));
  return Math.min(...candidates.filter((at) => dayOf(at, timeZone) >= day));
}

/**
 * A4: the end (exclusive) of a window of days that are counted from the day after an event, in the branch's time zone: the
 * midnight that follows its last day. Exact where clocks change.
 * @param at the event, UTC epoch ms
 * @param days whole days, from 0 (the window ends with the event's own day)
 * @param timeZone an IANA name
 * @throws RangeError for a zone that does not exist
 */
export const endOfWindow = (at: Instant, days: number, timeZone: string): Instant =>
  startOfDay(dayOf(at, timeZone) + (days + 1) * DAY, timeZone);

/** The first instant of a day by its name in a zone. */
export const beginningOf = (day: string, timeZone: string): Instant => startOfDay(Date.parse(`${day}T00:00:00Z`), timeZone);

/** The stretches from an instant on, day by day in a zone, with whether the branch is closed. */
function* stretches(from: Instant, closed: ClosedDays, timeZone: string) {
  for (let [at, day] = [from, dayOf(from, timeZone)]; ; day += DAY) {
    const end = startOfDay(day + DAY, timeZone);
    yield { at, end, isClosed: closed.has(nameOf(day)) };
    at = end;
  }
}

/**
 * A13: the instant at which so much open time (ms) has gone by since an instant. A year of closed days is no calendar: beyond it time
 * goes by as usual, so that no clock can stop.
 */
export function afterOpenTime(from: Instant, ms: number, closed: ClosedDays, timeZone: string): Instant {
  if (closed.size === 0) return from + ms;
  let left = ms;
  for (const { at, end, isClosed } of stretches(from, closed, timeZone)) {
    if (at - from > 366 * DAY) return at + left;
    if (isClosed) continue;
    if (at + left <= end) return at + left;
    left -= end - at;
  }
  return from + ms;
}

/** How much open time (ms) lies between two instants. */
export function openTimeBetween(from: Instant, until: Instant, closed: ClosedDays, timeZone: string): number {
  if (closed.size === 0 || until <= from) return Math.max(0, until - from);
  let open = 0;
  for (const { at, end, isClosed } of stretches(from, closed, timeZone)) {
    if (at >= until) return open;
    if (!isClosed) open += Math.min(end, until) - at;
  }
  return open;
}

/** The end of a window whose days are counted from the day after an event, closed ones left out; at most a year of those. */
export function endOfOpenWindow(at: Instant, days: number, closed: ClosedDays, timeZone: string): Instant {
  let [day, left] = [dayOf(at, timeZone), days];
  for (let skipped = 0; left > 0; day += DAY) {
    const isClosed = skipped < 366 && closed.has(nameOf(day + DAY));
    if (isClosed) skipped += 1;
    else left -= 1;
  }
  return startOfDay(day + DAY, timeZone);
}

/** A13: where a deadline goes once other days are closed, from a moment on: as much open time is left before it as there was. */
export const withDaysClosed = (
  deadline: Instant,
  from: Instant,
  { before, after }: { readonly before: ClosedDays; readonly after: ClosedDays },
  timeZone: string,
): Instant => afterOpenTime(from, openTimeBetween(from, deadline, before, timeZone), after, timeZone);

/** The first midnight of a zone at or after an instant. */
export const midnightFrom = (at: Instant, timeZone: string): Instant => endOfWindow(at - 1, 0, timeZone);
