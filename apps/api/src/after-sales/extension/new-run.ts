import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../../auth/actor.js';
import { BadInput } from '../../common/errors.js';
import { newId } from '../../common/ids.js';
import { CaseExtension } from './case-extension.entity.js';

const MAX_NAME = 100;

type What = Pick<CaseExtension, 'nodeId' | 'days' | 'reason' | 'idempotencyKey'> &
  Partial<Pick<CaseExtension, 'reasonClass' | 'closedDays' | 'openedDays'>>;

/** A run that has yet to move its first case. */
export const newRun = ({ personId, name }: StaffActor, what: What, now: number): CaseExtension => ({
  ...{ reasonClass: null, closedDays: null, openedDays: null, ...what },
  ...{ id: newId(now), personId, personName: name.slice(0, MAX_NAME), createdAt: now, version: 1 },
  ...{ finishedAt: null, stateAt: 0, cursorRank: null, cursorId: null, extended: 0, leftOut: {} },
});

/**
 * What a key began already; null: nothing yet.
 * @param isSame whether it was what is asked for now
 * @throws BadInput where the key began something else, or is somebody else's
 */
export async function begunBy(
  manager: EntityManager,
  { personId }: StaffActor,
  idempotencyKey: string,
  isSame: (run: CaseExtension) => boolean,
): Promise<CaseExtension | null> {
  const run = await manager.findOneBy(CaseExtension, { idempotencyKey });
  if (!run || (run.personId === personId && isSame(run))) return run;
  throw new BadInput('idempotencyKey', 'This key began something else.', 'a key that was not used before');
}
