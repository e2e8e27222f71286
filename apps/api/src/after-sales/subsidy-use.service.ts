import type { SubsidySpent } from '@headwater/after-sales';
import type { PromiseContent } from '@headwater/policy';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '../database/rows.js';
import { SalesOrder } from '../orders/order.entity.js';

const DAY = 86_400_000;

/** A parcel that is to be subsidised, or may be. */
interface Use {
  readonly orderId: string;
  /** Blank: nobody known. */
  readonly buyerRef: string;
  /** When it was sent, or would be; UTC epoch ms. */
  readonly at: number;
  /** The parcel itself, where there is one already. */
  readonly but?: string;
}

const subsidised = "l.account = 'expense' AND l.component = 'freight-subsidy'";
const stands = 'GROUP BY e.shipment_id HAVING SUM(l.amount) > 0';

const ofOrder = `SELECT e.shipment_id AS id FROM after_sales_case c JOIN ledger_line l ON l.case_id = c.id
  JOIN ledger_entry e ON e.id = l.entry_id WHERE c.order_id = ? AND ${subsidised} AND e.shipment_id <> ? ${stands}`;
const ofBuyer = `SELECT e.shipment_id AS id FROM shipment s JOIN ledger_entry e ON e.shipment_id = s.id
  JOIN ledger_line l ON l.entry_id = e.id WHERE s.buyer_ref = ? AND s.shipped_at > ? AND s.shipped_at <= ? AND s.id <> ?
  AND ${subsidised} ${stands}`;

/** S1: how many parcels of an order, and of a buyer, free returns have paid for. The books say so: what was taken back counts no more. */
@Injectable()
export class SubsidyUse {
  /**
   * What is used up of what an order was promised; null: nothing, or there is no limit.
   * @param held within the transaction that posts: parcels of one order, or one buyer, then wait for each other
   */
  async spent(
    manager: EntityManager,
    promise: PromiseContent<'returnShippingSubsidy'> | null,
    { orderId, buyerRef, at, but = '' }: Use,
    { held = false } = {},
  ): Promise<SubsidySpent | null> {
    if (promise === null) return null;
    const { oncePerOrder, perBuyer } = promise.values;
    const count = async (sql: string, params: readonly unknown[]): Promise<number> => {
      const lock = held && manager.dataSource.options.type !== 'better-sqlite3' ? ' FOR UPDATE' : '';
      return (await manager.query<unknown[]>(`${sql}${lock}`, [...params])).length;
    };
    if (oncePerOrder) {
      if (held) await rowsWhere(manager, SalesOrder, { id: orderId }, { held });
      if ((await count(ofOrder, [orderId, but])) > 0) return 'order';
    }
    if (perBuyer === null || buyerRef === '') return null;
    const since = at - perBuyer.days * DAY;
    return (await count(ofBuyer, [buyerRef, since, at, but])) >= perBuyer.count ? 'buyer' : null;
  }
}
