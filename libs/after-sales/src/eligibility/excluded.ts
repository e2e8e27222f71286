import { endOfWindow } from '../calendar.js';
import type { Instant } from '../facts.js';
import type { Reason } from '../reasons.js';
import type { ApplicationRules } from '../rules.js';
import type { Application, OrderFacts, OrderLineFacts } from './order.js';
import { check, type EligibilityCheck } from './rule.js';

type Rules = Pick<ApplicationRules, 'excluded'>;

/** Consumer Rights Protection Law, article 25: days from receipt that no chain can shorten or ask a fee in. */
const LEGAL_DAYS = 7;

/** Whether goods have no no-reason right: a category that the law leaves out, or one that the buyer confirmed at purchase. */
function isExcluded({ category, noReasonExcludedConfirmed = false }: OrderLineFacts, { excluded }: Rules): boolean {
  const row = excluded.find((each) => each.category === category);
  return row !== undefined && (row.ground !== 'confirmed' || noReasonExcludedConfirmed);
}

/** The lines that may be returned without a reason; sales in store know no such right, so that nothing is left out of it. */
export const withNoReasonRight = ({ channel, lines }: OrderFacts, rules: Rules): readonly OrderLineFacts[] =>
  channel === 'inStore' ? lines : lines.filter((line) => !isExcluded(line, rules));

/** Whether a change of mind is no reason for these lines. */
export const isLeftOut = (order: OrderFacts, reason: Reason | null, rules: Rules): boolean =>
  reason?.class === 'expectation' && order.receivedAt !== null && withNoReasonRight(order, rules).length < order.lines.length;

/** Staff may open such a case all the same, as they may after the windows. */
export function excludedCheck(
  { by }: Pick<Application, 'by'>,
  order: OrderFacts,
  reason: Reason | null,
  rules: Rules,
): EligibilityCheck {
  const out = isLeftOut(order, reason, rules);
  const kept = withNoReasonRight(order, rules);
  const first = out ? order.lines.find((line) => !kept.includes(line)) : undefined;
  return check('noReasonAllowed', !out || by === 'branch', { by, category: first?.category ?? null });
}

/** Whether the law's own right to return without a reason holds at an instant, in which nothing may be kept of the refund. */
export const isLegalReturn = (order: OrderFacts, rules: Rules, now: Instant): boolean =>
  order.channel !== 'inStore' &&
  (order.receivedAt === null || now < endOfWindow(order.receivedAt, LEGAL_DAYS, order.timeZone)) &&
  withNoReasonRight(order, rules).length === order.lines.length;
