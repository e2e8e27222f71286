import { checkModification } from '@headwater/after-sales';
import { In, type EntityManager } from 'typeorm';
import { orderFacts } from '../orders/order-facts.js';
import { OrderLine, SalesOrder } from '../orders/order.entity.js';
import { CaseEvent, CaseLine } from './case.entity.js';
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
