import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { NotFound, StaleVersion } from '../common/errors.js';
import { Database, updateVersioned } from '../database/database.js';
import { rowsWhere } from '../database/rows.js';
import { LedgerService } from '../money/ledger.service.js';
import { authorizeBill, factsOf, findBill } from './bill-access.js';
import { BillPostings, type BillPosting } from './bill-posting.service.js';
import { type Bill, BillLine, type BillLineStatus } from './bill.entity.js';
import { BillLineDecided, BillPostingChanged, BillSumChanged } from './bill.errors.js';
import { openWithin, type Within, type WithinSum } from './open-within.js';

/** Lines accepted by one request, so that none takes long whatever the bill's length. */
const AT_ONCE = 100;

/** Lines of one outcome of a bill that differ by no more than the tolerance, and what they sum up to as whoever accepts them has seen. */
export interface ManyToAccept extends Within {
  readonly lines: number;
  /** Fen. */
  readonly difference: number;
}

export interface ManyAccepted {
  readonly accepted: number;
  readonly difference: number;
  /** Lines the books have moved under since the import: to be looked at one by one. */
  readonly moved: number;
  /** What is left to be accepted by further requests; null: nothing. */
  readonly next: (WithinSum & { readonly after: number }) | null;
}

const undecided: readonly BillLineStatus[] = ['open', 'disputed'];

/** M4: the difference of a line goes into the books. */
@Injectable()
export class BillDecisions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(BillPostings) private readonly postings: BillPostings,
  ) {}

  /** What accepting the line would post; writes nothing. @throws NotFound, Forbidden */
  async preview(actor: StaffActor, id: string): Promise<BillPosting & { readonly bill: Bill; readonly line: BillLine }> {
    authorizeBill(actor, 'bill.read', id);
    return this.database.inTransaction(async (tx) => {
      const [bill, line] = await this.load(tx, id);
      return { bill, line, ...(await this.postings.of(tx, bill, line, this.clock.now())) };
    });
  }

  /**
   * @param digest of the posting that was seen: what is posted is exactly that
   * @throws NotFound, Forbidden, StaleVersion, BillLineDecided, BillPostingChanged
   */
  accept(actor: StaffActor, seen: { id: string; version: number }, digest: string): Promise<BillLine> {
    authorizeBill(actor, 'bill.accept', seen.id);
    return this.database.inTransaction(async (tx) => {
      const [bill, line] = await this.load(tx, seen.id, seen.version);
      if (!undecided.includes(line.status)) throw new BillLineDecided(line.status, undecided);
      const posting = await this.postings.of(tx, bill, line, this.clock.now());
      if (posting.match === null || posting.digest !== digest) throw new BillPostingChanged();
      const decided = await this.take(tx, actor, line, posting);
      const { number, outcome, difference } = decided;
      const data = { ...factsOf(bill), billNumber: number, outcome, difference, lines: 1 };
      await this.record(tx, actor, bill, data);
      return decided;
    });
  }

  /**
   * The next of the open lines of an outcome that differ by at most a tolerance: up to a hundred of them in one transaction. To be called
   * again with `next` until that is null; asked twice, it accepts once.
   * @throws NotFound, Forbidden, BadInput, BillSumChanged
   */
  acceptMany(actor: StaffActor, billId: string, many: ManyToAccept): Promise<ManyAccepted> {
    authorizeBill(actor, 'bill.accept', billId);
    return this.database.inTransaction(async (tx) => {
      const bill = await findBill(tx, billId);
      const sum = await openWithin.sum(tx, billId, many);
      if (sum.lines !== many.lines || sum.difference !== many.difference) throw new BillSumChanged(sum);
      const picked = await openWithin.next(tx, billId, many, AT_ONCE);
      const rows = await rowsWhere(tx, BillLine, { id: picked }, { by: 'seq', held: true });
      const done = await this.takeEach(tx, actor, bill, rows);
      if (done.accepted > 0) {
        const data = { ...factsOf(bill), outcome: many.outcome, lines: done.accepted, difference: done.difference };
        await this.record(tx, actor, bill, data);
      }
      const after = rows.at(-1)?.seq ?? many.after;
      const left = await openWithin.sum(tx, billId, { ...many, after });
      return { ...done, next: left.lines > 0 ? { ...left, after } : null };
    });
  }

  /** One after the other: two lines may be of one number. */
  private async takeEach(tx: EntityManager, actor: StaffActor, bill: Bill, rows: readonly BillLine[]) {
    const done = { accepted: 0, difference: 0, moved: 0 };
    for (const line of rows) {
      // Somebody has decided it since it was picked.
      if (line.status !== 'open') continue;
      const posting = await this.postings.of(tx, bill, line, this.clock.now());
      if (posting.match?.outcome !== line.outcome || posting.match.difference !== line.difference) {
        done.moved += 1;
        continue;
      }
      await this.take(tx, actor, line, posting);
      done.accepted += 1;
      done.difference += line.difference;
    }
    return done;
  }

  /** The decision and its entry, in one transaction. */
  private async take(tx: EntityManager, actor: StaffActor, line: BillLine, { match, entries }: BillPosting): Promise<BillLine> {
    await this.ledger.post(tx, entries, this.clock.now());
    const { outcome, subjectId, expected, difference } = match ?? line;
    const patch = { outcome, subjectId, expected, difference, status: 'accepted' as const, reason: null, ...this.by(actor) };
    const version = await updateVersioned(tx, BillLine, line, patch, 'bill line');
    return { ...line, ...patch, version };
  }

  private by({ name }: StaffActor) {
    return { decidedAt: this.clock.now(), decidedByName: name.slice(0, 100) };
  }

  private async load(tx: EntityManager, id: string, version?: number): Promise<[Bill, BillLine]> {
    const [line] = await rowsWhere(tx, BillLine, { id }, { held: true });
    if (!line) throw new NotFound('bill line', id);
    if (version !== undefined && line.version !== version)
      throw new StaleVersion('bill line', { seen: version, now: line.version });
    return [await findBill(tx, line.billId), line];
  }

  private record(tx: EntityManager, actor: StaffActor, { id }: Bill, data: object) {
    return this.audit.record(tx, { actor, action: 'bill.accept', subject: { type: 'bill', id }, nodeId: null, data });
  }
}
