const DAY_MS = 24 * 3_600_000;

/** Days of one month, with how many of its first week belong to the month before (weeks begin on Monday). */
export interface Month {
  readonly month: string;
  readonly lead: number;
  readonly days: readonly string[];
}

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const dayAfter = (day: string): string => new Date(noon(day) + DAY_MS).toISOString().slice(0, 10);

/** The months from one day through another, each with those of its days. Days are 2026-03-12. */
export function monthsBetween(first: string, last: string): Month[] {
  const months = new Map<string, string[]>();
  for (let day = first; day <= last; day = dayAfter(day)) {
    const month = day.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), day]);
  }
  return [...months].map(([month, days]) => ({ month, days, lead: (new Date(noon(days[0] ?? first)).getUTCDay() + 6) % 7 }));
}

/** How deep a count is tinted, from 0 to `steps` - 1: the fullest day is the deepest, unless no day has much. */
export const depthOf = (count: number, most: number, steps: number): number =>
  Math.max(0, Math.ceil((count / Math.max(steps, most)) * steps) - 1);

/** The days of the week from Monday, each by one sign. */
export function weekdays(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' });
  return [1, 2, 3, 4, 5, 6, 7].map((day) => format.format(Date.UTC(2024, 0, day)));
}
