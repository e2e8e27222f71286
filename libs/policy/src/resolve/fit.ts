import type { NodeId } from '@headwater/org-tree';
import { amountOf, withAmount } from '../values/amount.js';
import type { FieldValue } from '../values/types.js';
import type { Bound, EffectiveGuard } from './types.js';

/** A value that is allowed, and whose guard changed it: undefined where none did, null for a hard bound. */
export interface Fitted {
  readonly value: FieldValue;
  readonly by: NodeId | null | undefined;
}

/**
 * The allowed value nearest to the wanted one: amounts are clamped; a set is intersected, and where that would leave nothing it
 * takes all that is allowed.
 */
export function fit(wanted: FieldValue, guard: EffectiveGuard): Fitted {
  if (guard.allowed && Array.isArray(wanted)) return fitSet(wanted as readonly string[], guard.allowed);
  const amount = amountOf(wanted);
  const hit = amount === null ? null : boundHit(amount, guard);
  return hit ? { value: withAmount(wanted, hit.value), by: hit.setBy } : { value: wanted, by: undefined };
}

/** The bound that an amount lies outside of, or null where it is inside both. */
function boundHit(amount: number, { min, max }: EffectiveGuard): Bound | null {
  if (min && amount < min.value) return min;
  return max && amount > max.value ? max : null;
}

function fitSet(wanted: readonly string[], allowed: NonNullable<EffectiveGuard['allowed']>): Fitted {
  const kept = wanted.filter((entry) => allowed.values.includes(entry));
  if (kept.length > 0 && kept.length === wanted.length) return { value: wanted as FieldValue, by: undefined };
  const value = (kept.length > 0 ? kept : allowed.values) as FieldValue;
  return { value, by: allowed.setBy.at(-1) ?? null };
}
