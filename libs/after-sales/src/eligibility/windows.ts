import { endOfWindow } from '../calendar.js';
import type { Instant } from '../facts.js';
import type { Reason } from '../reasons.js';
import type { ApplicationRules } from '../rules.js';
import type { OrderFacts } from './order.js';

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

function windowOf(
  key: WindowKey,
  event: ServiceWindow['event'],
  from: Instant,
  order: OrderFacts,
  rules: ApplicationRules,
  now: Instant,
): ServiceWindow {
  const days = rules[key];
  const until = endOfWindow(from, days, order.timeZone);
  return { key, days, event, from, until, open: now < until };
}

/** The window a reason gives a right in: goods that are at fault have the quality window, a change of mind the no-reason one. */
const rightKey = (reason: Reason, { channel }: OrderFacts): WindowKey => {
  if (reason.class !== 'expectation') return 'qualityDays';
  return channel === 'inStore' ? 'inStoreDays' : 'noReasonDays';
};

/**
 * A4: the windows of an order for a reason: first the one of right, then the self-service one, two different fields. Days count
 * from the day after. None before receipt: until then nothing has begun to run.
 */
export function windowsFor(order: OrderFacts, reason: Reason, rules: ApplicationRules, now: Instant): ServiceWindow[] {
  if (order.receivedAt === null) return [];
  return [
    windowOf(rightKey(reason, order), 'received', order.receivedAt, order, rules, now),
    windowOf('selfServiceDays', 'completed', order.completedAt ?? order.receivedAt, order, rules, now),
  ];
}
