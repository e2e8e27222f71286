import { checkModification, refundableFor, refundsOutboundFreight, type CaseAction } from '@headwater/after-sales';
import { In, type EntityManager } from 'typeorm';
import { rowsWhere } from '../database/rows.js';
import { orderFacts } from '../orders/order-facts.js';
import { OrderLine, SalesOrder } from '../orders/order.entity.js';
import { claimAnew } from './case-order.js';
import type { Ground } from './case-rules.service.js';
import { CaseEvent, CaseLine, type AfterSalesCase } from './case.entity.js';
import { ApplicationRefused } from './case.errors.js';
import type { CasePhotos } from './photos/case-photos.service.js';
import type { Step } from './step.js';

/** A12: a changed application obeys the rules that the first one obeyed, as of its date. @throws ApplicationRefused */
export async function refuseUnfit(tx: EntityManager, photos: CasePhotos, { row, before, after, ground }: Step): Promise<void> {
  if (after.type === before.type && after.reason === before.reason) return;
  const order = await tx.findOneByOrFail(SalesOrder, { id: row.orderId });
  const { actorKind } = await tx.findOneByOrFail(CaseEvent, { caseId: row.id, seq: 1 });
  const wish = {
    by: actorKind === 'buyer' ? actorKind : 'branch',
    type: after.type,
    reason: after.reason,
    ...(await photos.shown(tx, row.id)),
  } as const;
  const own = await tx.findBy(CaseLine, { caseId: row.id });
  const lines = await tx.findBy(OrderLine, { id: In(own.map(({ orderLineId }) => orderLineId)) });
  const checks = checkModification(orderFacts(order, lines, ground.context.timeZone), wish, ground.rules, before.appliedAt);
  const refused = checks.find(({ passes }) => !passes);
  if (refused) throw new ApplicationRefused(refused, checks);
}

interface Claim {
  readonly line: CaseLine;
  /** What it may bring at most (fen). */
  readonly claimed: number;
}

/** What the lines of a case may bring under a reason: as if its own claim were given back, and made anew. */
async function claimsUnder(
  tx: EntityManager,
  { id, orderId }: Pick<AfterSalesCase, 'id' | 'orderId'>,
  reason: string,
  { rules, context }: Ground,
): Promise<Claim[]> {
  const order = await tx.findOneByOrFail(SalesOrder, { id: orderId });
  const own = await rowsWhere(tx, CaseLine, { caseId: id }, { by: 'id' });
  const sold = await rowsWhere(tx, OrderLine, { id: own.map(({ orderLineId }) => orderLineId) }, { held: true });
  const givenBack = sold.map((line) => {
    const { quantity = 0, claimed = 0 } = own.find(({ orderLineId }) => orderLineId === line.id) ?? {};
    return { ...line, openQuantity: line.openQuantity - quantity, openAmount: line.openAmount - claimed };
  });
  const withFreight = refundsOutboundFreight(orderFacts(order, [], context.timeZone), reason, rules);
  const { lines } = orderFacts(order, givenBack, context.timeZone, withFreight);
  return own.map((line) => {
    const known = lines.find(({ lineId }) => lineId === line.orderLineId);
    return { line, claimed: known ? refundableFor(known, line.quantity) : line.claimed };
  });
}

/** A modification with what may be refunded at most under another reason: for some, what was paid for delivery is. */
export async function reckoned(
  tx: EntityManager,
  row: AfterSalesCase,
  action: CaseAction<'modify'>,
  ground: Ground,
): Promise<CaseAction<'modify'>> {
  const { reason = row.reason } = action;
  if (reason === row.reason) return action;
  const claims = await claimsUnder(tx, row, reason, ground);
  return { ...action, maxAmount: claims.reduce((sum, { claimed }) => sum + claimed, 0) };
}

/** The lines of a changed application hold of their order what it may bring now. */
export async function claimByReason(tx: EntityManager, { row, before, after, ground }: Step): Promise<void> {
  if (after.maxAmount === before.maxAmount) return;
  await claimAnew(tx, await claimsUnder(tx, row, after.reason, ground));
}
