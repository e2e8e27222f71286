import { beginningOf } from '@headwater/after-sales';
import { monthAfter, type BillMatch, type KnownParcel } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '../database/rows.js';
import { LedgerService } from '../money/ledger.service.js';
import { TreeService } from '../tree/tree.service.js';
import { BillLine, type Bill } from './bill.entity.js';
import { standingOf } from './standing.js';

/** Whose parcels, and in what currency. */
export type Biller = Pick<Bill, 'carrier' | 'currency'>;

type Parcel = Omit<KnownParcel, 'due'>;

interface Found {
  readonly id: string;
  readonly tracking: string;
}

/** As many keys as one query takes. */
const AT_ONCE = 500;

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

export function* inChunks<T>(values: readonly T[]): Generator<T[]> {
  for (let at = 0; at < values.length; at += AT_ONCE) yield values.slice(at, at + AT_ONCE);
}

/** What a carrier's bill is held against. */
@Injectable()
export class BillBooks {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** The parcels of a carrier under these numbers, each number once. */
  async parcels(manager: EntityManager, { carrier, currency }: Biller, numbers: readonly string[]): Promise<Parcel[]> {
    const known: Parcel[] = [];
    for (const some of inChunks(numbers)) {
      const sql = `SELECT s.id, s.tracking FROM shipment s WHERE s.tracking IN (${marks(some)}) AND s.carrier = ? AND s.currency = ?
        ORDER BY s.id`;
      known.push(...(await this.owed(manager, await manager.query<Found[]>(sql, [...some, carrier, currency]))));
    }
    return known;
  }

  /** Numbers that are on a bill of the carrier which nobody disputes. */
  async billedBefore(manager: EntityManager, carrier: string, numbers: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const some of inChunks(numbers)) {
      const sql = `SELECT DISTINCT b.tracking FROM bill_line b WHERE b.carrier = ? AND b.tracking IN (${marks(some)})
        AND b.outcome <> 'notBilled' AND b.status <> 'disputed'`;
      const rows = await manager.query<Pick<Found, 'tracking'>[]>(sql, [carrier, ...some]);
      for (const { tracking } of rows) found.add(tracking);
    }
    return found;
  }

  /** Parcels of the carrier that went out in the month at our cost, and that no bill has spoken of: those on no bill that are owed. */
  async due(manager: EntityManager, { carrier, currency }: Biller, period: string): Promise<Parcel[]> {
    const { timeZone } = this.tree.snapshot.root;
    const [from, to] = [period, monthAfter(period)].map((month) => beginningOf(`${month}-01`, timeZone));
    const found = await manager.query<Found[]>(
      `SELECT s.id, s.tracking FROM shipment s WHERE s.carrier = ? AND s.shipped_at >= ? AND s.shipped_at < ? AND s.currency = ?
       AND (s.direction = 'out' OR s.prepaid = 1)
       AND NOT EXISTS (SELECT 1 FROM bill_line b WHERE b.carrier = s.carrier AND b.tracking = s.tracking) ORDER BY s.id`,
      [carrier, from, to, currency],
    );
    const due: Parcel[] = [];
    for (const some of inChunks(found)) due.push(...(await this.owed(manager, some)));
    return [...new Map(due.map((parcel) => [parcel.number, parcel])).values()];
  }

  /** A line held against the books as they are now. @param held so that lines of one number are decided one after the other */
  async standing(manager: EntityManager, bill: Bill, line: BillLine, held: boolean): Promise<BillMatch | null> {
    const { carrier, tracking } = line;
    const same = await rowsWhere(manager, BillLine, { carrier, tracking }, { by: 'id', held });
    const [parcel = null] = await this.parcels(manager, bill, [tracking]);
    const others = same.filter(({ id }) => id !== line.id);
    return standingOf(line, others, parcel, bill.tolerance);
  }

  /** A number that was used again: the parcel that something is owed for, else the latest. */
  private async owed(manager: EntityManager, found: readonly Found[]): Promise<Parcel[]> {
    const amounts = await this.ledger.owedToCarriers(
      manager,
      found.map(({ id }) => id),
    );
    const byNumber = new Map<string, Parcel>();
    for (const { id, tracking } of found) {
      const owed = amounts.get(id) ?? 0;
      if (owed !== 0 || (byNumber.get(tracking)?.owed ?? 0) === 0)
        byNumber.set(tracking, { number: tracking, shipmentId: id, owed });
    }
    return [...byNumber.values()];
  }
}
