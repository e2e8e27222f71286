import { toMs, wallClock, type Instant } from './zone';

const two = (n: number) => String(n).padStart(2, '0');

const DAY_MS = 86_400_000;

/** A calendar day as inputs of type `date` have it: `2026-03-12`; empty for none. */
export type Day = string;

export const isDay = (text: string): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The calendar day of an instant. */
export function dayOf(instant: Instant, zone: string): Day {
  const { year, month, day } = wallClock(instant, zone);
  return `${String(year)}-${two(month)}-${two(day)}`;
}

/** The instant at which the clocks of a zone show a time (`14:05`) of a day, whatever daylight saving does to it; in ISO 8601. */
export function instantAt(day: Day, time: string, zone: string): string {
  const utc = Date.parse(`${day}T${time}Z`);
  const offset = (at: number) => {
    const wall = wallClock(at, zone);
    return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second) - Math.floor(at / 1000) * 1000;
  };
  const guess = utc - offset(utc);
  return new Date(utc - offset(guess)).toISOString();
}

/** The instant at which a day begins. */
export const startOfDay = (day: Day, zone: string): string => instantAt(day, '00:00', zone);

/** The instant at which a day is over, that is, the next one begins: the open end of `[from, to)`. */
export function endOfDay(day: Day, zone: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return startOfDay(next, zone);
}

/** The last instant of a day: what applied, or will apply, when it was over. */
export const lastOfDay = (day: Day, zone: string): string => new Date(toMs(endOfDay(day, zone)) - 1).toISOString();
