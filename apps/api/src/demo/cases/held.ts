import type { CaseState, CaseType } from '@headwater/after-sales';
import { DAY } from '../calendar.js';
import type { Course, Scenario } from './scenario.js';

/** Cases that are in a state when the history ends: how they come there, and how many days before the end they were applied for. */
interface Held {
  readonly type: CaseType;
  readonly stay: CaseState;
  readonly course: Course;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Whether HQ puts its clock off, so that it is still there when the first day of looking is over. */
  readonly isKept?: boolean;
}

/** The first start is on the day after the history, and the next day is looked at too. */
const KEPT_FOR = 3 * DAY;

const both = (held: Omit<Held, 'type'>): Held[] => [
  { ...held, type: 'RO' },
  { ...held, type: 'RR' },
];

/** Every state that is left by somebody's deed gets some, so that no page of the console is empty on the first day. */
const held: readonly Held[] = [
  ...both({ stay: 'APPLIED', course: 'plain', from: 2.4, to: 0.6, count: 1, isKept: true }),
  ...both({ stay: 'APPLIED', course: 'plain', from: 0.9, to: 0, count: 5 }),
  ...both({ stay: 'NEED_INFO', course: 'info', from: 6, to: 3, count: 1, isKept: true }),
  ...both({ stay: 'NEED_INFO', course: 'info', from: 6, to: 2.2, count: 2 }),
  ...both({ stay: 'AWAIT_CONSENT', course: 'bargain', from: 4.5, to: 3, count: 1, isKept: true }),
  ...both({ stay: 'AWAIT_CONSENT', course: 'bargain', from: 2.9, to: 2, count: 2 }),
  ...both({ stay: 'REJECTED', course: 'reject', from: 6, to: 3, count: 1, isKept: true }),
  ...both({ stay: 'REJECTED', course: 'reject', from: 6, to: 2.2, count: 2 }),
  ...both({ stay: 'DISPUTED', course: 'reject', from: 9, to: 4.5, count: 1, isKept: true }),
  ...both({ stay: 'DISPUTED', course: 'reject', from: 9, to: 4.5, count: 2 }),
  { type: 'RR', stay: 'RECEIPT_REFUSED', course: 'refuse', from: 14, to: 12.2, count: 1, isKept: true },
  { type: 'RR', stay: 'RECEIPT_REFUSED', course: 'refuse', from: 14, to: 12.2, count: 3 },
];

/**
 * The scenarios, some of which stop on their way. Takes the first that fit, those of the shown store before others; the list
 * is in the order in which they begin.
 */
export function holdSome(scenarios: readonly Scenario[], end: number, shownStore: string): Scenario[] {
  const isShown = (index: number) => scenarios[index]?.order.store.code === shownStore;
  const told = [...scenarios];
  const taken = new Set<number>();
  for (const { type, stay, course, from, to, count, isKept } of held) {
    const fitting = [...told.keys()].filter((index) => {
      const it = told[index];
      return it?.type === type && !taken.has(index) && it.appliedAt >= end - from * DAY && it.appliedAt <= end - to * DAY;
    });
    for (const index of [...fitting.filter(isShown), ...fitting.filter((index) => !isShown(index))].slice(0, count)) {
      const it = told[index];
      if (it) told[index] = { ...it, course, stay, stayUntil: isKept ? end + KEPT_FOR : null };
      taken.add(index);
    }
  }
  return told;
}
