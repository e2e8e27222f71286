import { billOutcomes, type BillOutcome } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '../auth/actor.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { inOrder, pickPage, type KeysetList } from '../database/keyset.js';
import { and, type Where } from '../database/where.js';
import { authorizeBill, findBill } from './bill-access.js';
import { BilledSide } from './billed-side.service.js';
import { Bill, BillLine, BillProblem } from './bill.entity.js';
import type { BillLinePageView, BillOutcomeSumView, BillPageView, BillProblemPageView, BillView } from './bill.view.js';
import { openWithin, type Within, type WithinSum } from './open-within.js';

interface Summed {
  readonly outcome: BillOutcome;
  readonly status: string;
  readonly n: number | string;
  readonly difference: number | string;
}

const listOf = (table: string, key: string, direction: KeysetList['direction']): KeysetList => ({
  from: { sql: `${table} b`, params: [] },
  ...{ alias: 'b', key, direction },
});

const bills = listOf('bill', 'period', 'DESC');
const lines = listOf('bill_line', 'seq', 'ASC');
const problems = listOf('bill_problem', 'line', 'ASC');

const all: Where = { sql: '1 = 1', params: [] };
const ofBill = (id: string): Where => ({ sql: 'b.bill_id = ?', params: [id] });

/** Each outcome once, in the order of the law. */
function sumsOf(rows: readonly Summed[]): BillOutcomeSumView[] {
  return billOutcomes.map((outcome) => {
    const sum = { outcome, lines: 0, difference: 0, open: 0, openDifference: 0 };
    for (const row of rows.filter((each) => each.outcome === outcome)) {
      const [n, difference] = [Number(row.n), Number(row.difference)];
      sum.lines += n;
      sum.difference += difference;
      if (row.status !== 'open') continue;
      sum.open += n;
      sum.openDifference += difference;
    }
    return sum;
  });
}

/** M4: bills as finance works through them. */
@Injectable()
export class BillLists {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BilledSide) private readonly side: BilledSide,
  ) {}

  /** The latest month first. @throws NotFound, Forbidden, BadInput */
  async bills(actor: StaffActor, page?: PageInput | null): Promise<BillPageView> {
    authorizeBill(actor, 'bill.read', '');
    const { items, nextCursor } = await this.pick(bills, all, page);
    const rows = inOrder(items, await this.database.read.findBy(Bill, { id: In(items.map(({ id }) => id)) }));
    return { items: await this.views(rows), nextCursor, total: null };
  }

  /** @throws NotFound, Forbidden */
  async bill(actor: StaffActor, id: string): Promise<BillView> {
    authorizeBill(actor, 'bill.read', id);
    const [view] = await this.views([await findBill(this.database.read, id)]);
    return view as BillView;
  }

  /** In the order of the file. @throws NotFound, Forbidden, BadInput */
  async lines(
    actor: StaffActor,
    { billId, outcome, open }: { billId: string; outcome: BillOutcome; open: boolean },
    page?: PageInput | null,
  ): Promise<BillLinePageView> {
    authorizeBill(actor, 'bill.read', billId);
    const status = open ? { sql: "b.status = 'open'", params: [] } : null;
    const { items, nextCursor } = await this.pick(
      lines,
      and(ofBill(billId), status, { sql: 'b.outcome = ?', params: [outcome] }),
      page,
    );
    const rows = inOrder(items, await this.database.read.findBy(BillLine, { id: In(items.map(({ id }) => id)) }));
    return { items: await this.side.views(rows), nextCursor, total: null };
  }

  /** In the order of the file. @throws NotFound, Forbidden, BadInput */
  async problems(actor: StaffActor, billId: string, page?: PageInput | null): Promise<BillProblemPageView> {
    authorizeBill(actor, 'bill.read', billId);
    const { items, nextCursor } = await this.pick(problems, ofBill(billId), page);
    const rows = await this.database.read.findBy(BillProblem, { id: In(items.map(({ id }) => id)) });
    return { items: inOrder(items, rows), nextCursor, total: null };
  }

  /** What would be accepted at once, and its sum. @throws NotFound, Forbidden, BadInput */
  async within(actor: StaffActor, billId: string, within: Omit<Within, 'after'>): Promise<WithinSum> {
    authorizeBill(actor, 'bill.read', billId);
    return openWithin.sum(this.database.read, billId, { ...within, after: -1 });
  }

  private async pick(list: KeysetList, where: Where, page: PageInput | null | undefined) {
    const { first, after } = readPage(page);
    const picked = await pickPage(this.database.read, list, [where], after, first + 1);
    return cutPage(picked, first, ({ id, sortKey }) => ({ key: sortKey, id }));
  }

  /** Each outcome once, with what is left of it to decide. */
  async outcomes(billId: string): Promise<BillOutcomeSumView[]> {
    const sums = await this.database.read.query<Summed[]>(
      `SELECT outcome, status, COUNT(*) AS n, SUM(difference) AS difference FROM bill_line
       WHERE bill_id = ? GROUP BY status, outcome`,
      [billId],
    );
    return sumsOf(sums);
  }

  /** With what is left to decide: of the lines that nobody has to look at any more none is counted. */
  private async views(rows: readonly Bill[]): Promise<BillView[]> {
    if (rows.length === 0) return [];
    const left = await this.database.read.query<(Omit<Summed, 'outcome' | 'status'> & { billId: string })[]>(
      `SELECT bill_id AS billId, COUNT(*) AS n, SUM(difference) AS difference FROM bill_line
       WHERE bill_id IN (${rows.map(() => '?').join(', ')}) AND status = 'open' GROUP BY bill_id`,
      rows.map(({ id }) => id),
    );
    const byBill = new Map(left.map(({ billId, ...sum }) => [billId, sum]));
    return rows.map((bill) => {
      const { n = 0, difference = 0 } = byBill.get(bill.id) ?? {};
      return { ...bill, open: Number(n), openDifference: Number(difference) };
    });
  }
}
