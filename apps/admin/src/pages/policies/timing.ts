import { toMs } from '../../shared/format';
import type { Assignment } from './documents';

type Standing = Pick<Assignment, 'from' | 'to' | 'cancelled' | 'holds'>;

export type Timing = 'scheduled' | 'live' | 'covered' | 'ended' | 'cancelled';

/** Where an assignment stands at an instant; `covered` is one whose time has come, but beneath one that was recorded later. */
export function timingOf({ from, to, cancelled, holds }: Standing, now: number): Timing {
  if (cancelled) return 'cancelled';
  if (toMs(from) > now) return 'scheduled';
  if (to !== null && toMs(to) <= now) return 'ended';
  return holds ? 'live' : 'covered';
}
