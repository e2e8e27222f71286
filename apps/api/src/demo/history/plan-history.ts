import { plantedCases } from '../cases/planted.js';
import { planCases } from '../cases/plan-cases.js';
import type { Scenario } from '../cases/scenario.js';
import { DAY } from '../calendar.js';
import type { Random } from '../random.js';
import type { DemoSize } from '../size.js';
import type { DemoStore } from '../world/units.js';
import { planOrders, type OrderDay } from './plan-orders.js';

/** What will have happened: orders by day, and by their numbers what comes of some. */
export interface History {
  readonly days: readonly OrderDay[];
  readonly scenarios: ReadonlyMap<string, Scenario>;
}

/** The store whose company orders the gateway cannot refund. */
const COMPANY_STORE = 'BJ-001';

/** The whole history, decided before it is lived. */
export function planHistory(random: Random, stores: readonly DemoStore[], size: DemoSize, today: number): History {
  const store = stores.find(({ code }) => code === COMPANY_STORE);
  const first = today - size.days * DAY;
  const planted = store ? plantedCases(store, today).filter(({ order }) => order.paidAt >= first) : [];
  const ordinary = planOrders(random, stores, { ...size, orders: size.orders - planted.length }, today);
  const plan = { count: size.cases - planted.length, end: today, shownStore: stores[0]?.code ?? '' };
  const { days, scenarios } = planCases(random, ordinary, plan);
  const withPlanted = days.map(({ day, orders }) => {
    const own = planted.filter(({ order }) => order.paidAt >= day && order.paidAt < day + DAY).map(({ order }) => order);
    return { day, orders: [...orders, ...own].sort((a, b) => a.paidAt - b.paidAt) };
  });
  const all = [...scenarios, ...planted.map(({ scenario }) => scenario)];
  return { days: withPlanted, scenarios: new Map(all.map((scenario) => [scenario.order.number, scenario])) };
}
