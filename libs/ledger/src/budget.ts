import type { Amount, Entry, Period } from './entry.js';
import type { Component } from './vocabulary.js';

/** What a budget is for: a kind of policy that costs money and whose promises can be withheld. */
export const budgetKinds = ['returnShippingSubsidy'] as const;
export type BudgetKind = (typeof budgetKinds)[number];

/** S5: what happens when a budget is used up. */
export const budgetActions = ['alert', 'ask', 'suspend'] as const;
export type BudgetAction = (typeof budgetActions)[number];

/** The costs that count against a budget: what free returns pay, what insuring them costs, less what the insurer pays back. */
export const budgetComponents = {
  returnShippingSubsidy: ['freight-subsidy', 'premium', 'recovery'],
} as const satisfies Readonly<Record<BudgetKind, readonly Component[]>>;

/** The part of these that a single return causes: what one more of them is expected to cost is reckoned from it. */
export const claimComponents = {
  returnShippingSubsidy: ['freight-subsidy', 'recovery'],
} as const satisfies Readonly<Record<BudgetKind, readonly Component[]>>;

/** What entries add to what a unit has spent of one kind in one month. */
export interface BudgetUse {
  readonly nodeId: string;
  readonly kind: BudgetKind;
  readonly period: Period;
  readonly currency: string;
  /** Fen; below 0 where cost is taken back. */
  readonly amount: Amount;
}

const kindOf = (component: Component): BudgetKind | null =>
  budgetKinds.find((kind) => (budgetComponents[kind] as readonly Component[]).includes(component)) ?? null;

const keyOf = ({ nodeId, kind, period, currency }: BudgetUse): string => JSON.stringify([nodeId, kind, period, currency]);

/** S5: what entries add to the budgets of the selling units, whoever bears it, in the order of their keys; nothing is left out but zeros. */
export function budgetUse(entries: readonly Entry[]): BudgetUse[] {
  const sums = new Map<string, BudgetUse>();
  for (const { period, lines } of entries) {
    for (const { account, component, originNodeId: nodeId, currency, amount } of lines) {
      const kind = kindOf(component);
      if (account !== 'expense' || kind === null) continue;
      const use = { nodeId, kind, period, currency, amount };
      const key = keyOf(use);
      sums.set(key, { ...use, amount: amount + (sums.get(key)?.amount ?? 0) });
    }
  }
  return [...sums]
    .filter(([, { amount }]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, use]) => use);
}

/** What is known of a budget in its month, in fen. */
export interface BudgetFigures {
  /** Granted; above 0. */
  readonly amount: Amount;
  /** In the books. */
  readonly spent: Amount;
  /** At most still to come of open cases. */
  readonly committed: Amount;
  /** Expected of promised orders that may still be returned. */
  readonly exposure: Amount;
}

type Used = Pick<BudgetFigures, 'amount' | 'spent' | 'committed'>;

/** S5: what is left, in fen; below 0 by as much as was overshot. */
export const remainingOf = ({ amount, spent, committed }: Used): Amount => amount - spent - committed;

/** By how much a budget is overshot, in fen: promised orders are paid, so it may be. */
export const overshootOf = (used: Used): Amount => Math.max(0, -remainingOf(used));

/** S5: 80 % are used, committed included. */
export const isWarned = ({ amount, spent, committed }: Used): boolean => 5 * (spent + committed) >= 4 * amount;

/** S5: all of it is used, committed included. */
export const isUsedUp = (used: Used): boolean => remainingOf(used) <= 0;

/** How much of its month is over; the same unit for both. */
export interface MonthPassed {
  readonly passed: number;
  readonly whole: number;
}

/**
 * S5: what a budget will have come to, in fen, never less than what is known to come: spent, committed, exposure. While new promises are
 * made it is the greater of that and of going on as until now (spent ÷ the part of the month that is over): early in a month what is known
 * leaves out the orders that are still to come, late in it the rate leaves out those that were promised. Where none are made any more, what
 * is known is all that comes. It errs to the cautious side: what is promised counts whole, though some of it is asked for only next month.
 * @param isSuspended no new promises are made for the rest of the month
 */
export function forecastOf({ spent, committed, exposure }: BudgetFigures, month: MonthPassed, isSuspended: boolean): Amount {
  const known = spent + committed + exposure;
  const part = Math.min(month.passed, month.whole);
  if (isSuspended || part <= 0) return known;
  return Math.max(known, proportion(spent, month.whole, part));
}

/** What was paid in the past for orders that free returns covered and that can no longer be returned. */
export interface ClaimHistory {
  /** Fen. */
  readonly claims: Amount;
  readonly orders: number;
}

/** Of fewer orders a rate says little. */
const ENOUGH_ORDERS = 100;

/**
 * S5: what promised orders are expected to cost: orders × claim rate × mean claim, that is the cost per covered order in the past.
 * The past is that of the nearest unit with a hundred such orders, else of the last one with any; without any it is 0.
 * @param histories of the unit itself, then of each above it
 * @returns fen, never below 0
 */
export function expectedClaims(orders: number, histories: readonly ClaimHistory[]): Amount {
  const known = histories.filter((each) => each.orders > 0);
  const past = known.find((each) => each.orders >= ENOUGH_ORDERS) ?? known.at(-1);
  return past === undefined ? 0 : proportion(Math.max(0, past.claims), Math.max(0, orders), past.orders);
}

/** amount × times ÷ of, to the nearest, exact for integers of any size; what is no integer is cut to one first. */
function proportion(amount: number, times: number, of: number): number {
  const [product, divisor] = [BigInt(Math.trunc(amount)) * BigInt(Math.trunc(times)), BigInt(Math.max(1, Math.trunc(of)))];
  const sign = product < 0n ? -1n : 1n;
  return Number((sign * (2n * sign * product + divisor)) / (2n * divisor));
}
