import type { Period } from './entry.js';

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
