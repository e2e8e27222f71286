import type { CalendarChange } from '@headwater/after-sales';
import { MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import { isNotice } from '../case-events.js';
import { CaseEvent, type AfterSalesCase } from '../case.entity.js';
import type { ClosedDay } from '../closed-days/closed-day.entity.js';
import type { CaseExtension } from './case-extension.entity.js';

/** Runs that follow a change of the calendar of closed days, not a person's wish to give more time. */
export const isOfCalendar = ({ closedDays, openedDays }: CaseExtension): boolean => closedDays !== null || openedDays !== null;

/** Whose deadlines move to earlier days: cases are then taken from the earliest on, so that none that was moved is met again. */
export const bringsForward = ({ openedDays }: CaseExtension): boolean => openedDays !== null;

/** The closed days of a branch, of those that are asked for. */
type Days = (asked: (day: Pick<ClosedDay, 'id' | 'nodeId' | 'day'>) => boolean) => Promise<ReadonlySet<string>>;

/** What a run changed for a branch, as the calendar stood then: a day that another unit above had closed too changes nothing. */
export async function changeBy(run: CaseExtension, daysOf: Days): Promise<CalendarChange> {
  const { id, nodeId, closedDays, openedDays, createdAt: since } = run;
  const days = closedDays ?? openedDays ?? [];
  const others = [...(await daysOf((known) => known.id < id && !(known.nodeId === nodeId && days.includes(known.day))))];
  const more = [...new Set([...others, ...days])];
  return closedDays === null ? { before: more, after: others, since } : { before: others, after: more, since };
}

/** A clock that began after the calendar had changed knew of it; an earlier change of the calendar may come later to its turn. */
export async function countedSince(tx: EntityManager, { id }: AfterSalesCase, since: number): Promise<boolean> {
  const where = { caseId: id, at: MoreThanOrEqual(since), verb: Not('recount') };
  const events = await tx.find(CaseEvent, { where, select: { oldDeadline: true, newDeadline: true } });
  return events.some(({ oldDeadline, newDeadline }) => oldDeadline !== newDeadline);
}

/** Whatever was done to a case since the dry run was seen, this very extension included, gave it its own deadline. */
export async function changedSince(tx: EntityManager, { id, lastSeq }: AfterSalesCase, since: number): Promise<boolean> {
  const last = await tx.findOne(CaseEvent, { where: { caseId: id, seq: lastSeq } });
  return last !== null && !isNotice(last.verb) && last.at >= since;
}
