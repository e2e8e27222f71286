import type { NodeId } from '@headwater/org-tree';
import type { Guard } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import type { Bound, EffectiveGuard, GuardInForce } from './types.js';

const hardBound = (value: number | null | undefined): Bound | null => (value == null ? null : { value, setBy: null });

/** What the schema itself allows, before any unit narrows it. */
export const hardGuard = (field: Field): EffectiveGuard => ({
  min: hardBound(field.bounds?.min),
  max: hardBound(field.bounds?.max),
  allowed: field.options && { values: field.options.map((option) => option.value), setBy: [] },
});

/** The guard narrowed by a unit's own, or null where nothing would be left. An equal bound stays with who set it first. */
export function narrow(guard: EffectiveGuard, by: Guard, nodeId: NodeId): EffectiveGuard | null {
  return 'allowed' in by ? narrowSet(guard, by.allowed, nodeId) : narrowRange(guard, by.min ?? null, by.max ?? null, nodeId);
}

/** What is left of the hard bounds after guards that once held together. */
export const narrowedBy = (field: Field, guards: readonly GuardInForce[]): EffectiveGuard =>
  guards.reduce((held, { nodeId, guard }) => narrow(held, guard, nodeId) ?? held, hardGuard(field));

function narrowRange(guard: EffectiveGuard, min: number | null, max: number | null, setBy: NodeId): EffectiveGuard | null {
  const low = min !== null && (guard.min === null || min > guard.min.value) ? { value: min, setBy } : guard.min;
  const high = max !== null && (guard.max === null || max < guard.max.value) ? { value: max, setBy } : guard.max;
  return low && high && low.value > high.value ? null : { ...guard, min: low, max: high };
}

function narrowSet(guard: EffectiveGuard, allowed: readonly string[], nodeId: NodeId): EffectiveGuard | null {
  if (!guard.allowed) return guard;
  const values = guard.allowed.values.filter((value) => allowed.includes(value));
  if (values.length === 0) return null;
  if (values.length === guard.allowed.values.length) return guard;
  return { ...guard, allowed: { values, setBy: [...guard.allowed.setBy, nodeId] } };
}
