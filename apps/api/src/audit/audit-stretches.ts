import type { Permission } from '@headwater/access';
import type { StaffActor } from '../auth/actor.js';
import { branchesWithin } from '../auth/within.js';
import { BadInput } from '../common/errors.js';
import { and, type Where } from '../database/where.js';
import { auditActions, isAuditAction } from './audit-action.js';
import type { AuditFilter } from './audit-event.view.js';

const equal = (column: string, value: string | null | undefined): Where[] =>
  value == null ? [] : [{ sql: `e.${column} = ?`, params: [value] }];

/** @throws BadInput */
function checkedAction(action: string | null | undefined): string | null {
  if (action == null) return null;
  if (!isAuditAction(action)) throw new BadInput('action', `The log knows no action "${action}".`, auditActions);
  return action;
}

function conditionsOf({ action, actorId, subject, from, to }: AuditFilter): Where[] {
  return [
    ...equal('action', checkedAction(action)),
    ...equal('actor_id', actorId),
    ...equal('subject_type', subject?.type),
    ...equal('subject_id', subject?.id),
    ...(from == null ? [] : [{ sql: 'e.at >= ?', params: [from] }]),
    ...(to == null ? [] : [{ sql: 'e.at < ?', params: [to] }]),
  ];
}

/**
 * What a filter asks of the rows (alias `e`) that an actor may see, one condition a unit of his scope. Each is a stretch of an index:
 * of the unit, the unit and the action, the unit and the person, or of the record; what a second one leaves out is little then.
 * @throws NotFound, BadInput
 */
export function stretchesOf(actor: StaffActor, permission: Permission, filter: AuditFilter): Where[] {
  const conditions = conditionsOf(filter);
  return branchesWithin(actor, permission, 'e', filter.within).map((scope) => and(scope, ...conditions));
}
