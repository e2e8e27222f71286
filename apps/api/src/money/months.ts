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

/** The wall clock of a zone, written as if it were UTC. */
function wallClock(at: number, timeZone: string): Date {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' });
  const text = format.format(at).replace(', ', 'T');
  return new Date(`${text}Z`);
}

/**
 * The instant that many days and hours into another month of a zone as `now` is into its own; a month that is too short ends first.
 * @param month `YYYY-MM`
 */
export function sameMomentIn(month: string, now: number, timeZone: string): number {
  const local = wallClock(now, timeZone);
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const isLonger = local.getUTCDate() > days;
  const [day, time] = isLonger ? [days + 1, 0] : [local.getUTCDate(), local.getTime() % 86_400_000];
  const wanted = Date.UTC(year, number - 1, day) + time;
  const offset = wallClock(wanted, timeZone).getTime() - wanted;
  return wanted - offset;
}
