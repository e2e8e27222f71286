import type { Entry, Period } from './entry.js';

const formats = new Map<string, Intl.DateTimeFormat>();

const inFigures = { calendar: 'iso8601', year: 'numeric', month: '2-digit', day: '2-digit' } as const;

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, ...inFigures });
  formats.set(timeZone, format);
  return format;
}

function dateOf(instant: number, timeZone: string): { readonly period: Period; readonly day: number } {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const period = `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}`;
  return { period, day: Number(parts.get('day')) };
}

/**
 * M2: the accounting month of an instant (UTC epoch ms) where the books are kept.
 * @throws RangeError for a zone that does not exist
 */
export const periodOf = (instant: number, timeZone: string): Period => dateOf(instant, timeZone).period;

/** The last day of the longest month. */
const LAST_DAY = 31;

/**
 * M2: the day of an accounting month, 1 to 31, to which what is posted at an instant (UTC epoch ms) counts, so that two months can be
 * compared by the same days of each: once the month is over 31, before it has begun 1.
 * @throws RangeError for a zone that does not exist
 */
export function dayIn(month: Period, postedAt: number, timeZone: string): number {
  const { period, day } = dateOf(postedAt, timeZone);
  if (period === month) return day;
  return period > month ? LAST_DAY : 1;
}

/** The month after, `2026-12` → `2027-01`. */
export function monthAfter(month: Period): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`;
}

/** A month where it is another than `own`. */
export const otherMonth = (month: Period | null, own: Period): Period | null => (month === own ? null : month);

/**
 * M3: where an entry goes in books that are closed up to a month: into its own month while that is open, else into the first open
 * one, with a reference to the month it belongs to.
 * @param closedThrough the last closed month; null: none is
 */
export function landed(entry: Entry, closedThrough: Period | null): Entry {
  if (closedThrough === null || entry.period > closedThrough) return entry;
  const period = monthAfter(closedThrough);
  return { ...entry, period, causePeriod: otherMonth(entry.causePeriod ?? entry.period, period) };
}
