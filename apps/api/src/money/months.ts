import { dayIn, periodOf } from '@headwater/ledger';
import { UnknownMonth } from './money.errors.js';

/** `2026-03`. @throws UnknownMonth */
export function checkMonth(month: string, field: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new UnknownMonth(month, field);
  return month;
}

/** The month before, `2026-01` → `2025-12`. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`;
}

/**
 * The last whole day of a month at an instant, in a zone; on its first day that one, as far as it is; null: the month is over.
 * @param month `YYYY-MM`
 */
export function lastWholeDay(month: string, now: number, timeZone: string): number | null {
  return month < periodOf(now, timeZone) ? null : Math.max(1, dayIn(month, now, timeZone) - 1);
}
