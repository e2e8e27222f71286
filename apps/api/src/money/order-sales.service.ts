import { periodOf } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { paidFor } from '../orders/draft-problem.js';
import type { OrderDraft } from '../orders/order-draft.js';
import { OrderListeners, type OrderListener, type PaidOrder, type Written } from '../orders/order-listeners.service.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import type { SalesMonth } from './ledger.entity.js';
import { addToSales } from './sales-months.js';

/** An order in the month in which it was paid (UTC epoch ms), or taken out of it; one that is not paid is in none. */
function saleOf({ nodeId, currency, lines }: OrderDraft, paidAt: number | null, sign: 1 | -1, tree: TreeSnapshot): SalesMonth[] {
  if (paidAt === null) return [];
  const period = periodOf(paidAt, tree.require(nodeId).timeZone);
  return [{ nodeId, period, currency, orders: sign, paidAmount: sign * paidFor(lines), returns: 0 }];
}

/** M2: orders and what was paid for them, by unit and month, counted in the transaction that records the order. */
@Injectable()
export class OrderSales implements OrderListener {
  constructor(@Inject(OrderListeners) listeners: OrderListeners) {
    listeners.add(this);
  }

  async paid(tx: EntityManager, orders: readonly PaidOrder[], { tree }: Written): Promise<void> {
    await addToSales(
      tx,
      orders.flatMap(({ draft }) => saleOf(draft, draft.instants.paidAt, 1, tree)),
    );
  }

  /** An order that is given up later was sold all the same. */
  async cancelled(): Promise<void> {}

  async redated(tx: EntityManager, { draft }: Pick<PaidOrder, 'draft'>, before: number | null, { tree }: Written): Promise<void> {
    await addToSales(tx, [...saleOf(draft, before, -1, tree), ...saleOf(draft, draft.instants.paidAt, 1, tree)]);
  }
}
