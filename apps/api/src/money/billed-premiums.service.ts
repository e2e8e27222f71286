import { premiumBilled, type BilledPremium, type Entry } from '@headwater/ledger';
import type { PromiseContent } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '../database/rows.js';
import { coveredLines } from '../orders/covered-until.js';
import { OrderLine, SalesOrder } from '../orders/order.entity.js';
import { PromiseService } from '../policies/promise.service.js';
import { TreeService } from '../tree/tree.service.js';
import { LedgerService } from './ledger.service.js';
import { premiumBearers } from './order-premiums.service.js';

/** A line of an insurer's bill that is accepted. */
export interface BilledNumber {
  readonly billLineId: string;
  /** Of the orders, as their source names them. */
  readonly number: string;
  readonly currency: string;
  /** What it asks beyond what the books owe for them, in fen; below 0 where it asks less. */
  readonly difference: number;
}

/** M4, S3: the premium of orders as their insurer bills it, borne as each was promised at payment. */
@Injectable()
export class BilledPremiums {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(PromiseService) private readonly promises: PromiseService,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /**
   * What accepting the line adds to the books, an entry an order; nothing is posted yet.
   * @param period of the bill
   */
  async entries(tx: EntityManager, line: BilledNumber, period: string): Promise<Entry[]> {
    const { billLineId, number, currency, difference } = line;
    const rows = await rowsWhere(tx, SalesOrder, { externalNo: number, currency }, { by: 'id', held: true });
    const orders: BilledPremium[] = [];
    for (const row of rows) {
      const order = await this.billed(tx, row);
      if (order) orders.push(order);
    }
    return premiumBilled({ billLineId, difference, orders }, { period, policyVersion: null, promiseHash: null });
  }

  /** Null: no premium was posted for it. */
  private async billed(tx: EntityManager, order: SalesOrder): Promise<BilledPremium | null> {
    const { id, nodeId, currency, channel } = order;
    const entries = await this.ledger.entriesOfOrder(tx, id);
    const covered = entries.find(({ cause }) => cause === 'orderCovered');
    if (!covered?.promiseHash) return null;
    const { promiseHash, period, causePeriod } = covered;
    const promise = (await this.promises.readIn(tx, promiseHash)) as PromiseContent<'returnShippingSubsidy'>;
    const lines = await rowsWhere(tx, OrderLine, { orderId: id }, { by: 'lineNo' });
    return {
      ...{ orderId: id, originNodeId: nodeId, currency, promiseHash, causePeriod: causePeriod ?? period },
      bearers: premiumBearers(promise, order, coveredLines(promise, { channel, lines }), this.tree.snapshot.root.id),
      posted: entries.flatMap(({ lines }) => lines.filter(({ component }) => component === 'premium')),
    };
  }
}
