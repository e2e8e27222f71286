import { monthAfter } from '@headwater/ledger';
import type { StaffActor } from '../../auth/actor.js';
import { DAY, dayName, HOUR, startOfDay } from '../calendar.js';
import type { MoneyDesk } from './money-desk.service.js';
import type { Random } from '../random.js';

/** Something finance does at a moment of the history. */
export interface MoneyStep {
  /** UTC epoch ms. */
  readonly at: number;
  readonly run: (desk: MoneyDesk, finance: StaffActor) => Promise<void>;
}

const monthOf = (instant: number): string => dayName(instant).slice(0, 7);
const on = (month: string, day: number, hour: number): number =>
  startOfDay(Date.parse(`${month}-01T00:00:00+08:00`)) + (day - 1) * DAY + hour * HOUR;

/**
 * The months that a history begun at `from` and ended at `until` (UTC epoch ms) goes through: after each its first bills come, and claims
 * are answered. The bills of the last are left to be decided by whoever tries the product; so are all months to be closed.
 */
export function moneySchedule(random: Random, from: number, until: number): MoneyStep[] {
  const steps: MoneyStep[] = [];
  for (let month = monthOf(from); on(monthAfter(month), 6, 10) < until; month = monthAfter(month)) {
    const next = monthAfter(month);
    steps.push({ at: on(next, 6, 10), run: (desk, finance) => desk.takeIn(finance, random, month) });
    steps.push({ at: on(next, 6, 11), run: (desk, finance) => desk.settleClaims(finance, random) });
    if (on(monthAfter(next), 6, 10) < until)
      steps.push({ at: on(next, 7, 10), run: (desk, finance) => desk.decide(finance, month) });
  }
  return steps;
}
