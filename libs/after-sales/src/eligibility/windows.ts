import { endOfWindow } from '../calendar.js';
import type { Instant } from '../facts.js';
import type { Reason } from '../reasons.js';
import type { ApplicationRules } from '../rules.js';
import { isLeftOut } from './excluded.js';
import type { OrderFacts, OrderLineFacts } from './order.js';

export type WindowKey = 'noReasonDays' | 'inStoreDays' | 'qualityDays' | 'selfServiceDays';

/** A window in which a buyer may apply. */
export interface ServiceWindow {
  readonly key: WindowKey;
  readonly days: number;
  readonly event: 'received' | 'completed';
  /** The event's instant. */
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
  readonly open: boolean;
}

type WindowRules = Pick<ApplicationRules, WindowKey | 'windowByCategory'>;
type CaseWindowRules = WindowRules & Pick<ApplicationRules, 'excluded'>;

/** What of a line a window hangs on. */
type Goods = Pick<OrderLineFacts, 'category' | 'replacedAt'>;

const unknownGoods: Goods = { category: null, replacedAt: null };

/** Sales in store have one window for all goods; of the others a category may have its own. */
function daysOf(key: WindowKey, { category }: Goods, rules: WindowRules): number {
  if (key === 'inStoreDays') return rules.inStoreDays;
  const row = rules.windowByCategory.find((each) => each.category === category);
  return row?.[key] ?? rules[key];
}

/** The days of a window of several goods: the fewest that any of them has. */
export const windowDays = (key: WindowKey, lines: readonly Goods[], rules: WindowRules): number =>
  Math.min(...(lines.length === 0 ? [unknownGoods] : lines).map((each) => daysOf(key, each, rules)));

interface Beginning {
  readonly key: WindowKey;
  readonly event: ServiceWindow['event'];
  readonly from: (goods: Goods) => Instant;
}

/** Of several goods the window that ends first: what is asked for together is asked for while all of it may be. */
function windowOf(
  { key, event, from }: Beginning,
  { lines, timeZone }: OrderFacts,
  rules: WindowRules,
  now: Instant,
): ServiceWindow {
  const each = (lines.length === 0 ? [unknownGoods] : lines).map((goods) => {
    const days = daysOf(key, goods, rules);
    const until = endOfWindow(from(goods), days, timeZone);
    return { key, days, event, from: from(goods), until, open: now < until };
  });
  return each.reduce((first, next) => (next.until < first.until ? next : first));
}

/** The window a reason gives a right in: goods that are at fault have the quality window, a change of mind the no-reason one. */
const rightKey = (reason: Reason, { channel }: OrderFacts): WindowKey => {
  if (reason.class !== 'expectation') return 'qualityDays';
  return channel === 'inStore' ? 'inStoreDays' : 'noReasonDays';
};

/** From when a right counts: receipt; of goods at fault the receipt of what they were exchanged for. */
const rightFrom =
  (key: WindowKey, receivedAt: Instant) =>
  ({ replacedAt }: Goods): Instant =>
    key === 'qualityDays' ? (replacedAt ?? receivedAt) : receivedAt;

/**
 * A4: the windows of an order for a reason: first the one of right, then the self-service one, two different fields. Days count
 * from the day after. None before receipt: until then nothing has begun to run. None for a change of mind about goods without that right.
 * @param order with the lines that are asked about
 */
export function windowsFor(order: OrderFacts, reason: Reason, rules: CaseWindowRules, now: Instant): ServiceWindow[] {
  const { receivedAt } = order;
  if (receivedAt === null || isLeftOut(order, reason, rules)) return [];
  const completedAt = order.completedAt ?? receivedAt;
  const key = rightKey(reason, order);
  return [
    windowOf({ key, event: 'received', from: rightFrom(key, receivedAt) }, order, rules, now),
    windowOf({ key: 'selfServiceDays', event: 'completed', from: () => completedAt }, order, rules, now),
  ];
}
