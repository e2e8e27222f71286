import {
  checkApplication,
  isReasonCode,
  reasonOf,
  refundableFor,
  refundsOutboundFreight,
  type Application,
  type Eligibility,
  type FreightPayerDecision,
  type OrderFacts,
} from '@headwater/after-sales';
import { split } from '@headwater/ledger';
import { orderFacts } from '../orders/order-facts.js';
import type { OrderLine, SalesOrder } from '../orders/order.entity.js';
import type { Ground } from './case-rules.service.js';
import { coveredAtMost, freightDecision, type FreightCase, type FreightLine } from './freight-terms.js';

/** An application, judged; nothing is written yet. */
export interface Judged {
  readonly eligibility: Eligibility;
  readonly freight: FreightPayerDecision;
  /** What free returns cover of the return freight at most (fen); null: nothing. */
  readonly coveredAtMost: number | null;
  /** The lines that were named, with what may be refunded for each at most (fen). */
  readonly claims: readonly { readonly line: OrderLine; readonly quantity: number; readonly claimed: number }[];
}

/** What an application is judged by, beside the order. */
interface JudgedBy extends Ground, Pick<FreightCase, 'subsidy' | 'spent'> {
  readonly contact: NonNullable<OrderFacts['contact']>;
}

/** The lines of a case as freight rules see them. */
const freightLines = (lines: readonly { line: OrderLine; claimed: number }[]): FreightLine[] =>
  lines.map(({ line, claimed }) => ({
    category: line.category,
    unitPrice: line.unitPrice,
    value: claimed,
    supplier: line.supplierNodeId,
    campaigns: line.campaigns,
  }));

/** A3, A4, A5, A15: whether an application may be made, who would pay its return freight, and what each line may bring. */
export function judge(
  order: SalesOrder,
  lines: readonly OrderLine[],
  application: Application,
  { context, rules, subsidy, spent, contact }: JudgedBy,
): Judged {
  const bare = orderFacts(order, lines, context.timeZone);
  const withFreight = refundsOutboundFreight(bare, application.reason, rules);
  const facts = { ...orderFacts(order, lines, context.timeZone, withFreight), contact };
  const claims = application.lines.flatMap(({ lineId, quantity }) => {
    const [line, known] = [lines.find(({ id }) => id === lineId), facts.lines.find((each) => each.lineId === lineId)];
    return line && known ? [{ line, quantity, claimed: refundableFor(known, quantity) }] : [];
  });
  const reasonClass = isReasonCode(application.reason) ? reasonOf(application.reason).class : 'expectation';
  const returned = freightLines(claims);
  return {
    eligibility: checkApplication(facts, application, rules, context.now),
    freight: freightDecision(returned, { reasonClass, liability: null }, rules.freightPayer),
    coveredAtMost: coveredAtMost({ subsidy, spent, reasonClass, channel: order.channel, lines: returned }),
    claims,
  };
}

/** An amount (fen) over the lines of a case, by what each may bring: never more than that for any of them. */
export function overLines(amount: number, claims: readonly { readonly claimed: number }[]): number[] {
  return claims.length === 0
    ? []
    : split(
        amount,
        claims.map(({ claimed }) => claimed),
      );
}
