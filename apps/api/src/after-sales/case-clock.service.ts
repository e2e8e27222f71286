import { Inject, Injectable, Logger } from '@nestjs/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { CaseEvents } from './case-events.js';
import { wakeAt } from './case-facts.js';
import { CaseRules } from './case-rules.service.js';
import { AfterSalesCase } from './case.entity.js';
import { CaseService } from './case.service.js';
import { systemDoer } from './doer.js';
import { inParts, inWords } from './in-parts.js';
import { loadHeld } from './load-case.js';

/** Cases looked at in one transaction, and how long one that fails is left alone. */
const BATCH = 50;
const LEFT_ALONE = 60_000;

type Due = Pick<AfterSalesCase, 'id' | 'wakeAt'>;

const doer = systemDoer('clock');

/**
 * A13: fires the deadlines of cases, from their rows. Claiming a case and moving it are one update in one transaction, so that any number
 * of instances may do this, and a crash leaves nothing half-done. The longest due come first.
 */
@Injectable()
export class CaseClock {
  private readonly log = new Logger(CaseClock.name);
  private readonly failed = new Map<string, number>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(CaseEvents) private readonly events: CaseEvents,
    @Inject(CaseRules) private readonly rules: CaseRules,
  ) {}

  /**
   * Everything that is due at `now` (UTC epoch ms), what becomes due by it included.
   * @returns how many times a case was moved, alerted or reminded
   */
  async runDue(now: number): Promise<number> {
    let moved = 0;
    for (;;) {
      const due = await this.due(now);
      const done = await this.fire(due, now);
      moved += done;
      if (due.length < BATCH || done === 0) return moved;
    }
  }

  /** When the next clock rings; null: none is running. */
  async next(): Promise<number | null> {
    const [row] = await this.database.read.query<{ at: number | string | null }[]>(
      'SELECT MIN(wake_at) AS at FROM after_sales_case',
    );
    return row?.at == null ? null : Number(row.at);
  }

  private async due(now: number): Promise<Due[]> {
    const rows = await this.database.read.find(AfterSalesCase, {
      select: { id: true, wakeAt: true },
      where: { wakeAt: LessThanOrEqual(now) },
      order: { wakeAt: 'ASC', id: 'ASC' },
      take: BATCH + this.failed.size,
    });
    return rows.filter(({ id }) => !this.isLeftAlone(id)).slice(0, BATCH);
  }

  private async fire(due: readonly Due[], now: number): Promise<number> {
    if (due.length === 0) return 0;
    const ring = (part: EntityManager, each: Due) => this.ring(part, each, now);
    const moved = await this.database.inTransaction((tx) =>
      inParts(tx, due, ring, (each, error) => this.leaveAlone(each, error)),
    );
    return moved.reduce((sum, count) => sum + count, 0);
  }

  private leaveAlone({ id }: Due, error: unknown): void {
    this.failed.set(id, Date.now() + LEFT_ALONE);
    this.log.error(`the clock of case ${id} failed: ${inWords(error)}`);
  }

  /** One case, if nobody else has been faster: its reminders, then its deadline. */
  private async ring(tx: EntityManager, { id }: Due, now: number): Promise<number> {
    const row = await loadHeld(tx, id);
    if (row.wakeAt === null || row.wakeAt > now) return 0;
    if (row.deadlineAt !== null && row.deadlineAt <= now) {
      await this.cases.carryOut(tx, doer, { id, version: row.version, action: { verb: 'timeout' } }, now);
      return 1;
    }
    return this.remind(tx, row, now);
  }

  /** A reminder is an event and nothing else: whoever has the case open is not told that it changed. */
  private async remind(tx: EntityManager, row: AfterSalesCase, now: number): Promise<number> {
    const due = row.reminders.filter(({ at }) => at <= now);
    const ground = await this.rules.ground(row, now);
    let { lastSeq } = row;
    for (const reminder of due) {
      lastSeq += 1;
      await this.events.remind(tx, { ...row, lastSeq }, doer, reminder, ground);
    }
    const reminders = row.reminders.filter(({ at }) => at > now);
    const stale = due.find(({ kind }) => kind === 'parcelStale');
    const patch = {
      reminders,
      lastSeq,
      wakeAt: wakeAt(row.deadlineAt, reminders),
      ...(stale && { staleSince: stale.at }),
    };
    await tx.update(AfterSalesCase, { id: row.id, version: row.version }, patch);
    return due.length;
  }

  private isLeftAlone(id: string): boolean {
    const until = this.failed.get(id);
    if (until === undefined) return false;
    if (until > Date.now()) return true;
    this.failed.delete(id);
    return false;
  }
}
