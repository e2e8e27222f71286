import { checkBalanced, dayIn, landed, LedgerError, type Account, type Entry } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { ancestorColumns, type AncestorColumns } from '../database/ancestors.js';
import { Database } from '../database/database.js';
import { isDuplicate, TryAgain } from '../database/retry.js';
import { rowsWhere, type Equals } from '../database/rows.js';
import { insertRows, type Row } from '../orders/insert-rows.js';
import { TreeService } from '../tree/tree.service.js';
import { BudgetBook } from './budgets/budget-book.service.js';
import { entryFrom } from './entry-rows.js';
import { addToClaims } from './claims/claim-rows.js';
import { LedgerEntry, LedgerLine } from './ledger.entity.js';
import { closedThroughHeld } from './periods/closed-through.js';
import { addToSales, returnsIn } from './sales-months.js';
import { addToSummaries, summaryRows } from './summary-store.js';

/** What a case has cost, in fen, and what of it is goods lost, is only assumed of them, and was claimed back. */
export interface CaseCost {
  readonly total: number;
  readonly goodsLoss: number;
  readonly assumed: number;
  readonly recovery: number;
}

export const noCost: CaseCost = { total: 0, goodsLoss: 0, assumed: 0, recovery: 0 };

/** Writes what libs/ledger decides: entries, their lines with the origin's ancestors as they are now, the totals and the budgets of stores, all in one transaction. */
@Injectable()
export class LedgerService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(BudgetBook) private readonly budgets: BudgetBook,
  ) {}

  /**
   * Posts entries; one whose idempotency key is in the books already is left out, so posting twice posts once. One that comes too late
   * for its month lands in the first open one.
   * @param postedAt UTC epoch ms
   * @throws LedgerError UNBALANCED: nothing is written
   */
  async post(tx: EntityManager, entries: readonly Entry[], postedAt: number): Promise<void> {
    const unbalanced = entries.find(({ lines }) => checkBalanced(lines).length > 0);
    if (unbalanced) throw new LedgerError('UNBALANCED', `${unbalanced.idempotencyKey} does not sum to zero`);
    const unposted = await this.withoutPosted(tx, entries);
    if (unposted.length === 0) return;
    const through = await closedThroughHeld(tx);
    const fresh = unposted.map((entry) => landed(entry, through));
    const ids = fresh.map(() => newId(postedAt));
    const heads = fresh.map((entry, at) => this.entryRow(entry, ids[at] ?? '', postedAt));
    await insertRows(tx, LedgerEntry, heads).catch(triedAgainWherePosted);
    await insertRows(
      tx,
      LedgerLine,
      fresh.flatMap((entry, at) => this.lineRows(entry, ids[at] ?? '', postedAt)),
    );
    const ground = {
      ancestorsOf: (nodeId: string) => this.ancestorsOf(nodeId),
      dayOf: (nodeId: string, period: string) => this.dayOf(nodeId, period, postedAt),
    };
    await addToClaims(tx, fresh, { ...ground, postedAt });
    await addToSummaries(tx, summaryRows(fresh, ground));
    await addToSales(tx, returnsIn(fresh));
    await this.budgets.post(tx, fresh, postedAt);
  }

  /** The entries of a shipment as they were posted, first to last. */
  entriesOfShipment(tx: EntityManager, shipmentId: string): Promise<Entry[]> {
    return this.entriesWhere(tx, { shipmentId });
  }

  /** The entries of an order and of its cases as they were posted, first to last. */
  entriesOfOrder(tx: EntityManager, orderId: string): Promise<Entry[]> {
    return this.entriesWhere(tx, { orderId });
  }

  /** The entries that are a case's alone, first to last. */
  entriesOfCase(tx: EntityManager, caseId: string): Promise<Entry[]> {
    return this.entriesWhere(tx, { caseId });
  }

  /** The entry with a key, as it was posted. */
  async entryOf(tx: EntityManager, idempotencyKey: string): Promise<Entry | null> {
    const [entry] = await this.entriesWhere(tx, { idempotencyKey });
    return entry ?? null;
  }

  /** What is owed to the carriers of the shipments, in fen; nothing said of a shipment: nothing. */
  owedToCarriers(manager: EntityManager, shipmentIds: readonly string[]): Promise<Map<string, number>> {
    return owedBy(manager, { of: 'shipment_id', account: 'carrierPayable' }, shipmentIds);
  }

  /** What is owed to the insurer for the orders, in fen, 0 where all was taken back; nothing said of an order: it had no premium. */
  owedToInsurers(manager: EntityManager, orderIds: readonly string[]): Promise<Map<string, number>> {
    return owedBy(manager, { of: 'order_id', account: 'insurerPayable' }, orderIds);
  }

  /** What each of the cases has cost: its lines on expense accounts. */
  async costsOfCases(caseIds: readonly string[]): Promise<Map<string, CaseCost>> {
    if (caseIds.length === 0) return new Map();
    const rows = await this.database.read.query<(Record<keyof CaseCost, number | string> & { caseId: string })[]>(
      `SELECT case_id AS caseId, SUM(amount) AS total, SUM(CASE WHEN component = 'goods-loss' THEN amount ELSE 0 END) AS goodsLoss,
       SUM(CASE WHEN component = 'goods-loss' AND assumed = 1 THEN amount ELSE 0 END) AS assumed,
       SUM(CASE WHEN component IN ('recovery', 'goods-recovery') THEN -amount ELSE 0 END) AS recovery
       FROM ledger_line WHERE case_id IN (${caseIds.map(() => '?').join(', ')}) AND account = 'expense' GROUP BY case_id`,
      [...caseIds],
    );
    return new Map(
      rows.map(({ caseId, total, goodsLoss, assumed, recovery }) => [
        caseId,
        { total: Number(total), goodsLoss: Number(goodsLoss), assumed: Number(assumed), recovery: Number(recovery) },
      ]),
    );
  }

  private async entriesWhere(tx: EntityManager, where: Equals<LedgerEntry>): Promise<Entry[]> {
    const heads = await rowsWhere(tx, LedgerEntry, where, { by: 'id', held: true });
    const lines = await rowsWhere(tx, LedgerLine, { entryId: heads.map(({ id }) => id) }, { by: 'seq', held: true });
    return heads.map((head) =>
      entryFrom(
        head,
        lines.filter(({ entryId }) => entryId === head.id),
      ),
    );
  }

  private async withoutPosted(tx: EntityManager, entries: readonly Entry[]): Promise<Entry[]> {
    const keys = entries.map(({ idempotencyKey }) => idempotencyKey);
    const known = await rowsWhere(tx, LedgerEntry, { idempotencyKey: keys });
    const posted = new Set(known.map(({ idempotencyKey }) => idempotencyKey));
    return entries.filter(({ idempotencyKey }) => !posted.has(idempotencyKey) && posted.add(idempotencyKey));
  }

  private entryRow(entry: Entry, id: string, postedAt: number): Row<LedgerEntry> {
    const { lines: _lines, ...head } = entry;
    return { id, postedAt, ...head };
  }

  private lineRows({ period, lines }: Entry, entryId: string, postedAt: number): Row<LedgerLine>[] {
    return lines.map((line, seq) => ({
      id: newId(postedAt),
      entryId,
      seq,
      period,
      day: this.dayOf(line.originNodeId, period, postedAt),
      postedAt,
      ...line,
      ...this.ancestorsOf(line.originNodeId),
    }));
  }

  private dayOf(nodeId: string, period: string, postedAt: number): number {
    return dayIn(period, postedAt, this.tree.snapshot.require(nodeId).timeZone);
  }

  private ancestorsOf(nodeId: string): AncestorColumns {
    return ancestorColumns(this.tree.snapshot.path(nodeId).map(({ id }) => id));
  }
}

/** What is owed on an account by what the entries are of, in fen. */
async function owedBy(
  manager: EntityManager,
  { of, account }: { of: 'shipment_id' | 'order_id'; account: Account },
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<{ id: string; amount: number | string }[]>(
    `SELECT e.${of} AS id, SUM(l.amount) AS amount FROM ledger_entry e JOIN ledger_line l ON l.entry_id = e.id
     WHERE e.${of} IN (${ids.map(() => '?').join(', ')}) AND l.account = ? GROUP BY e.${of}`,
    [...ids, account],
  );
  return new Map(rows.map(({ id, amount }) => [id, 0 - Number(amount)]));
}

/** Another transaction posts the same key at the same time: once it has, this one leaves it out. */
function triedAgainWherePosted(error: unknown): never {
  throw isDuplicate(error) ? new TryAgain('posted meanwhile', { cause: error }) : error;
}
