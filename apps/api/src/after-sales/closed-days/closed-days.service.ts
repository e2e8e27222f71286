import { beginningOf, statutoryHolidays, statutoryYears, type Holiday } from '@headwater/after-sales';
import { columnAt } from '@headwater/access';
import { nodeId as idOf } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { StaffActor } from '../../auth/actor.js';
import { authorize, isWithin, may, targetAt } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { BadInput, NotFound } from '../../common/errors.js';
import { newId } from '../../common/ids.js';
import { isDay, localDay } from '../../common/local-day.js';
import { Database } from '../../database/database.js';
import { nextEpoch } from '../../database/epoch.js';
import { CaseExtension } from '../extension/case-extension.entity.js';
import { branchStates } from '../extension/extension-scope.js';
import { begunBy, newRun } from '../extension/new-run.js';
import { ClosedDay } from './closed-day.entity.js';

const DAY = 86_400_000;
const MAX_DAYS = 60;
const MAX_NAME = 100;
/** Cases of a state that a preview looks at. */
const LOOKED_AT = 20_000;

export interface DaysToClose {
  readonly nodeId: string;
  readonly days: readonly Holiday[];
}

export interface DeadlinesToMove {
  readonly days: number;
  readonly cases: number;
  /** There are more than were counted. */
  readonly hasMore: boolean;
}

