import type { Entry, Period } from './entry.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'iso8601', year: 'numeric', month: '2-digit' });
  formats.set(timeZone, format);
  return format;
}

/**
 * M2: the accounting month of an instant (UTC epoch ms) where the books are kept.
 * @throws RangeError for a zone that does not exist
 */
export function periodOf(instant: number, timeZone: string): Period {
  const parts = formatOf(timeZone).formatToParts(instant);
  const valueOf = (type: 'year' | 'month') => parts.find((part) => part.type === type)?.value ?? '';
  return `${valueOf('year').padStart(4, '0')}-${valueOf('month')}`;
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
