import { DAY } from '../calendar.js';
import type { OrderDay } from '../history/plan-orders.js';
import type { PlannedOrder } from '../history/planned-order.js';
import type { Random } from '../random.js';
import { abnormal, isAbnormal } from '../world/abnormal.js';
import type { Category } from '../world/products.js';
import { holdSome } from './held.js';
import { planCase, type Scenario } from './scenario.js';

const byCategory: Readonly<Record<Category, number>> = {
  女装: 1.4,
  男装: 1,
  童装: 0.8,
  鞋靴: 1.5,
  配饰: 0.6,
  内衣: 0.4,
  家居: 0.6,
};
const byChannel = { express: 1, sameCity: 0.5, pickup: 0.4, inStore: 0.3 } as const;

/** Of what was bought lately more is still under way: the queues of today are what people look at first. */
const RECENT = 14 * DAY;

type Planned = NonNullable<ReturnType<typeof planCase>>;

/** The store whose queue is opened first, for its accounts are shown, always has something new in it. */
const isFirstToSee = ({ order, scenario }: Planned, end: number, shownStore: string): boolean =>
  order.store.code === shownStore && scenario.appliedAt >= end - DAY;

function likelihood(order: PlannedOrder, end: number): number {
  const goods = order.lines.reduce((sum, line) => sum + byCategory[line.category], 0);
  return goods * byChannel[order.channel] * storeFactor(order.store.code) * (end - order.paidAt < RECENT ? 1.7 : 1);
}

/** What is wrong with a store shows only where there is enough to see. */
function storeFactor(code: string): number {
  if (code === abnormal.manyReturns) return 3.4;
  return isAbnormal(code) ? 1.6 : 1;
}

/** Drawn without putting back, the likelier sooner: sorting by this draws as weights say. */
const drawKey = (random: Random, order: PlannedOrder, end: number): number =>
  -Math.log(1 - random.of('draw', order.number).next()) / likelihood(order, end);

export interface CasePlan {
  readonly count: number;
  /** UTC epoch ms. */
  readonly end: number;
  /** Code of the store whose accounts are shown. */
  readonly shownStore: string;
}

/** What the history holds in cases: the scenarios in the order in which they begin, and the orders as those make them. */
export function planCases(
  random: Random,
  days: readonly OrderDay[],
  { count, end, shownStore }: CasePlan,
): { days: OrderDay[]; scenarios: Scenario[] } {
  const possible = days.flatMap(({ orders }) => orders).flatMap((order) => planCase(random, order, end) ?? []);
  const drawn = possible
    .map((it) => ({ it, key: isFirstToSee(it, end, shownStore) ? 0 : drawKey(random, it.order, end) }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count);
  const planned = new Map(drawn.map(({ it }) => [it.order.number, it]));
  const begun = [...planned.values()].map(({ scenario }) => scenario).sort((a, b) => a.appliedAt - b.appliedAt);
  const asTold = days.map(({ day, orders }) => ({
    day,
    orders: orders.map((order) => planned.get(order.number)?.order ?? order),
  }));
  return { days: asTold, scenarios: holdSome(begun, end, shownStore) };
}
