import { Inject, Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor } from '../auth/actor.js';
import { NotFound } from '../common/errors.js';
import { Database, updateVersioned } from '../database/database.js';
import { rowsWhere } from '../database/rows.js';
import { authorizeBill, factsOf, findBill } from './bill-access.js';
import { BillBooks } from './bill-books.service.js';
import { Bill, BillLine, BillProblem } from './bill.entity.js';
import { BillAccepted } from './bill.errors.js';
import { inChunks } from './books-side.js';
import { sameNumbers } from './same-numbers.js';
import { standingOf } from './standing.js';

/** A bill that should not have come in, half a file or the wrong month, goes again, as long as nothing of it is in the books. */
@Injectable()
export class BillWithdrawal {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(BillBooks) private readonly books: BillBooks,
  ) {}

  /** What other bills say of the same numbers is matched anew. @throws NotFound, Forbidden, BillAccepted */
  withdraw(actor: StaffActor, id: string): Promise<void> {
    authorizeBill(actor, 'bill.withdraw', id);
    return this.database.inTransaction(async (tx) => {
      const bill = await findBill(tx, id);
      const numbers = await this.numbers(tx, id);
      await this.remove(tx, id);
      for (const some of inChunks(numbers)) await this.matchAnew(tx, bill, some);
      const { fileName, lineCount } = bill;
      const data = { ...factsOf(bill), file: fileName, lines: lineCount };
      await this.audit.record(tx, { actor, action: 'bill.withdraw', subject: { type: 'bill', id }, nodeId: null, data });
    });
  }

  private async numbers(tx: EntityManager, id: string): Promise<string[]> {
    const rows = await tx.query<{ number: string }[]>('SELECT DISTINCT number FROM bill_line WHERE bill_id = ?', [id]);
    return rows.map(({ number }) => number);
  }

  /** Whoever decides a line meanwhile has done so before, and it shows in the second step, or finds none. */
  private async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(BillLine, { billId: id, status: Not('accepted') });
    const accepted = await tx.delete(BillLine, { billId: id });
    if (accepted.affected !== 0) throw new BillAccepted();
    await tx.delete(BillProblem, { billId: id });
    const { affected } = await tx.delete(Bill, { id });
    if (affected === 0) throw new NotFound('bill', id);
  }

  /** The first line of a number that is left holds it, in the order in which they came. */
  private async matchAnew(tx: EntityManager, bill: Bill, numbers: readonly string[]): Promise<void> {
    const rows = await rowsWhere(tx, BillLine, { ...sameNumbers(bill), number: numbers }, { by: 'id', held: true });
    const undecided = rows.filter(({ status }) => status === 'open' || status === 'agreed').sort(inOrder);
    if (undecided.length === 0) return;
    const bills = await tx.findBy(Bill, { id: In([...new Set(undecided.map(({ billId }) => billId))]) });
    const tolerances = new Map(bills.map(({ id, tolerance }) => [id, tolerance]));
    const known = new Map((await this.books.known(tx, bill, numbers)).map((each) => [each.number, each]));
    for (const row of undecided) {
      const others = rows.filter(({ id, number }) => number === row.number && id !== row.id);
      const match = standingOf(row, others, known.get(row.number) ?? null, tolerances.get(row.billId) ?? 0);
      await this.rewrite(tx, row, match);
    }
  }

  private async rewrite(tx: EntityManager, row: BillLine, match: ReturnType<typeof standingOf>): Promise<void> {
    const { outcome, subjectId, expected, difference } = match ?? row;
    const status = match === null || difference === 0 ? ('agreed' as const) : ('open' as const);
    if (outcome === row.outcome && difference === row.difference && status === row.status) return;
    const patch = { outcome, subjectId, expected, difference, status };
    const version = await updateVersioned(tx, BillLine, row, patch, 'bill line');
    Object.assign(row, patch, { version });
  }
}

const inOrder = (a: BillLine, b: BillLine): number =>
  a.billId === b.billId ? a.seq - b.seq : Number(a.billId > b.billId) - Number(a.billId < b.billId);
