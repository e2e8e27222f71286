import { caseTypes, returningTypes, shippingTypes, type CaseState, type CaseType } from '@headwater/after-sales';
import { DAY } from '../calendar.js';
import type { Course, Scenario } from './scenario.js';

/** Cases that are in a state when the history ends: how they come there, and how many days before the end they were applied for. */
interface Held {
  readonly type: CaseType;
  /** Null: it takes its course, which leads to an end before the history does. */
  readonly stay: CaseState | null;
  readonly course: Course;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Whether HQ puts its clock off, so that it is still there when the first day of looking is over. */
  readonly isKept?: boolean;
}

/** The first start is on the day after the history, and the next day is looked at too. */
const KEPT_FOR = 3 * DAY;

const each = (types: readonly CaseType[], held: Omit<Held, 'type'>): Held[] => types.map((type) => ({ ...held, type }));
const ofAll = (held: Omit<Held, 'type'>): Held[] => each(caseTypes, held);
const swaps = returningTypes.filter((type) => shippingTypes.includes(type));

/** Goods that go out, of which there are fewer cases: one for every way they can wait, and one for every way they can end. */
const replacing: readonly Held[] = [
  ...each(shippingTypes, { stay: null, course: 'withdraw', from: 14, to: 8, count: 2 }),
  ...each(shippingTypes, { stay: null, course: 'settle', from: 14, to: 6, count: 1 }),
  ...each(swaps, { stay: null, course: 'counter', from: 15, to: 9, count: 3 }),
  { type: 'RS', stay: null, course: 'plain', from: 15, to: 10, count: 2 },
  ...each(shippingTypes, { stay: 'AWAIT_CONSENT', course: 'settle', from: 7, to: 2.4, count: 1, isKept: true }),
  ...each(swaps, { stay: 'AWAIT_RETURN', course: 'buyerSilent', from: 3.5, to: 2.2, count: 1 }),
  ...each(swaps, { stay: 'AWAIT_RECEIPT', course: 'plain', from: 12, to: 8, count: 1 }),
  ...each(swaps, { stay: 'RECEIPT_REFUSED', course: 'refuse', from: 10, to: 6, count: 1, isKept: true }),
  ...each(swaps, { stay: 'AWAIT_RESHIP', course: 'counter', from: 9, to: 5.5, count: 1, isKept: true }),
  ...each(swaps, { stay: 'AWAIT_BUYER_RECEIPT', course: 'counter', from: 9, to: 5.5, count: 1 }),
  { type: 'RS', stay: 'AWAIT_RESHIP', course: 'plain', from: 5, to: 2.4, count: 1, isKept: true },
  { type: 'RS', stay: 'AWAIT_BUYER_RECEIPT', course: 'plain', from: 9, to: 5, count: 1 },
];

/** Every state that is left by somebody's deed gets some, so that no page of the console is empty on the first day. */
const held: readonly Held[] = [
  ...ofAll({ stay: 'APPLIED', course: 'plain', from: 2.4, to: 0.6, count: 1, isKept: true }),
  ...ofAll({ stay: 'APPLIED', course: 'plain', from: 0.9, to: 0, count: 5 }),
  ...ofAll({ stay: 'NEED_INFO', course: 'info', from: 6, to: 3, count: 1, isKept: true }),
  ...ofAll({ stay: 'NEED_INFO', course: 'info', from: 6, to: 2.2, count: 2 }),
  ...ofAll({ stay: 'AWAIT_CONSENT', course: 'bargain', from: 4.5, to: 3, count: 1, isKept: true }),
  ...ofAll({ stay: 'AWAIT_CONSENT', course: 'bargain', from: 2.9, to: 2, count: 2 }),
  ...ofAll({ stay: 'REJECTED', course: 'reject', from: 6, to: 3, count: 1, isKept: true }),
  ...ofAll({ stay: 'REJECTED', course: 'reject', from: 6, to: 2.2, count: 2 }),
  ...ofAll({ stay: 'DISPUTED', course: 'reject', from: 9, to: 4.5, count: 1, isKept: true }),
  ...ofAll({ stay: 'DISPUTED', course: 'reject', from: 9, to: 4.5, count: 2 }),
  { type: 'RR', stay: 'RECEIPT_REFUSED', course: 'refuse', from: 14, to: 12.2, count: 1, isKept: true },
  { type: 'RR', stay: 'RECEIPT_REFUSED', course: 'refuse', from: 14, to: 12.2, count: 3 },
  ...replacing,
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
