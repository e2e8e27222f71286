import type { ChangeSet } from './change-set.entity.js';
import type { ChangeSetStatus } from './change-set.types.js';

/**
 * An applied set waits for its date and is live from then on: nobody has to flip anything. An approved one waits for a poller. The
 * clocks of two processes may differ: what was carried out at its date is live for both.
 */
export function statusOf(
  { status, effectiveAt, appliedAt }: Pick<ChangeSet, 'status' | 'effectiveAt' | 'appliedAt'>,
  now: number,
): ChangeSetStatus {
  if (status === 'approved') return 'scheduled';
  if (status !== 'applied') return status;
  return effectiveAt !== null && effectiveAt > Math.max(now, appliedAt ?? 0) ? 'scheduled' : 'live';
}

/** A fact may be recorded ahead of its time, a move may not. */
export const waitsForItsDate = (
  { operations, effectiveAt }: Pick<ChangeSet, 'operations' | 'effectiveAt'>,
  now: number,
): boolean => effectiveAt !== null && effectiveAt > now && operations.some(({ verb }) => verb === 'move');
