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
import { localDay } from '../../common/local-day.js';
import { Database } from '../../database/database.js';
import { nextEpoch } from '../../database/epoch.js';
import { CaseExtension } from '../extension/case-extension.entity.js';
import { ClosedDay } from './closed-day.entity.js';

const DAY = 86_400_000;
const MAX_DAYS = 60;
const MAX_NAME = 100;
/** Cases that a preview looks at. */
const LOOKED_AT = 20_000;

export interface DaysToClose {
  readonly nodeId: string;
  readonly days: readonly Holiday[];
}

/** A13: HQ's calendar of closed days. The clocks of branches stand still on them; deadlines that run move, and never back. */
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

  /** How many running deadlines would move; nothing is written. @throws NotFound, Forbidden, BadInput */
  async preview(actor: StaffActor, asked: DaysToClose): Promise<{ days: number; cases: number; hasMore: boolean }> {
    const fresh = await this.fresh(this.database.read, actor, asked);
    const [first] = fresh;
    if (!first) return { days: 0, cases: 0, hasMore: false };
    const { snapshot } = actor;
    const column = columnAt(snapshot.tree.depthOf(idOf(asked.nodeId)));
    const [row] = await this.database.read.query<{ cases: number | string }[]>(
      `SELECT COUNT(*) AS cases FROM (SELECT c.id FROM after_sales_case c
       WHERE c.${column} = ? AND c.state = 'APPLIED' AND c.deadline_at > ? LIMIT ${String(LOOKED_AT)}) t`,
      [asked.nodeId, beginningOf(first.day, snapshot.require(asked.nodeId).timeZone)],
    );
    const cases = Number(row?.cases ?? 0);
    return { days: fresh.length, cases, hasMore: cases === LOOKED_AT };
  }

  /** Days that are closed already stay as they are; the same key adds once. @throws NotFound, Forbidden, BadInput */
  async add(actor: StaffActor, asked: DaysToClose, key: string): Promise<ClosedDay[]> {
    return this.database.inTransaction(async (tx) => {
      const now = this.clock.now();
      await nextEpoch(tx, now);
      const fresh = await this.fresh(tx, actor, asked);
      if (fresh.length === 0) throw new BadInput('days', 'All of these days are closed already.', 'a day that is open');
      const personName = actor.name.slice(0, 100);
      const rows = fresh.map(({ day, name }) => ({
        ...{ id: newId(now), nodeId: asked.nodeId, day, name: name.trim(), createdAt: now, personName },
      }));
      await tx.insert(ClosedDay, rows);
      await tx.insert(CaseExtension, {
        ...{ id: newId(now), idempotencyKey: key, nodeId: asked.nodeId, reasonClass: null, days: rows.length },
        ...{ reason: rows.map(({ day, name }) => `${day} ${name}`).join('，'), personId: actor.personId, personName },
        ...{
          createdAt: now,
          finishedAt: null,
          stateAt: 0,
          cursorRank: null,
          cursorId: null,
          extended: 0,
          leftOut: {},
          version: 1,
        },
        closedDays: rows.map(({ day }) => day),
      });
      await this.note(tx, actor, 'closedDay.add', asked.nodeId, rows);
      return rows;
    });
  }

  /** It counts for clocks that begin from now on; deadlines that were moved stay. @throws NotFound, Forbidden */
  async remove(actor: StaffActor, id: string): Promise<ClosedDay> {
    return this.database.inTransaction(async (tx) => {
      await nextEpoch(tx, this.clock.now());
      const row = await tx.findOneBy(ClosedDay, { id });
      if (!row) throw new NotFound('closed day', id);
      authorize(actor, 'closedDay.remove', targetAt(actor.snapshot, row.nodeId, 'closed day', id));
      await tx.delete(ClosedDay, { id });
      await this.note(tx, actor, 'closedDay.remove', row.nodeId, [row]);
      return row;
    });
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
    const data = { n: days.length, days: days.map(({ day, name }) => `${day} ${name}`).join('，') };
    return this.audit.record(tx, { actor, action, subject: { type: 'orgNode', id: nodeId }, nodeId, data });
  }
}

const isDay = (day: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};

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
