import type { CaseAction } from '@headwater/after-sales';
import { columnAt } from '@headwater/access';
import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { StaleVersion } from '../../common/errors.js';
import { Database, updateVersioned } from '../../database/database.js';
import { TreeService } from '../../tree/tree.service.js';
import type { AfterSalesCase } from '../case.entity.js';
import { CaseRefused } from '../case.errors.js';
import { PolicyEngine } from '../../policies/policy-engine.service.js';
import { ClosedDayBook } from '../closed-days/closed-day-book.service.js';
import { CaseService } from '../case.service.js';
import { loadHeld } from '../load-case.js';
import { bringsForward, changeBy, changedSince, countedSince, isOfCalendar } from './calendar-run.js';
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

/** Carries out mass extensions, and what a changed calendar means for the deadlines that run, in any number of processes: whoever moves the cursor has moved the cases. */
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
      const why = await this.move(tx, run, id, now);
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
    const [beyond, order] = bringsForward(run) ? ['>', 'ASC'] : ['<', 'DESC'];
    const from =
      run.cursorRank === null ? '' : ` AND c.queue_rank ${beyond}= ? AND (c.queue_rank ${beyond} ? OR c.id ${beyond} ?)`;
    return tx.query<Place[]>(
      `SELECT c.id AS id, c.queue_rank AS place FROM after_sales_case c WHERE ${sql}${from}
       ORDER BY c.queue_rank ${order}, c.id ${order} LIMIT ${String(BATCH)}`,
      [...params, ...(run.cursorRank === null ? [] : [run.cursorRank, run.cursorRank, run.cursorId])],
    );
  }

  /** Null: its deadline was moved; else why it was left out. */
  private async move(tx: EntityManager, run: CaseExtension, id: string, now: number): Promise<string | null> {
    const row = await loadHeld(tx, id);
    if (row.deadlineAt === null) return 'noClock';
    const isRecount = isOfCalendar(run);
    const isKept = isRecount ? countedSince : changedSince;
    if (await isKept(tx, row, run.createdAt)) return 'changed';
    const capacity = isRecount ? 'system' : 'HQ';
    const doer = { capacity, kind: 'staff', id: run.personId, name: run.personName } as const;
    const action = isRecount ? await this.recount(run, row) : extension(run, row.deadlineAt);
    try {
      await this.cases.carryOut(tx, doer, { id, version: row.version, action, said: { reason: run.reason } }, now);
      return null;
    } catch (error) {
      if (error instanceof CaseRefused) return error.code;
      throw error;
    }
  }

  private async recount(run: CaseExtension, row: AfterSalesCase): Promise<CaseAction> {
    const { epoch, tree } = await this.engine.current();
    const path = tree.pathOf(nodeId(row.nodeId));
    return { verb: 'recount', ...(await changeBy(run, (asked) => this.closed.of(path, epoch, asked))) };
  }
}

const extension = ({ days }: CaseExtension, deadlineAt: number): CaseAction => ({
  verb: 'extend',
  until: deadlineAt + days * DAY,
});

/** Closed days move the branch's own clocks alone. */
const statesOf = (run: CaseExtension) => (isOfCalendar(run) ? branchStates : extendableStates);
