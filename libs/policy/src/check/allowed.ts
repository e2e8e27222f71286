import type { EffectiveGuard } from '../resolve/types.js';
import type { Allowed } from './problem.js';

/** What a guard leaves, in the words of a problem; null where the field takes no guard. */
export function allowedBy({ min, max, allowed }: EffectiveGuard): Allowed | null {
  if (allowed) return { oneOf: allowed.values };
  return min || max ? { min: min?.value ?? null, max: max?.value ?? null } : null;
}
