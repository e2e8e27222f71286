import { orderCovered, periodOf, reverse, sharesOver, type Entry } from '@headwater/ledger';
import type { PromiseContent } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  OrderListeners,
  type OrderListener,
  type PaidOrder,
  type Written,
  type WrittenOrder,
} from '../orders/order-listeners.service.js';
import { PromiseService } from '../policies/promise.service.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { coveredLines } from '../orders/covered-until.js';
import type { OrderLineDraft } from '../orders/order-draft.js';
import { LedgerService } from './ledger.service.js';

type Subsidy = PromiseContent<'returnShippingSubsidy'>;

/** As many keys as one query takes. */
const AT_ONCE = 1_000;

/** S3: the premium of each paid order that free returns cover, owed to the insurer in the transaction that records the order. */
@Injectable()
export class OrderPremiums implements OrderListener {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(PromiseService) private readonly promises: PromiseService,
    @Inject(OrderListeners) listeners: OrderListeners,
  ) {
    listeners.add(this);
  }

  /** Once per order, in the month in which it was paid. */
  async paid(tx: EntityManager, orders: readonly PaidOrder[], { tree, now }: Written): Promise<void> {
    const insured = await this.insured(tx, orders);
    const entries = orders.flatMap((order): Entry[] => {
      const promise = insured.get(order.subsidyPromise);
      if (!promise || order.draft.status === 'cancelled') return [];
      const lines = coveredLines(promise, order.draft);
      return lines.length === 0 ? [] : [premiumOf(order, promise, lines, tree)];
    });
    for (let at = 0; at < entries.length; at += AT_ONCE) await this.ledger.post(tx, entries.slice(at, at + AT_ONCE), now);
  }

  /** The promises among them that a premium is paid for, by their hashes: thousands of orders share a handful. */
  private async insured(tx: EntityManager, orders: readonly PaidOrder[]): Promise<Map<string, Subsidy>> {
    const found = new Map<string, Subsidy>();
    for (const hash of new Set(orders.map(({ subsidyPromise }) => subsidyPromise))) {
      const promise = (await this.promises.readIn(tx, hash)) as Subsidy;
      if (promise.values.premium > 0) found.set(hash, promise);
    }
    return found;
  }

  /** The premium of a cancelled order comes back; of one that had none, nothing. */
  async cancelled(tx: EntityManager, { id, draft }: WrittenOrder, { tree, now }: Written): Promise<void> {
    const posted = await this.ledger.entryOf(tx, `orderCovered:${id}`);
    if (!posted) return;
    const { policyVersion, promiseHash } = posted;
    const { timeZone } = tree.require(draft.nodeId);
    await this.ledger.post(tx, [reverse(posted, { period: periodOf(now, timeZone), policyVersion, promiseHash })], now);
  }

  /** It stays in the month in which it was posted. */
  async redated(): Promise<void> {}
}

/** Borne as what no row of the bearers is about: nothing is returned yet. */
function premiumOf(order: PaidOrder, { values }: Subsidy, lines: readonly OrderLineDraft[], tree: TreeSnapshot): Entry {
  const { id, draft, subsidyPromise, partnerNodeId } = order;
  const { nodeId, currency, instants } = draft;
  const { otherwise: shares, fallback } = values.bearers;
  const goods = lines.map(({ supplierNodeId, paidAmount }) => ({ supplier: supplierNodeId ?? null, value: paidAmount }));
  const bearers = sharesOver({ shares, fallback }, { HQ: tree.root.id, branch: nodeId, partner: partnerNodeId, goods });
  const period = periodOf(instants.paidAt ?? instants.placedAt, tree.require(nodeId).timeZone);
  const event = { orderId: id, originNodeId: nodeId, currency, amount: values.premium, bearers };
  return orderCovered(event, { period, policyVersion: null, promiseHash: subsidyPromise });
}