/** A13: HQ's calendar of closed days. The clocks of branches stand still on them, and deadlines that run move with a change of it. */
@Injectable()
export class ClosedDayService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** From yesterday on, the next first. @throws NotFound */
  async list(actor: StaffActor, within: string | null | undefined): Promise<ClosedDay[]> {
    const { snapshot } = actor;
    if (within != null && !snapshot.has(within)) throw new NotFound('unit', within);
    const since = new Date(this.clock.now() - DAY).toISOString().slice(0, 10);
    const rows = await this.database.read.find(ClosedDay, {
      where: { day: MoreThanOrEqual(since) },
      order: { day: 'ASC', id: 'ASC' },
    });
    const seen = ({ nodeId }: ClosedDay) =>
      snapshot.has(nodeId) && isWithin(snapshot, nodeId, within) && may(actor, 'closedDay.read', targetAt(snapshot, nodeId));
    return rows.filter(seen);
  }

  /** The statutory holidays of a year. @throws BadInput for a year whose are not known */
  statutory(year: number): readonly Holiday[] {
    const days = statutoryHolidays(year);
    if (days.length === 0) throw new BadInput('year', 'The holidays of this year are not known.', statutoryYears);
    return days;
  }

  /** How many running deadlines may move at most; nothing is written. @throws NotFound, Forbidden, BadInput */
  async preview(actor: StaffActor, asked: DaysToClose): Promise<DeadlinesToMove> {
    const fresh = await this.fresh(this.database.read, actor, asked);
    return this.toMove(actor, asked.nodeId, fresh);
  }

  /** The same before a day is opened again. @throws NotFound, Forbidden */
  async previewRemoval(actor: StaffActor, id: string): Promise<DeadlinesToMove> {
    const row = await this.removable(this.database.read, actor, id);
    return this.toMove(actor, row.nodeId, this.isToCome(actor, row) ? [row] : []);
  }

  /** Days that are closed already stay as they are; the same key adds once. @throws NotFound, Forbidden, BadInput */
  async add(actor: StaffActor, asked: DaysToClose, key: string): Promise<ClosedDay[]> {
    return this.database.inTransaction(async (tx) => {
      const now = this.clock.now();
      await nextEpoch(tx, now);
      const fresh = await this.fresh(tx, actor, asked);
      const isSame = ({ nodeId, closedDays }: CaseExtension) =>
        closedDays !== null && nodeId === asked.nodeId && fresh.length === 0;
      const begun = await begunBy(tx, actor, key, isSame);
      if (begun) return tx.findBy(ClosedDay, { nodeId: begun.nodeId, day: In([...(begun.closedDays ?? [])]) });
      if (fresh.length === 0) throw new BadInput('days', 'All of these days are closed already.', 'a day that is open');
      const personName = actor.name.slice(0, 100);
      const rows = fresh.map(({ day, name }) => ({
        ...{ id: newId(now), nodeId: asked.nodeId, day, name: name.trim(), createdAt: now, personName },
      }));
      await tx.insert(ClosedDay, rows);
      await this.moveDeadlines(tx, actor, { nodeId: asked.nodeId, idempotencyKey: key }, 'closedDays', rows);
      await this.note(tx, actor, 'closedDay.add', asked.nodeId, rows);
      return rows;
    });
  }

  /** The deadlines that run move with it, as far forward as `recounted` allows. @throws NotFound, Forbidden */
  async remove(actor: StaffActor, id: string): Promise<ClosedDay> {
    return this.database.inTransaction(async (tx) => {
      const now = this.clock.now();
      await nextEpoch(tx, now);
      const row = await this.removable(tx, actor, id);
      await tx.delete(ClosedDay, { id });
      if (this.isToCome(actor, row)) {
        await this.moveDeadlines(tx, actor, { nodeId: row.nodeId, idempotencyKey: newId(now) }, 'openedDays', [row]);
      }
      await this.note(tx, actor, 'closedDay.remove', row.nodeId, [row]);
      return row;
    });
  }

  private async removable(manager: EntityManager, actor: StaffActor, id: string): Promise<ClosedDay> {
    const row = await manager.findOneBy(ClosedDay, { id });
    if (!row) throw new NotFound('closed day', id);
    authorize(actor, 'closedDay.remove', targetAt(actor.snapshot, row.nodeId, 'closed day', id));
    return row;
  }

  /** A day that is over moves nothing any more. */
  private isToCome({ snapshot }: StaffActor, { day, nodeId }: ClosedDay): boolean {
    return day >= localDay(this.clock.now(), snapshot.require(nodeId).timeZone);
  }

  /** The branch's own clocks at and below a unit that run beyond the first of some days, up to so many of each state. */
  private async toMove(
    { snapshot }: StaffActor,
    nodeId: string,
    days: readonly Pick<ClosedDay, 'day'>[],
  ): Promise<DeadlinesToMove> {
    const [first] = days;
    if (!first) return { days: 0, cases: 0, hasMore: false };
    const column = columnAt(snapshot.tree.depthOf(idOf(nodeId)));
    const from = beginningOf(first.day, snapshot.require(nodeId).timeZone);
    const one = `SELECT COUNT(*) AS cases FROM (SELECT c.id FROM after_sales_case c WHERE c.${column} = ? AND c.state = ?
      AND c.deadline_at > ? AND c.deadline_outcome IN ('approve', 'receive', 'refund') LIMIT ${String(LOOKED_AT)}) t`;
    const counted = await Promise.all(
      branchStates.map((state) => this.database.read.query<{ cases: number | string }[]>(one, [nodeId, state, from])),
    );
    const each = counted.map(([row]) => Number(row?.cases ?? 0));
    return {
      days: days.length,
      cases: each.reduce((sum, n) => sum + n, 0),
      hasMore: each.some((n) => n === LOOKED_AT),
    };
  }

  /** The worker does it, case by case. */
  private async moveDeadlines(
    tx: EntityManager,
    actor: StaffActor,
    what: Pick<CaseExtension, 'nodeId' | 'idempotencyKey'>,
    by: 'closedDays' | 'openedDays',
    days: readonly Holiday[],
  ): Promise<void> {
    const reason = listed(days);
    const run = { ...what, reason, days: days.length, [by]: days.map(({ day }) => day) };
    await tx.insert(CaseExtension, newRun(actor, run, this.clock.now()));
  }

  /** Those of the days that are open yet, at the unit and above it; the next first. */
  private async fresh(manager: EntityManager, actor: StaffActor, { nodeId, days }: DaysToClose): Promise<Holiday[]> {
    const { snapshot } = actor;
    if (!snapshot.has(nodeId)) throw new NotFound('unit', nodeId);
    authorize(actor, 'closedDay.add', targetAt(snapshot, nodeId));
    const today = localDay(this.clock.now(), snapshot.require(nodeId).timeZone);
    check(days, today);
    const path = snapshot.pathOf(idOf(nodeId));
    const known = await manager.find(ClosedDay, { where: { nodeId: In([...path]), day: In(days.map(({ day }) => day)) } });
    const closed = new Set(known.map(({ day }) => day));
    return days.filter(({ day }) => !closed.has(day)).sort((one, other) => (one.day < other.day ? -1 : 1));
  }

  private note(
    tx: EntityManager,
    actor: StaffActor,
    action: 'closedDay.add' | 'closedDay.remove',
    nodeId: string,
    days: readonly Holiday[],
  ): Promise<void> {
    const data = { n: days.length, days: listed(days) };
    return this.audit.record(tx, { actor, action, subject: { type: 'orgNode', id: nodeId }, nodeId, data });
  }
}

const listed = (days: readonly Holiday[]): string => days.map(({ day, name }) => `${day} ${name}`).join('，');

/** @throws BadInput */
function check(days: readonly Holiday[], today: string): void {
  if (days.length < 1 || days.length > MAX_DAYS) throw new BadInput('days', 'Some days, not a year.', { min: 1, max: MAX_DAYS });
  const lastDay = new Date(Date.parse(`${today}T00:00:00Z`) + 366 * DAY).toISOString().slice(0, 10);
  for (const [index, { day, name }] of days.entries()) {
    const at = `days.${String(index)}.`;
    const bounds = { min: today, max: lastDay };
    if (!isDay(day) || day < today || day > lastDay)
      throw new BadInput(`${at}day`, 'A day from today on, within a year.', bounds);
    const length = name.trim().length;
    if (length < 1 || length > MAX_NAME) throw new BadInput(`${at}name`, 'What the day is called.', { min: 1, max: MAX_NAME });
    if (days.some((other, place) => place < index && other.day === day))
      throw new BadInput(`${at}day`, 'Each day once.', 'a day that is not named before');
  }
}
