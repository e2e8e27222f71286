import type { ApplicationRules } from '../rules.js';
import type { Application, OrderFacts } from './order.js';
import { check, type EligibilityCheck } from './rule.js';

/** A3: where the promise says contact first, the store has spoken with the buyer before; staff may log it with the application. */
export function contactCheck(
  { contact }: OrderFacts,
  { by, withContact = false }: Application,
  { contactFirst }: Pick<ApplicationRules, 'contactFirst'>,
): EligibilityCheck {
  const contactedAt = contact?.at ?? null;
  const passes = !contactFirst || contactedAt !== null || withContact;
  return check('contactFirst', passes, { by, asked: contactFirst, contactedAt, branch: contact?.branch ?? null });
}
