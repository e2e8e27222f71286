import type { EntityManager } from 'typeorm';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { StaleVersion } from '../common/errors.js';

interface StaleDetails {
  readonly seen: number;
  readonly now: number | null;
}

/** Runs an update; where it is refused as stale, the refusal says who did what to the unit last. */
export async function withMeanwhile<T>(tx: EntityManager, id: string, update: () => Promise<T>): Promise<T> {
  try {
    return await update();
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    throw new StaleVersion('unit', { ...(error.facts.details as StaleDetails), meanwhile: await lastEvents(tx, id) });
  }
}

async function lastEvents(tx: EntityManager, id: string): Promise<{ at: string; actorName: string; action: string }[]> {
  const events = await tx.find(AuditEvent, {
    where: { subjectType: 'orgNode', subjectId: id },
    order: { at: 'DESC', id: 'DESC' },
    take: 3,
  });
  return events.map(({ at, actorName, action }) => ({ at: new Date(at).toISOString(), actorName, action }));
}
