import { explain, sameValue, type Explanation, type NextChange } from '@headwater/policy';
import { labelOf, nodeIn } from './naming.js';
import { sourceThen } from './planned-source.js';
import type { PlannedEra, PlannedTurn } from './planned-turns.js';
import type { PolicyState } from './policy-state.js';
import type { RuleNextView } from './rules.types.js';

/** P8: what changes the value next: a fact that begins or ends, or something planned that is no fact until it comes. */
export function nextView(state: PolicyState, now: Explanation, eras: readonly PlannedEra[]): RuleNextView | null {
  let [next, last] = [now.nextChange, null as PlannedTurn | null];
  for (const { plan, snapshot } of eras) {
    if (next && next.at < plan.at) break;
    const { kind, field, nodeId } = now;
    const then = explain(snapshot, { kind, field, nodeId, at: plan.at });
    if (!sameValue(then.value, now.value)) return plannedView(state, then, plan);
    [next, last] = [then.nextChange, plan];
  }
  return next && factView(state, next, last);
}

const plannedView = (state: PolicyState, { value, source }: Pick<NextChange, 'value' | 'source'>, plan: PlannedTurn) => ({
  ...{ at: plan.at, value, source: sourceThen(state, source, plan) },
  ...{ fact: 'changeSet', because: plan.label, event: 'begins' },
});

function factView(state: PolicyState, next: NextChange, plan: PlannedTurn | null): RuleNextView {
  const { at, value, source, causes } = next;
  const then = { at, value, source: sourceThen(state, source, plan) };
  const cause = causes.find(({ fact }) => 'exemptionId' in fact) ?? causes.find(({ event }) => event === 'begins') ?? causes[0];
  if (!cause) throw new RangeError('a change without a cause');
  const { fact, nodeId: unit, event } = cause;
  if ('exemptionId' in fact) return { ...then, fact: 'exemption', because: nodeIn(state, unit).name, event };
  const isPlanned = plan !== null && !state.book.assignments.has(fact.assignmentId);
  return { ...then, fact: 'assignment', because: isPlanned ? plan.label : labelOf(state, fact.assignmentId), event };
}
