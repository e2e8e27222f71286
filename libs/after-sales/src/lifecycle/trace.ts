import { autoApprovalFor } from '../approval/auto-approval.js';
import { returnRouteFor } from '../approval/return-route.js';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Deadline, Liability } from '../facts.js';
import type { TraceEntry } from '../result.js';
import type { CaseActor, CaseState } from '../vocabulary.js';
import type { Bound, GuardName, LifecycleRow } from './row.js';

const boundTrace = ({ counter, max }: Bound, facts: CaseFacts, { rules }: CaseContext): TraceEntry => ({
  rule: max,
  passes: true,
  facts: { counter, used: facts.counts[counter], limit: rules[max] },
});

const clockTrace = (deadline: Deadline, { rules }: CaseContext): TraceEntry => ({
  rule: deadline.field,
  passes: true,
  facts: { value: rules[deadline.field], at: deadline.at, outcome: deadline.outcome, legalCeiling: deadline.legalCeiling },
});

const liabilityTrace = ({ party, rule, basis }: Liability): TraceEntry => ({
  rule: 'liability',
  passes: true,
  facts: { party, rule, basis },
});

/** A guard that is a decision of its own says what it looked at. */
function guardTrace(guard: GuardName | null, facts: CaseFacts, context: CaseContext): readonly TraceEntry[] {
  if (guard === 'autoApproved') return autoApprovalFor(facts, context).trace;
  return guard ? [{ rule: guard, passes: true, facts: {} }] : [];
}

interface Moved {
  readonly row: LifecycleRow;
  readonly actor: CaseActor;
  readonly facts: CaseFacts;
  readonly to: CaseState;
  readonly deadline: Deadline | null;
  readonly liability: Liability | null;
  /** Limits that were gone against. */
  readonly overruled: readonly TraceEntry[];
}

/** The rules a transition rests on: the table's row, its guard and bound, the clock it set, and who became liable. */
export function traceOf({ row, actor, facts, to, deadline, liability, overruled }: Moved, context: CaseContext): TraceEntry[] {
  const { verb, guard, bound } = row;
  const isKept = (rule: string | undefined) => overruled.every((each) => each.rule !== rule);
  const isBound = bound && (bound.on === null || bound.on.includes(to)) && isKept(bound.max);
  const isGuarded = overruled.every(({ rule }) => rule === bound?.max);
  return [
    { rule: 'lifecycle', passes: true, facts: { type: facts.type, state: row.state, verb, actor, to } },
    ...(isGuarded ? guardTrace(guard, facts, context) : []),
    ...(isBound ? [boundTrace(bound, facts, context)] : []),
    ...overruled,
    ...(to === 'AWAIT_RETURN' && facts.state !== to ? returnRouteFor(facts, context).trace : []),
    ...(deadline && deadline !== facts.deadline ? [clockTrace(deadline, context)] : []),
    ...(liability && liability !== facts.liability ? [liabilityTrace(liability)] : []),
  ];
}
