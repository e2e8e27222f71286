import { split } from '@headwater/ledger';
import { DAY, demand } from '../calendar.js';
import type { Random } from '../random.js';
import type { DemoSize } from '../size.js';
import type { DemoStore } from '../world/units.js';
import { planOrder, storeWeights, type PlannedOrder } from './planned-order.js';

export interface OrderDay {
  /** Midnight in China, UTC epoch ms. */
  readonly day: number;
  readonly orders: readonly PlannedOrder[];
}

/** All orders of the history, day by day up to the midnight given: more at week-ends and on the days China shops. */
export function planOrders(random: Random, stores: readonly DemoStore[], size: DemoSize, today: number): OrderDay[] {
  const days = Array.from({ length: size.days }, (_, index) => today - (size.days - index) * DAY);
  const weights = days.map((day) => Math.round(demand(day) * (0.9 + random.of('day', day).next() * 0.2) * 1_000));
  const counts = split(size.orders, weights);
  const shelves = storeWeights(stores);
  return days.map((day, at) => ({
    day,
    orders: Array.from({ length: counts[at] ?? 0 }, (_, index) =>
      planOrder(random, shelves, { day, index, ofAll: size.orders }),
    ).sort((a, b) => a.paidAt - b.paidAt),
  }));
}
