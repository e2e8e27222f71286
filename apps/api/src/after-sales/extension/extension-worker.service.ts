import { withDaysClosed } from '@headwater/after-sales';
import { columnAt } from '@headwater/access';
import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { StaleVersion } from '../../common/errors.js';
import { Database, updateVersioned } from '../../database/database.js';
import { TreeService } from '../../tree/tree.service.js';
import { isNotice } from '../case-events.js';
import { CaseEvent, type AfterSalesCase } from '../case.entity.js';
import { CaseRefused } from '../case.errors.js';
import { PolicyEngine } from '../../policies/policy-engine.service.js';
import { ClosedDayBook } from '../closed-days/closed-day-book.service.js';
import { CaseService } from '../case.service.js';
import { loadHeld } from '../load-case.js';
import { CaseExtension, type LeftOut } from './case-extension.entity.js';
import { branchStates, casesOf, DAY, extendableStates } from './extension-scope.js';

/** Cases moved in one transaction, the cursor with them: a crash repeats none and forgets none. */
const BATCH = 50;

interface Place {
  readonly id: string;
  /** Of the queue. */
  readonly place: number | string;
}

const plus = (counts: LeftOut, why: string): LeftOut => ({ ...counts, [why]: (counts[why] ?? 0) + 1 });

/** Carries out mass extensions, in any number of processes: whoever moves the cursor has moved the cases. */
@Injectable()
export class ExtensionWorker {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ClosedDayBook) private readonly closed: ClosedDayBook,
  ) {}

  /** Everything that was begun. @returns how many batches were done */
  async runDue(now: number): Promise<number> {
    let batches = 0;
    for (;;) {
      const [next] = await this.database.read.find(CaseExtension, {
        where: { finishedAt: IsNull() },
        order: { id: 'ASC' },
        take: 1,
      });
      if (!next) return batches;
      if (!(await this.batch(next, now))) return batches;
      batches += 1;
    }
  }

  /** False where another process was faster. */
  private async batch(run: CaseExtension, now: number): Promise<boolean> {
    try {
      await this.database.inTransaction((tx) => this.step(tx, run, now));
      return true;
    } catch (error) {
      if (error instanceof StaleVersion) return false;
      throw error;
    }
  }

  private async step(tx: EntityManager, run: CaseExtension, now: number): Promise<void> {
    const places = await this.places(tx, run);
    const last = places.at(-1);
    let { extended, leftOut } = run;
    for (const { id } of places) {
      const why = await this.extend(tx, run, id, now);
      if (why === null) extended += 1;
      else leftOut = plus(leftOut, why);
    }
    const isLastOfState = places.length < BATCH;
    const cursor = isLastOfState
      ? { stateAt: run.stateAt + 1, cursorRank: null, cursorId: null }
      : { cursorRank: Number(last?.place), cursorId: last?.id ?? null };
    const finishedAt = isLastOfState && run.stateAt + 1 >= statesOf(run).length ? now : null;
    await updateVersioned(tx, CaseExtension, run, { ...cursor, finishedAt, extended, leftOut }, 'extension');
  }

  private places(tx: EntityManager, run: CaseExtension): Promise<Place[]> {
    const state = statesOf(run)[run.stateAt];
    if (state === undefined || !this.tree.snapshot.has(run.nodeId)) return Promise.resolve([]);
    const { sql, params } = casesOf(columnAt(this.tree.snapshot.tree.depthOf(nodeId(run.nodeId))), run, state);
    const from = run.cursorRank === null ? '' : ' AND c.queue_rank <= ? AND (c.queue_rank < ? OR c.id < ?)';
    return tx.query<Place[]>(
      `SELECT c.id AS id, c.queue_rank AS place FROM after_sales_case c WHERE ${sql}${from}
       ORDER BY c.queue_rank DESC, c.id DESC LIMIT ${String(BATCH)}`,
      [...params, ...(run.cursorRank === null ? [] : [run.cursorRank, run.cursorRank, run.cursorId])],
    );
  }

  /** Where a deadline goes once the days of this run do not count. */
  private async withoutDays(run: CaseExtension, row: AfterSalesCase, deadlineAt: number): Promise<number> {
    const { epoch, tree } = await this.engine.current();
    const path = tree.pathOf(nodeId(row.nodeId));
    const mine = { nodeId: run.nodeId, days: run.closedDays ?? [] };
    const [before, now] = [await this.closed.of(path, epoch, mine), await this.closed.of(path, epoch)];
    const after = new Set([...now, ...mine.days]);
    return withDaysClosed(deadlineAt, run.createdAt, { before, after }, tree.require(row.nodeId).timeZone);
  }

  /** Null: its deadline was moved; else why it was left out. */
  private async extend(tx: EntityManager, run: CaseExtension, id: string, now: number): Promise<string | null> {
    const row = await loadHeld(tx, id);
    if (row.deadlineAt === null) return 'noClock';
    if (await changedSince(tx, row, run.createdAt)) return 'changed';
    const doer = { capacity: 'HQ' as const, kind: 'staff' as const, id: run.personId, name: run.personName };
    const until = run.closedDays === null ? row.deadlineAt + run.days * DAY : await this.withoutDays(run, row, row.deadlineAt);
    if (until === row.deadlineAt) return 'untouched';
    const action = { verb: 'extend' as const, until };
    try {
      const said = { reason: run.reason };
      await this.cases.carryOut(tx, doer, { id, version: row.version, action, said }, now);
      return null;
    } catch (error) {
      if (error instanceof CaseRefused) return error.code;
      throw error;
    }
  }
}

/** Closed days move the branch's own clocks alone. */
const statesOf = ({ closedDays }: CaseExtension) => (closedDays === null ? extendableStates : branchStates);

/** Whatever was done to a case since the dry run was seen, this very extension included, gave it its own deadline. */
async function changedSince(tx: EntityManager, { id, lastSeq }: AfterSalesCase, since: number): Promise<boolean> {
  const last = await tx.findOne(CaseEvent, { where: { caseId: id, seq: lastSeq } });
  return last !== null && !isNotice(last.verb) && last.at >= since;
}
