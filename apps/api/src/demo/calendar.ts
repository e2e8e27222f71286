export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The chain lives in one zone without summer time. */
const OFFSET = 8 * HOUR;

/** Midnight in China that begins the day of an instant, UTC epoch ms. */
export const startOfDay = (instant: number): number => Math.floor((instant + OFFSET) / DAY) * DAY - OFFSET;

/** `2026-03-12` in China. */
export const dayName = (instant: number): string => new Date(instant + OFFSET).toISOString().slice(0, 10);

/** 0 Sunday … 6 Saturday, in China. */
const weekday = (instant: number): number => new Date(instant + OFFSET).getUTCDay();

/** `0312` in China: what recurs every year. */
const monthDay = (instant: number): string => dayName(instant).slice(5).replace('-', '');

/** How much is bought on each weekday, an ordinary day being 1. */
const byWeekday = [1.45, 0.86, 0.84, 0.9, 0.96, 1.2, 1.55];

/** Days on which China shops: first, last, how much more than usual. */
const seasons: readonly (readonly [string, string, number])[] = [
  ['0101', '0103', 1.5],
  ['0115', '0210', 1.25],
  ['0214', '0214', 1.5],
  ['0305', '0308', 1.6],
  ['0501', '0505', 1.45],
  ['0520', '0520', 1.6],
  ['0601', '0601', 1.3],
  ['0616', '0618', 2.1],
  ['0808', '0812', 1.2],
  ['0910', '0910', 1.2],
  ['1001', '1007', 1.5],
  ['1031', '1103', 1.5],
  ['1108', '1111', 2.3],
  ['1212', '1212', 1.8],
  ['1224', '1225', 1.3],
];

/** How much is bought on a day, an ordinary Wednesday in no season being about 1. */
export function demand(day: number): number {
  const date = monthDay(day);
  const season = seasons.find(([from, to]) => from <= date && date <= to)?.[2] ?? 1;
  return (byWeekday[weekday(day)] ?? 1) * season;
}

/** Hours of the day at which people buy: lunch, and the evening. */
export const hourWeights: readonly (readonly [number, number])[] = [
  [0, 2],
  [7, 1],
  [8, 2],
  [9, 4],
  [10, 6],
  [11, 7],
  [12, 9],
  [13, 8],
  [14, 6],
  [15, 6],
  [16, 6],
  [17, 6],
  [18, 7],
  [19, 9],
  [20, 12],
  [21, 13],
  [22, 10],
  [23, 5],
];

/** Minutes of the day, in China. */
const minuteOfDay = (instant: number): number => Math.floor((instant - startOfDay(instant)) / 60_000);

/** An instant, or where it lies outside working hours some time into the next ones: people who work at night are none of a chain's. */
export function atWork(instant: number, opens: number, closes: number): number {
  const minute = minuteOfDay(instant);
  if (minute >= opens * 60 && minute < closes * 60) return instant;
  const morning = startOfDay(instant) + opens * HOUR + (minute < opens * 60 ? 0 : DAY);
  // What came in at night is worked off in the first hours, in the order of its coming.
  return morning + Math.round((((minute - closes * 60 + 1_440) % 1_440) / 720) * 2 * HOUR) + (instant % 60_000);
}
