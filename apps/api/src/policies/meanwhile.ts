import type { EntityManager } from 'typeorm';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { StaleVersion } from '../common/errors.js';
import type { PolicyVersion } from './policy.entity.js';

/** @throws StaleVersion that says who did what since */
export async function refuseStale(tx: EntityManager, { id, version }: PolicyVersion, seen: number): Promise<void> {
  if (version === seen) return;
  const last = await tx.findOne(AuditEvent, {
    where: { subjectType: 'policyVersion', subjectId: id },
    order: { at: 'DESC', id: 'DESC' },
  });
  const meanwhile = last && { by: last.actorName, action: last.action, at: new Date(last.at).toISOString() };
  throw new StaleVersion('version', { seen, now: version, meanwhile });
}
