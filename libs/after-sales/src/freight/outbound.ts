import { stageOf, type OrderFacts } from '../eligibility/order.js';
import { isReasonCode, reasonOf } from '../reasons.js';
import type { ApplicationRules } from '../rules.js';
import { faultOf } from './payer.js';

/** Whether what was paid for delivery is refunded too: where nothing was sent yet, for another's fault, or as was promised. */
export function refundsOutboundFreight(
  order: OrderFacts,
  reason: string,
  { refundOutboundFreight }: Pick<ApplicationRules, 'refundOutboundFreight'>,
): boolean {
  if (refundOutboundFreight || stageOf(order) === 'unshipped') return true;
  return isReasonCode(reason) && faultOf(reasonOf(reason).class, null) !== 'none';
}
