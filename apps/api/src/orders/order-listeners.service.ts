import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import type { OrderDraft } from './order-draft.js';

export interface WrittenOrder {
  readonly id: string;
  readonly draft: OrderDraft;
}

/** An order that was paid, and the subsidy it was promised then. */
export interface PaidOrder extends WrittenOrder {
  readonly subsidyPromise: string;
  /** S4: the partner above the selling unit then; null: there was none. */
  readonly partnerNodeId: string | null;
}

/** The organization and the time (UTC epoch ms) of a batch of orders. */
export interface Written {
  readonly tree: TreeSnapshot;
  readonly now: number;
}

/** What follows from orders, in the transaction that writes them. */
export interface OrderListener {
  paid(tx: EntityManager, orders: readonly PaidOrder[], written: Written): Promise<void>;
  cancelled(tx: EntityManager, order: WrittenOrder, written: Written): Promise<void>;
  /** Its source names another time of payment than before (UTC epoch ms; null: none). */
  redated(tx: EntityManager, order: WrittenOrder, before: number | null, written: Written): Promise<void>;
}

/** Those who follow orders: parts of the API that orders themselves know nothing of. */
@Injectable()
export class OrderListeners implements OrderListener {
  private readonly all: OrderListener[] = [];

  add(listener: OrderListener): void {
    this.all.push(listener);
  }

  async paid(tx: EntityManager, orders: readonly PaidOrder[], written: Written): Promise<void> {
    for (const listener of this.all) await listener.paid(tx, orders, written);
  }

  async cancelled(tx: EntityManager, order: WrittenOrder, written: Written): Promise<void> {
    for (const listener of this.all) await listener.cancelled(tx, order, written);
  }

  async redated(tx: EntityManager, order: WrittenOrder, before: number | null, written: Written): Promise<void> {
    for (const listener of this.all) await listener.redated(tx, order, before, written);
  }
}
