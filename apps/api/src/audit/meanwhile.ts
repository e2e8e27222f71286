import { type EntityManager, In } from 'typeorm';
import { StaleVersion } from '../common/errors.js';
import type { AuditAction } from './audit-action.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditEntry } from './audit.service.js';

/** Where to read what happened to a record. */
export interface Trail {
  readonly what: string;
  readonly subject: AuditEntry['subject'];
  /** What moves its version on; other events leave it where it is. */
  readonly actions: readonly AuditAction[];
  /** For versions without an event of the record's own. `lastOwn`: when its last one was, UTC epoch ms. */
  readonly others?: (lastOwn: number, count: number) => Promise<Others>;
}

/** Events of several records at once: one that is known to have come after all of the record's own, and those that may concern it. */
export interface Others {
  readonly last: AuditEvent | null;
  readonly likely: readonly AuditEvent[];
}

interface StaleDetails {
  readonly seen: number;
  readonly now: number | null;
}

/** Runs an update; where it is refused as stale, the refusal says who did what to the record since it was seen. */
export async function withMeanwhile<T>(tx: EntityManager, trail: Trail, update: () => Promise<T>): Promise<T> {
  try {
    return await update();
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error;
    const details = error.facts.details as StaleDetails;
    throw new StaleVersion(trail.what, { ...details, meanwhile: await eventsSince(tx, trail, details) });
  }
}

const none: Others = { last: null, likely: [] };

/** As many events as versions lie between, the latest first: the first version is the record's beginning, each later one somebody's deed. */
async function eventsSince(tx: EntityManager, { subject, actions, others }: Trail, { seen, now }: StaleDetails) {
  if (now === null) return [];
  const deeds = now - 1;
  const where = { subjectType: subject.type, subjectId: subject.id, action: In([...actions]) };
  const own = await tx.find(AuditEvent, { where, order: { at: 'DESC', id: 'DESC' }, take: deeds });
  const silent = deeds - own.length;
  const { last, likely } = (silent > 0 && (await others?.(own[0]?.at ?? 0, silent))) || none;
  const events = [...(last ? [last] : []), ...own, ...likely].slice(0, now - seen).sort((a, b) => b.at - a.at);
  return events.map(({ at, actorName, action }) => ({ at: new Date(at).toISOString(), actorName, action }));
}
