import { createHash } from 'node:crypto';
import { landed, unknownBilled, type BillMatch, type Entry } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BilledParcels } from '../after-sales/billed-parcels.service.js';
import { closedThroughHeld } from '../money/periods/closed-through.js';
import { TreeService } from '../tree/tree.service.js';
import { BillBooks } from './bill-books.service.js';
import type { Bill, BillLine } from './bill.entity.js';

/** What accepting a line means now. */
export interface BillPosting {
  /** Null: there is nothing about it any more. */
  readonly match: BillMatch | null;
  /** As it will be posted, in the month in which it lands; null: nothing. */
  readonly entry: Entry | null;
  /** Says that a posting seen is the posting made. */
  readonly digest: string;
}

/** What the books would get from a line; whoever accepts it has seen exactly this. */
@Injectable()
export class BillPostings {
  constructor(
    @Inject(BillBooks) private readonly books: BillBooks,
    @Inject(BilledParcels) private readonly parcels: BilledParcels,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** In a transaction: no month closes, and no other line of this number is decided, before it ends. */
  async of(tx: EntityManager, bill: Bill, line: BillLine, now: number): Promise<BillPosting> {
    const match = await this.books.standing(tx, bill, line, true);
    const late = match && (await this.entry(tx, bill, line, match, now));
    const entry = late && landed(late, await closedThroughHeld(tx));
    const facts = JSON.stringify([match?.outcome ?? null, match?.difference ?? null, entry]);
    return { match, entry, digest: createHash('sha256').update(facts).digest('hex').slice(0, 32) };
  }

  private async entry(tx: EntityManager, bill: Bill, line: BillLine, match: BillMatch, now: number): Promise<Entry | null> {
    const { carrier, currency, period } = bill;
    const { shipmentId, difference } = match;
    if (difference === 0) return null;
    if (shipmentId !== null) return this.parcels.entry(tx, { billLineId: line.id, shipmentId, difference }, period, now);
    const unknown = { billLineId: line.id, carrier, currency, rootId: this.tree.snapshot.root.id, amount: difference };
    return unknownBilled(unknown, { period, policyVersion: null, promiseHash: null });
  }
}
