import { reasonOf, windowsFor, type OrderFacts, type ReasonCode } from '@headwater/after-sales';
import { subsidyCovers, type Channel, type PromiseContent } from '@headwater/policy';
import { OPEN_DAY } from './promised-days.js';
import type { OrderDraft } from './order-draft.js';
import { soldGoods, type SoldLine } from './sold-goods.js';

export interface Promised {
  readonly subsidy: PromiseContent<'returnShippingSubsidy'>;
  readonly rules: PromiseContent<'afterSalesRules'>;
}

const DAY = 86_400_000;

/** The lines that free returns were promised for. */
export const coveredLines = <Line extends SoldLine>(
  { values, suspended }: Promised['subsidy'],
  { channel, lines }: { readonly channel: Channel; readonly lines: readonly Line[] },
): Line[] => lines.filter((line) => !suspended && subsidyCovers(values, soldGoods(line, channel)).covered);

const factsOf = ({ channel, instants, lines }: OrderDraft, timeZone: string): OrderFacts => ({
  channel,
  paidAt: instants.paidAt,
  cancelledAt: instants.cancelledAt,
  cancelReason: null,
  shippedAt: instants.shippedAt,
  receivedAt: instants.deliveredAt,
  completedAt: instants.completedAt,
  timeZone,
  lines: lines.map(({ category, quantity, noReasonExcludedConfirmed = false }, at) => ({
    lineId: String(at),
    category,
    noReasonExcludedConfirmed,
    sold: quantity,
    refunded: 0,
    inOpenCases: 0,
    applications: 0,
    replacedAt: null,
    refundable: 0,
  })),
});

/**
 * Until when the buyer of an order may still ask for a return that free returns pay (UTC epoch ms): the end of its last window for a
 * change of mind, or where its goods have none, for a fault. Open as long as it is not delivered. Null: nothing of it was promised, it was
 * never paid, or it was cancelled.
 */
export function coveredUntil(draft: OrderDraft, promised: Promised | null, timeZone: string): number | null {
  const { paidAt, deliveredAt } = draft.instants;
  if (promised === null || paidAt === null || draft.status === 'cancelled' || coveredLines(promised.subsidy, draft).length === 0)
    return null;
  if (deliveredAt === null) return OPEN_DAY * DAY;
  const facts = factsOf(draft, timeZone);
  const endsFor = (reason: ReasonCode): number[] =>
    windowsFor(facts, reasonOf(reason), promised.rules.values, deliveredAt).map(({ until }) => until);
  const ends = endsFor('changedMind');
  const last = Math.max(...(ends.length > 0 ? ends : endsFor('manufacturingDefect')));
  return Number.isFinite(last) ? last : null;
}
