import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import type { Refused } from '../result.js';
import type { CaseActor, CaseState, CaseVerb } from '../vocabulary.js';
import { guards } from './guards.js';
import { overrulableLimit } from './overrule.js';
import type { LifecycleRow } from './row.js';
import { rowsOf } from './table.js';

/** Facts that are recorded when they become known, and the clock itself, may come after a deadline. */
const lateVerbs: ReadonlySet<CaseVerb> = new Set<CaseVerb>(['recordTracking', 'timeout']);

/** Once a deadline has passed its outcome holds, though it may be carried out a moment later. An alert decides nothing. */
function deadlineRefused(verb: CaseVerb, { deadline }: CaseFacts, { now }: CaseContext): Refused | null {
  if (!deadline || deadline.outcome === 'alert' || lateVerbs.has(verb) || now < deadline.at) return null;
  return { code: 'DEADLINE_PASSED', field: deadline.field, at: deadline.at };
}

/** How many more times a row may be used on this case (to reach `to`, where its bound asks); null: no bound. */
export function usesLeft(
  { bound }: LifecycleRow,
  { counts }: CaseFacts,
  { rules }: CaseContext,
  to: CaseState | null = null,
): number | null {
  if (!bound || (bound.on !== null && (to === null || !bound.on.includes(to)))) return null;
  return Math.max(0, rules[bound.max] - counts[bound.counter]);
}

/** The refusal of a bound that is used up. */
export function boundRefused(
  row: LifecycleRow,
  facts: CaseFacts,
  context: CaseContext,
  to: CaseState | null = null,
): Refused | null {
  if (!row.bound || usesLeft(row, facts, context, to) !== 0) return null;
  const { max } = row.bound;
  return { code: max === 'modifyMax' ? 'MODIFY_LIMIT' : 'REPEAT_LIMIT', field: max, limit: context.rules[max] };
}

/** All that stands against a row before its input is looked at. */
export const refusalsOf = (row: LifecycleRow, facts: CaseFacts, context: CaseContext): Refused[] =>
  [
    deadlineRefused(row.verb, facts, context),
    row.guard === null ? null : guards[row.guard](facts, context),
    boundRefused(row, facts, context),
  ].filter((refused) => refused !== null);

/** What this actor may do now, in the table's order. */
export const permittedRows = (facts: CaseFacts, actor: CaseActor, context: CaseContext): LifecycleRow[] =>
  rowsOf(facts.type, facts.state).filter((row) => row.actors.includes(actor) && refusalsOf(row, facts, context).length === 0);

/** A15: what this actor could do if nothing but limits stood against it that may be overruled. */
export const overrulableRows = (facts: CaseFacts, actor: CaseActor, context: CaseContext): LifecycleRow[] =>
  rowsOf(facts.type, facts.state).filter((row) => {
    const against = refusalsOf(row, facts, context);
    return (
      row.actors.includes(actor) && against.length > 0 && against.every((each) => overrulableLimit(each, row, facts) !== null)
    );
  });
