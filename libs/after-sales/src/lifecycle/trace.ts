import { autoApprovalFor } from '../approval/auto-approval.js';
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
}

/** The rules a transition rests on: the table's row, its guard and bound, the clock it set, and who became liable. */
export function traceOf({ row, actor, facts, to, deadline, liability }: Moved, context: CaseContext): TraceEntry[] {
  const { verb, guard, bound } = row;
  return [
    { rule: 'lifecycle', passes: true, facts: { type: facts.type, state: row.state, verb, actor, to } },
    ...guardTrace(guard, facts, context),
    ...(bound && (bound.on === null || bound.on.includes(to)) ? [boundTrace(bound, facts, context)] : []),
    ...(deadline && deadline !== facts.deadline ? [clockTrace(deadline, context)] : []),
    ...(liability && liability !== facts.liability ? [liabilityTrace(liability)] : []),
  ];
}
