import { beginningOf } from '@headwater/after-sales';
import { monthAfter } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LedgerService } from '../money/ledger.service.js';
import { TreeService } from '../tree/tree.service.js';
import { inChunks, marks, type BooksSide, type Known } from './books-side.js';
import type { Biller } from './same-numbers.js';

interface Found {
  readonly id: string;
  readonly tracking: string;
}

/** A carrier's bill is held against the parcels that bear the carrier's name, by their tracking numbers. */
@Injectable()
export class CarrierBooks implements BooksSide {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  async known(manager: EntityManager, { biller, currency }: Biller, numbers: readonly string[]): Promise<Known[]> {
    const known: Known[] = [];
    for (const some of inChunks(numbers)) {
      const sql = `SELECT s.id, s.tracking FROM shipment s WHERE s.tracking IN (${marks(some)}) AND s.carrier = ? AND s.currency = ?
        ORDER BY s.id`;
      known.push(...(await this.owed(manager, await manager.query<Found[]>(sql, [...some, biller, currency]))));
    }
    return known;
  }

  /** Parcels that went out in the month at our cost. */
  async due(manager: EntityManager, { biller, currency }: Biller, period: string): Promise<Known[]> {
    const { timeZone } = this.tree.snapshot.root;
    const [from, to] = [period, monthAfter(period)].map((month) => beginningOf(`${month}-01`, timeZone));
    const found = await manager.query<Found[]>(
      `SELECT s.id, s.tracking FROM shipment s WHERE s.carrier = ? AND s.shipped_at >= ? AND s.shipped_at < ? AND s.currency = ?
       AND (s.direction = 'out' OR s.prepaid = 1) AND NOT EXISTS
       (SELECT 1 FROM bill_line b WHERE b.kind = 'carrier' AND b.number = s.tracking AND b.biller = s.carrier) ORDER BY s.id`,
      [biller, from, to, currency],
    );
    const due: Known[] = [];
    for (const some of inChunks(found)) due.push(...(await this.owed(manager, some)));
    return [...new Map(due.map((parcel) => [parcel.number, parcel])).values()];
  }

  /** A number that was used again: the parcel that something is owed for, else the latest. */
  private async owed(manager: EntityManager, found: readonly Found[]): Promise<Known[]> {
    const amounts = await this.ledger.owedToCarriers(
      manager,
      found.map(({ id }) => id),
    );
    const byNumber = new Map<string, Known>();
    for (const { id, tracking } of found) {
      const owed = amounts.get(id) ?? 0;
      if (owed !== 0 || (byNumber.get(tracking)?.owed ?? 0) === 0)
        byNumber.set(tracking, { number: tracking, subjectId: id, owed });
    }
    return [...byNumber.values()];
  }
}
