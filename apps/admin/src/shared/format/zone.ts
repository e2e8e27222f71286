import { languageTag, type Locale } from '../../i18n/messages';

/** An instant as its wall clock shows it in some zone. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What the API sends (ISO 8601), or epoch milliseconds. */
export type Instant = string | number;

export const toMs = (instant: Instant): number => (typeof instant === 'number' ? instant : Date.parse(instant));

export const viewerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

export function wallClock(instant: Instant, zone: string): WallClock {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(toMs(instant))
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
  };
}

const DAY_MS = 86_400_000;

/** Days of the calendar from one wall date to another, whatever the hours. */
export function daysApart(from: WallClock, to: WallClock): number {
  return (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / DAY_MS;
}

/** The calendar day before. */
export function dayBefore(date: WallClock): WallClock {
  const before = new Date(Date.UTC(date.year, date.month - 1, date.day) - DAY_MS);
  return { ...date, year: before.getUTCFullYear(), month: before.getUTCMonth() + 1, day: before.getUTCDate() };
}

export const isMidnight = (time: WallClock): boolean => time.hour === 0 && time.minute === 0 && time.second === 0;

const sameClock = (a: WallClock, b: WallClock) => daysApart(a, b) === 0 && a.hour === b.hour && a.minute === b.minute;

/** The zone's name where its clock differs at that instant from the viewer's own, else nothing. */
export function zoneName(instant: Instant, zone: string, own: string, locale: Locale): string | null {
  if (zone === own || sameClock(wallClock(instant, zone), wallClock(instant, own))) return null;
  const parts = new Intl.DateTimeFormat(languageTag[locale], { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(
    toMs(instant),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}
