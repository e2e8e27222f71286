import type { Directive, Directives, Guard } from './values';

/** What a version does to a field's value: nothing, sets its own, or takes the product's default. */
export type Verb = 'inherit' | 'set' | 'reset';

export function verbOf(directive: Directive | undefined): Verb {
  if (directive?.set !== undefined) return 'set';
  return directive?.reset ? 'reset' : 'inherit';
}

/** Equal in content, whatever the order of keys; a number that was not typed as one equals nothing but itself. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const said = (of: Record<string, unknown>) => Object.keys(of).filter((key) => of[key] !== undefined);
  const keys = said(left);
  return keys.length === said(right).length && keys.every((key) => sameValue(left[key], right[key]));
}

const says = (directive: Directive): boolean =>
  directive.set !== undefined || directive.reset === true || directive.lock === true || directive.guard !== undefined;

/** Directives without those that say nothing: a field that was opened and left as it was stays inherited (law 10). */
function put(directives: Directives, key: string, directive: Directive): Directives {
  const { [key]: _before, ...others } = directives;
  return says(directive) ? { ...others, [key]: directive } : others;
}

const rest = ({ lock, guard }: Directive): Directive => ({ ...(lock && { lock }), ...(guard && { guard }) });

/** Inherit, set to a value, or reset; a lock and bounds beside it stay. */
export function withVerb(directives: Directives, key: string, verb: Verb, value?: unknown): Directives {
  const kept = rest(directives[key] ?? {});
  if (verb === 'inherit') return put(directives, key, kept);
  return put(directives, key, verb === 'reset' ? { ...kept, reset: true } : { ...kept, set: value });
}

export function withLock(directives: Directives, key: string, locked: boolean): Directives {
  const { lock: _before, ...others } = directives[key] ?? {};
  return put(directives, key, locked ? { ...others, lock: true } : others);
}

/** Bounds for the units below; null takes them away. */
export function withGuard(directives: Directives, key: string, guard: Guard | null): Directives {
  const { guard: _before, ...others } = directives[key] ?? {};
  return put(directives, key, guard ? { ...others, guard } : others);
}

/** What the API has to be told: field → new directive, or null for back to inherit. Empty where nothing differs. */
export function changesBetween(before: Directives, after: Directives): Record<string, Directive | null> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(keys.filter((key) => !sameValue(before[key], after[key])).map((key) => [key, after[key] ?? null]));
}

/** Whether something in a value was typed that is no number: it cannot be sent. */
export function isUnfinished(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value);
  if (value === null || typeof value !== 'object') return false;
  return Object.values(value).some(isUnfinished);
}

/** Fields with something typed that is no number. */
export const unfinished = (directives: Directives): readonly string[] =>
  Object.keys(directives).filter((key) => isUnfinished(directives[key]));
