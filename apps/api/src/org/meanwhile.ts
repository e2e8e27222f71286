import { type EntityManager, type FindOperator, LessThan, MoreThanOrEqual } from 'typeorm';
import type { AuditAction } from '../audit/audit-action.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import type { Others, Trail } from '../audit/meanwhile.js';
import { EpochLog } from '../database/epoch.entity.js';
import { committedAt } from '../database/epoch.js';
import { OrgNode } from '../tree/org-node.entity.js';

const actions = [
  'orgNode.rename',
  'orgNode.move',
  'orgNode.archive',
  'orgNode.restore',
] as const satisfies readonly AuditAction[];

/** What happened to a unit, imports included. */
export const trailOf = (tx: EntityManager, id: string): Trail => ({
  what: 'unit',
  subject: { type: 'orgNode', id },
  actions,
  others: (lastOwn, count) => importsOf(tx, id, lastOwn, count),
});

/**
 * An import tells of itself once, when it is through, and not of each unit it changed. Where the unit's last write has no event of its own,
 * the import that ended next made it; later ones changed others, and earlier ones may have changed this one too.
 */
async function importsOf(tx: EntityManager, id: string, lastOwn: number, count: number): Promise<Others> {
  const { epoch } = await tx.findOneByOrFail(OrgNode, { id });
  const { at: written } = await tx.findOneByOrFail(EpochLog, { epoch });
  // An epoch's turn comes once the one before is committed, so an event after that is of this epoch.
  const isOwn = lastOwn > ((await committedAt(tx, epoch - 1)) ?? -1);
  const imports = (at: FindOperator<number>, order: 'ASC' | 'DESC', take: number) =>
    tx.find(AuditEvent, { where: { action: 'import.orgUnits', at }, order: { at: order, id: order }, take });
  const [last = null] = isOwn ? [] : await imports(MoreThanOrEqual(written), 'ASC', 1);
  return { last, likely: await imports(LessThan(written), 'DESC', count) };
}
