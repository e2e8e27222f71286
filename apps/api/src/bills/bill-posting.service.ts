import { createHash } from 'node:crypto';
import { landed, unknownBilled, type BillMatch, type Entry } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BilledParcels } from '../after-sales/billed-parcels.service.js';
import { BilledPremiums } from '../money/billed-premiums.service.js';
import { closedThroughHeld } from '../money/periods/closed-through.js';
import { TreeService } from '../tree/tree.service.js';
import { BillBooks } from './bill-books.service.js';
import type { Bill, BillLine } from './bill.entity.js';

/** What accepting a line means now. */
export interface BillPosting {
  /** Null: there is nothing about it any more. */
  readonly match: BillMatch | null;
  /** As they will be posted, in the month in which they land; none: nothing is. */
  readonly entries: readonly Entry[];
  /** Says that a posting seen is the posting made. */
  readonly digest: string;
}

/** What the books would get from a line; whoever accepts it has seen exactly this. */
@Injectable()
export class BillPostings {
  constructor(
    @Inject(BillBooks) private readonly books: BillBooks,
    @Inject(BilledParcels) private readonly parcels: BilledParcels,
    @Inject(BilledPremiums) private readonly premiums: BilledPremiums,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** In a transaction: no month closes, and no other line of this number is decided, before it ends. */
  async of(tx: EntityManager, bill: Bill, line: BillLine, now: number): Promise<BillPosting> {
    const match = await this.books.standing(tx, bill, line, true);
    const late = match ? await this.entries(tx, bill, line, match, now) : [];
    const through = await closedThroughHeld(tx);
    const entries = late.map((entry) => landed(entry, through));
    const facts = JSON.stringify([match?.outcome ?? null, match?.difference ?? null, entries]);
    return { match, entries, digest: createHash('sha256').update(facts).digest('hex').slice(0, 32) };
  }

  private async entries(tx: EntityManager, bill: Bill, line: BillLine, match: BillMatch, now: number): Promise<Entry[]> {
    const { kind, biller, currency, period } = bill;
    const { subjectId, difference } = match;
    const billLineId = line.id;
    if (difference === 0) return [];
    if (subjectId === null) {
      const unknown = { billLineId, kind, biller, currency, rootId: this.tree.snapshot.root.id, amount: difference };
      return [unknownBilled(unknown, { period, policyVersion: null, promiseHash: null })];
    }
    if (kind === 'insurer') return this.premiums.entries(tx, { billLineId, number: line.number, currency, difference }, period);
    const entry = await this.parcels.entry(tx, { billLineId, shipmentId: subjectId, difference }, period, now);
    return entry ? [entry] : [];
  }
}
