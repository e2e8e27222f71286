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

/** The wall clock of a zone at an instant, written as if it were UTC; whole seconds. */
function wallClock(at: Instant, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
}

const offsetAt = (at: Instant, timeZone: string): number => wallClock(at, timeZone) - Math.floor(at / 1000) * 1000;

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
