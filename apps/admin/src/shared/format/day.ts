import { toMs, viewerZone, wallClock, type Instant } from './zone';

const two = (n: number) => String(n).padStart(2, '0');

const DAY_MS = 86_400_000;

/** A calendar day as inputs of type `date` have it: `2026-03-12`; empty for none. */
export type Day = string;

export const isDay = (text: string): text is Day => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The viewer's calendar day of an instant. */
export function dayOf(instant: Instant, zone = viewerZone()): Day {
  const { year, month, day } = wallClock(instant, zone);
  return `${String(year)}-${two(month)}-${two(day)}`;
}

/** UTC epoch ms at which a calendar day begins for the viewer, whatever daylight saving does to it. */
function beginMs(day: Day, zone: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const offset = (at: number) => {
    const wall = wallClock(at, zone);
    return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second) - Math.floor(at / 1000) * 1000;
  };
  const guess = utc - offset(utc);
  return utc - offset(guess);
}

/** The instant at which a day begins, in ISO 8601. */
export const startOfDay = (day: Day, zone = viewerZone()): string => new Date(beginMs(day, zone)).toISOString();

/** The instant at which a day is over, that is, the next one begins: the open end of `[from, to)`. */
export function endOfDay(day: Day, zone = viewerZone()): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return startOfDay(next, zone);
}

/** The last instant of a day: what applied, or will apply, when it was over. */
export const lastOfDay = (day: Day, zone = viewerZone()): string => new Date(toMs(endOfDay(day, zone)) - 1).toISOString();
