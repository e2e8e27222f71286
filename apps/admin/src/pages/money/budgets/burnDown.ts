import type { BudgetDay } from './documents';

/** A point of the drawing: the day of the month from 1, and an amount in fen that may be below 0. */
export interface Point {
  readonly day: number;
  readonly left: number;
}

export interface BurnDownLines {
  readonly daysInMonth: number;
  /** Left of what is spent, day by day. */
  readonly spent: readonly Point[];
  /** Left of what is spent and committed. */
  readonly committed: readonly Point[];
  /** From the last day known to the end of the month as it is forecast; null once the month is over. */
  readonly forecast: readonly [Point, Point] | null;
  /** What the drawing reaches from and to. */
  readonly least: number;
  readonly most: number;
}

interface Burning {
  readonly month: string;
  readonly amount: number;
  readonly forecast: number;
  readonly days: readonly BudgetDay[];
}

export function daysIn(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/** How a budget burns down over its month. Days on which nothing changed keep what was there. */
export function burnDown({ month, amount, forecast, days }: Burning): BurnDownLines {
  const daysInMonth = daysIn(month);
  const dayOf = (day: string) => Number(day.slice(8));
  const spent = days.map((each) => ({ day: dayOf(each.day), left: amount - each.spent }));
  const committed = days.map((each) => ({ day: dayOf(each.day), left: amount - each.spent - each.committed }));
  const last = committed.at(-1);
  const end = { day: daysInMonth, left: amount - forecast };
  const drawn = last && last.day < daysInMonth ? ([last, end] as const) : null;
  const all = [0, amount, ...[...spent, ...committed, ...(drawn ?? [])].map(({ left }) => left)];
  return { daysInMonth, spent, committed, forecast: drawn, least: Math.min(...all), most: Math.max(...all) };
}
