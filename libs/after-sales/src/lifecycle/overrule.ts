import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import type { Refused, TraceEntry } from '../result.js';
import type { BoundField } from '../rules.js';
import type { LifecycleRow } from './row.js';

/**
 * A15: the limits of a step that a policy sets, and that staff may go against. States, goods, money, deadlines that have passed and
 * what the law asks for are no such limits.
 */
export const overrulableLimits = ['repeatMax', 'modifyMax', 'modifyAfterTransitDays', 'reshipHours'] as const;
export type OverrulableLimit = (typeof overrulableLimits)[number];

const isOverrulableLimit = (field: string | undefined): field is OverrulableLimit =>
  (overrulableLimits as readonly (string | undefined)[]).includes(field);

/** The most that any policy may set. Overruled or not, no case goes round for ever (A13). */
export const mostByPolicy: Readonly<Record<BoundField, number>> = { repeatMax: 5, modifyMax: 20 };

const usedUp = ({ bound }: LifecycleRow, { counts }: CaseFacts): boolean =>
  bound !== null && counts[bound.counter] >= mostByPolicy[bound.max];

/** The limit that a refusal of a row names; null where nobody may go against it. */
export function overrulableLimit(refused: Refused, row: LifecycleRow, facts: CaseFacts): OverrulableLimit | null {
  const { code, field } = refused;
  if (!isOverrulableLimit(field)) return null;
  if (code === 'TOO_EARLY') return field;
  return usedUp(row, facts) ? null : field;
}

/** What was gone against, with what it stood at. */
export function overruledEntry(
  { field = '', at }: Refused,
  row: LifecycleRow,
  facts: CaseFacts,
  { rules }: CaseContext,
): TraceEntry {
  const limit = isOverrulableLimit(field) ? rules[field] : null;
  const used = row.bound && row.bound.max === field && { counter: row.bound.counter, used: facts.counts[row.bound.counter] };
  return { rule: field, passes: false, facts: { ...used, limit, ...(at !== undefined && { at }) } };
}
