import type { NodeId } from '@headwater/org-tree';
import type { Assignment } from './types.js';

/** Roots as a set, made once per cohort: a drawn one has thousands. */
const known = new WeakMap<readonly NodeId[], ReadonlySet<NodeId>>();

function rootsOf(cohort: readonly NodeId[]): ReadonlySet<NodeId> {
  const held = known.get(cohort) ?? new Set(cohort);
  known.set(cohort, held);
  return held;
}

export const isPilot = ({ cohort }: Pick<Assignment, 'cohort'>): boolean => cohort != null;

/** Whether a pilot speaks to a unit: one of its roots is on the unit's path, the unit itself included. */
export function covers({ cohort }: Pick<Assignment, 'cohort'>, path: readonly NodeId[]): boolean {
  if (cohort == null) return false;
  const roots = rootsOf(cohort);
  return path.some((id) => roots.has(id));
}
