import { orderCovered, periodOf, reverse, sharesOver, type BearerShare, type Entry } from '@headwater/ledger';
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
import type { SalesOrder } from '../orders/order.entity.js';
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

  /** The premium of a cancelled order comes back, with what bills have added to it; of one that had none, nothing. */
  async cancelled(tx: EntityManager, { id, draft }: WrittenOrder, { tree, now }: Written): Promise<void> {
    const covered = await this.ledger.entryOf(tx, `orderCovered:${id}`);
    if (!covered) return;
    const { timeZone } = tree.require(draft.nodeId);
    const period = periodOf(now, timeZone);
    const posted = (await this.ledger.entriesOfOrder(tx, id)).filter(isPremium);
    const takenBack = posted.map((entry) => {
      const { policyVersion, promiseHash } = entry;
      return reverse(entry, { period, policyVersion, promiseHash });
    });
    await this.ledger.post(tx, takenBack, now);
  }

  /** It stays in the month in which it was posted. */
  async redated(): Promise<void> {}
}

const isPremium = ({ cause, lines }: Entry): boolean =>
  cause !== 'reversal' && lines.every(({ component }) => component === 'premium');

/** Whose order it was, as it was paid. */
type Sold = Pick<SalesOrder, 'nodeId' | 'partnerNodeId'>;

/** S4: who bears the premium of an order, by its covered lines: what no row of the bearers is about, as nothing is returned yet. */
export function premiumBearers(
  { values }: Subsidy,
  { nodeId, partnerNodeId }: Sold,
  lines: readonly { readonly supplierNodeId?: string | null; readonly paidAmount: number }[],
  rootId: string,
): BearerShare[] {
  const { otherwise: shares, fallback } = values.bearers;
  const goods = lines.map(({ supplierNodeId, paidAmount }) => ({ supplier: supplierNodeId ?? null, value: paidAmount }));
  return sharesOver({ shares, fallback }, { HQ: rootId, branch: nodeId, partner: partnerNodeId, goods });
}

function premiumOf(order: PaidOrder, promise: Subsidy, lines: readonly OrderLineDraft[], tree: TreeSnapshot): Entry {
  const { id, draft, subsidyPromise, partnerNodeId } = order;
  const { nodeId, currency, instants } = draft;
  const bearers = premiumBearers(promise, { nodeId, partnerNodeId }, lines, tree.root.id);
  const period = periodOf(instants.paidAt ?? instants.placedAt, tree.require(nodeId).timeZone);
  const event = { orderId: id, originNodeId: nodeId, currency, amount: promise.values.premium, bearers };
  return orderCovered(event, { period, policyVersion: null, promiseHash: subsidyPromise });
}
