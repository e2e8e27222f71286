import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '../money/ledger.service.js';
import { inChunks, marks, type BooksSide, type Known } from './books-side.js';
import type { Biller } from './same-numbers.js';

interface Found {
  readonly id: string;
  readonly number: string;
}

/** S3: an insurer's bill is held against the orders that a premium was posted for, taken back or not, by the numbers of their source. */
@Injectable()
export class InsurerBooks implements BooksSide {
  constructor(@Inject(LedgerService) private readonly ledger: LedgerService) {}

  /** One number may be of several orders, where sellers of the chain share it: what is owed for it is owed for all of them. */
  async known(manager: EntityManager, { currency }: Biller, numbers: readonly string[]): Promise<Known[]> {
    const known = new Map<string, Known>();
    for (const some of inChunks(numbers)) {
      const sql = `SELECT o.id, o.external_no AS number FROM sales_order o WHERE o.external_no IN (${marks(some)}) AND o.currency = ?
        ORDER BY o.id`;
      const found = await manager.query<Found[]>(sql, [...some, currency]);
      const ids = found.map(({ id }) => id);
      const amounts = await this.ledger.owedToInsurers(manager, ids);
      for (const { id, number } of found) {
        const owed = amounts.get(id);
        if (owed === undefined) continue;
        const before = known.get(number);
        known.set(number, { number, subjectId: before?.subjectId ?? id, owed: (before?.owed ?? 0) + owed });
      }
    }
    return [...known.values()];
  }

  /** Premiums of the month, whenever they were posted. */
  async due(manager: EntityManager, of: Biller, period: string): Promise<Known[]> {
    const found = await manager.query<Pick<Found, 'number'>[]>(
      `SELECT DISTINCT o.external_no AS number FROM ledger_entry e JOIN sales_order o ON o.id = e.order_id
       WHERE e.period >= ? AND COALESCE(e.cause_period, e.period) = ? AND e.cause = 'orderCovered' AND o.currency = ?
       AND NOT EXISTS (SELECT 1 FROM bill_line b WHERE b.kind = 'insurer' AND b.number = o.external_no) ORDER BY o.external_no`,
      [period, period, of.currency],
    );
    return this.known(
      manager,
      of,
      found.map(({ number }) => number),
    );
  }
}
