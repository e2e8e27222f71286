import { toMs } from '../../shared/format';
import type { Assignment } from './documents';

type Interval = Pick<Assignment, 'from' | 'to' | 'cancelled'>;
type Standing = Interval & Pick<Assignment, 'holds'>;

export type Timing = 'scheduled' | 'live' | 'covered' | 'ended' | 'cancelled';

/** Where an assignment stands at an instant; `covered` is one whose time has come, but beneath one that was recorded later. */
export function timingOf({ from, to, cancelled, holds }: Standing, now: number): Timing {
  if (cancelled) return 'cancelled';
  if (toMs(from) > now) return 'scheduled';
  if (to !== null && toMs(to) <= now) return 'ended';
  return holds ? 'live' : 'covered';
}

const rank: Readonly<Record<Timing, number>> = { scheduled: 0, live: 1, covered: 2, ended: 3, cancelled: 4 };

/** What comes first, then what holds, then what is over; within each the latest first. */
export function inOrder(assignments: readonly Assignment[], now: number): readonly Assignment[] {
  return [...assignments].sort((a, b) => rank[timingOf(a, now)] - rank[timingOf(b, now)] || toMs(b.from) - toMs(a.from));
}

/** Assignments of a policy that begin later, the soonest first. */
export function scheduledOf<A extends Interval>(
  { versions }: { readonly versions: readonly { readonly assignments: readonly A[] }[] },
  now: number,
): readonly A[] {
  return versions
    .flatMap(({ assignments }) => assignments)
    .filter(({ from, cancelled }) => !cancelled && toMs(from) > now)
    .sort((a, b) => toMs(a.from) - toMs(b.from));
}
