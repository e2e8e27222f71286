import { monthAfter } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { StaffActor } from '../../auth/actor.js';
import { authorize, may, targetAt } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { newId } from '../../common/ids.js';
import { Database } from '../../database/database.js';
import { isDuplicate } from '../../database/retry.js';
import { checkMonth } from '../months.js';
import { runCloseChecks, type CheckOutcome, type MonthAsked } from './close-checks.js';
import { ClosedMonth } from './closed-month.entity.js';
import { closedThrough } from './closed-through.js';
import { monthEnd } from './month-end.js';
import { contentsOf } from './month-contents.js';
import { PeriodClosed, PeriodNotNext, PeriodNotReady } from './period.errors.js';

const SHOWN = 24;

export interface MonthToClose {
  readonly period: string;
  readonly overAt: number;
  readonly entries: number;
}

/** M3: the months of the chain, closed one after the other and never opened again. */
@Injectable()
export class MonthCloseService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** The first open month with entries. Null for whoever does not close months, or where there is none. */
  async next(actor: StaffActor): Promise<MonthToClose | null> {
    if (!may(actor, 'money.close', targetAt(actor.snapshot, actor.snapshot.root.id))) return null;
    return this.nextIn(this.database.read, actor, await closedThrough(this.database.read));
  }

  /** What stands in the way of closing the next month. @throws NotFound, Forbidden */
  async checks(actor: StaffActor, next: MonthToClose | null): Promise<CheckOutcome[]> {
    this.authorize(actor);
    return next === null ? [] : runCloseChecks(this.database.read, this.asked(actor, next));
  }

  /** The latest first. @throws NotFound, Forbidden */
  closed(actor: StaffActor): Promise<ClosedMonth[]> {
    this.authorize(actor);
    return this.database.read.find(ClosedMonth, { order: { period: 'DESC' }, take: SHOWN });
  }

  /** The closing that a month was closed by: its own, or that of a later month where it had no entries. */
  async closingOf(period: string): Promise<ClosedMonth | null> {
    const [closing] = await this.database.read.find(ClosedMonth, {
      where: { period: MoreThanOrEqual(period) },
      order: { period: 'ASC' },
      take: 1,
    });
    return closing ?? null;
  }

  /**
   * Closes a month for good. Its row comes first: from then on postings wait, so that the checks see all that came before.
   * @throws NotFound, Forbidden, PeriodClosed, PeriodNotNext, PeriodNotReady
   */
  async close(actor: StaffActor, period: string): Promise<ClosedMonth> {
    checkMonth(period, 'period');
    this.authorize(actor);
    return this.database.inTransaction(async (tx) => {
      const row = await this.take(tx, actor, period);
      const before = await closedThrough(tx, row.id);
      if (before !== null && period < before) throw new PeriodClosed(period, monthAfter(before));
      await this.mustBeReady(tx, actor, period, before);
      const contents = await contentsOf(tx, actor.snapshot.root.id, period);
      await tx.update(ClosedMonth, { id: row.id }, contents);
      const subject = { type: 'month', id: period };
      await this.audit.record(tx, { actor, action: 'money.close', subject, nodeId: null, data: { period, ...contents } });
      return { ...row, ...contents };
    });
  }

  /** @throws PeriodClosed */
  private async take(tx: EntityManager, { personId, name }: StaffActor, period: string): Promise<ClosedMonth> {
    const now = this.clock.now();
    const empty = { entries: 0, linesPosted: 0, debits: {} };
    const row = { id: newId(now), period, closedAt: now, personId, personName: name.slice(0, 100), ...empty };
    try {
      await tx.insert(ClosedMonth, row);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      throw new PeriodClosed(period, monthAfter((await closedThrough(this.database.read)) ?? period));
    }
    return row;
  }

  private async mustBeReady(tx: EntityManager, actor: StaffActor, period: string, before: string | null): Promise<void> {
    const next = await this.nextIn(tx, actor, before);
    if (next?.period !== period) throw new PeriodNotNext(period, next?.period ?? null);
    const failed = (await runCloseChecks(tx, this.asked(actor, next))).filter(({ blocks, count }) => blocks && count > 0);
    if (failed.length > 0) throw new PeriodNotReady(period, failed);
  }

  private async nextIn(manager: EntityManager, actor: StaffActor, after: string | null): Promise<MonthToClose | null> {
    const [first] = await manager.query<{ period: string | null }[]>(
      'SELECT MIN(period) AS period FROM ledger_entry WHERE period > ?',
      [after ?? ''],
    );
    if (first?.period == null) return null;
    const { period } = first;
    const [count] = await manager.query<{ n: number | string }[]>('SELECT COUNT(*) AS n FROM ledger_entry WHERE period = ?', [
      period,
    ]);
    return { period, overAt: monthEnd(period, actor.snapshot), entries: Number(count?.n ?? 0) };
  }

  private asked({ snapshot }: StaffActor, { period, overAt }: MonthToClose): MonthAsked {
    return { period, overAt, rootId: snapshot.root.id, now: this.clock.now() };
  }

  /** The books are the chain's: whoever closes a month does so at its root. */
  private authorize(actor: StaffActor): void {
    authorize(actor, 'money.close', targetAt(actor.snapshot, actor.snapshot.root.id));
  }
}
