import { Inject, Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { isRetryable } from '../database/retry.js';
import { CaseEvents } from './case-events.js';
import { wakeAt } from './case-facts.js';
import { CaseRules } from './case-rules.service.js';
import { AfterSalesCase } from './case.entity.js';
import { CaseService } from './case.service.js';
import { systemDoer } from './doer.js';
import { inWords } from './in-parts.js';
import { loadAllHeld } from './load-case.js';
import { markedBy } from './reminded.js';

/** Cases looked at in one transaction, and how long one that fails is left alone. */
const BATCH = 100;
const LEFT_ALONE = 60_000;

type Due = Pick<AfterSalesCase, 'id' | 'orderId'>;

const doer = systemDoer('clock');

/**
 * A13: fires the deadlines of cases, from their rows. Claiming cases and moving them are one transaction, so that any number of
 * instances may do this, and a crash leaves nothing half-done. The longest due come first.
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
    const rows = await this.database.read.query<Due[]>(
      'SELECT id, order_id AS orderId FROM after_sales_case WHERE wake_at <= ? ORDER BY wake_at, id LIMIT ?',
      [now, BATCH + this.failed.size],
    );
    return rows.filter(({ id }) => !this.isLeftAlone(id)).slice(0, BATCH);
  }

  /** All of them in one transaction; where one cannot be moved, each in its own. */
  private async fire(due: readonly Due[], now: number): Promise<number> {
    if (due.length === 0) return 0;
    let failure: unknown;
    const ring = async (tx: EntityManager): Promise<number> => {
      try {
        return await this.ring(tx, due, now);
      } catch (error) {
        failure = error;
        throw error;
      }
    };
    try {
      return await this.database.inTransaction(ring);
    } catch (error) {
      if (error !== failure || isRetryable(error)) throw error;
    }
    const [only, ...more] = due;
    if (only && more.length === 0) this.leaveAlone(only, failure);
    if (more.length === 0) return 0;
    let moved = 0;
    for (const each of due) moved += await this.fire([each], now);
    return moved;
  }

  private leaveAlone({ id }: Due, error: unknown): void {
    this.failed.set(id, Date.now() + LEFT_ALONE);
    this.log.error(`the clock of case ${id} failed: ${inWords(error)}`);
  }

  /** Those that nobody else has been faster with: the deadlines that have passed, else the reminders on the way to them. */
  private async ring(tx: EntityManager, due: readonly Due[], now: number): Promise<number> {
    const rows = (await loadAllHeld(tx, due)).filter(({ wakeAt }) => wakeAt !== null && wakeAt <= now);
    const hasPassed = ({ deadlineAt }: AfterSalesCase) => deadlineAt !== null && deadlineAt <= now;
    const passed = rows.filter(hasPassed);
    await this.cases.carryOutAll(tx, doer, passed, { verb: 'timeout' }, now);
    let moved = passed.length;
    for (const row of rows) if (!hasPassed(row)) moved += await this.remind(tx, row, now);
    return moved;
  }

  /** A reminder is an event and a mark on the row, and no change: nobody's step is refused for it. */
  private async remind(tx: EntityManager, row: AfterSalesCase, now: number): Promise<number> {
    const due = row.reminders.filter(({ at }) => at <= now);
    const ground = await this.rules.ground(row, now);
    let { lastSeq } = row;
    for (const reminder of due) {
      lastSeq += 1;
      await this.events.remind(tx, { ...row, lastSeq }, doer, reminder, ground);
    }
    const reminders = row.reminders.filter(({ at }) => at > now);
    const patch = { reminders, lastSeq, wakeAt: wakeAt(row.deadlineAt, reminders), ...markedBy(row, due) };
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
