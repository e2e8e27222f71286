import type { ActionVerb, CaseAction, CaseCommand } from '../commands.js';
import type { CaseContext } from '../context.js';
import { buyerDeciders } from '../deciders/buyer.js';
import { clockDeciders } from '../deciders/clock.js';
import { disputeDeciders } from '../deciders/dispute.js';
import { isRefused, type Deciders, type Draft } from '../deciders/draft.js';
import { moneyDeciders } from '../deciders/money.js';
import { parcelDeciders } from '../deciders/parcel.js';
import { replacementDeciders } from '../deciders/replacement.js';
import { reviewDeciders } from '../deciders/review.js';
import type { CaseFacts, CasePatch, Counts } from '../facts.js';
import { liabilityAfter } from '../liability/standing.js';
import type { Decision, Refusal, Refused, Transition } from '../result.js';
import { afterStep, clockOnEntry, pausesAfter, pausesInside, reshipSinceAfter } from './clocks.js';
import { overruledEntry, overrulableLimit } from './overrule.js';
import { boundRefused, permittedRows, refusalsOf } from './permit.js';
import type { LifecycleRow } from './row.js';
import { rowOf, rowsOf } from './table.js';
import { traceOf } from './trace.js';

const deciders: Deciders<ActionVerb> = {
  ...reviewDeciders,
  ...buyerDeciders,
  ...parcelDeciders,
  ...replacementDeciders,
  ...moneyDeciders,
  ...disputeDeciders,
  ...clockDeciders,
};

const draftOf = <V extends ActionVerb>(facts: CaseFacts, action: CaseAction<V>, context: CaseContext): Draft | Refused =>
  deciders[action.verb](facts, action, context);

function refusal(facts: CaseFacts, { verb, actor }: CaseCommand, context: CaseContext, refused: Refused): Refusal {
  const allowed = permittedRows(facts, actor, context).map((row) => row.verb);
  return { ok: false, verb, actor, state: facts.state, allowed, ...refused };
}

const noRow = ({ type, state }: CaseFacts, { verb }: CaseCommand): Refused => ({
  code: rowsOf(type, state).some((row) => row.verb === verb) ? 'NOT_ALLOWED_FOR_ACTOR' : 'WRONG_STATE',
});

function countsAfter(row: LifecycleRow, facts: CaseFacts, draft: Draft): Counts {
  const counts = draft.patch?.counts ?? facts.counts;
  const { bound } = row;
  const counted = bound && (bound.on === null || bound.on.includes(draft.to));
  return counted ? { ...counts, [bound.counter]: counts[bound.counter] + 1 } : counts;
}

/** A step within the state: the deadline stays, unless the step itself is about it. */
function stepped(row: LifecycleRow, facts: CaseFacts, draft: Draft): Pick<Transition, 'patch' | 'deadline' | 'reminders'> {
  const patch: CasePatch = { ...draft.patch, counts: countsAfter(row, facts, draft) };
  const deadline = draft.deadline ?? (facts.deadline && afterStep(facts.deadline, { ...facts, ...patch }));
  return { patch, deadline, reminders: draft.reminders ?? null };
}

/** A move: the old state's clock is put away, the new one's starts. */
function moved(
  row: LifecycleRow,
  facts: CaseFacts,
  draft: Draft,
  context: CaseContext,
): Pick<Transition, 'patch' | 'deadline' | 'reminders'> {
  const pauses = pausesAfter(facts, draft.to, context);
  const reshipSince = reshipSinceAfter(facts, draft.to, context);
  const counts = countsAfter(row, facts, draft);
  // Goods that are sent for are not kept.
  const sentFor = draft.to === 'AWAIT_RETURN' && { keepsItem: false };
  const patch: CasePatch = { ...draft.patch, ...sentFor, counts, reshipSince, pauses: pausesInside(pauses, draft.to) };
  return { patch, ...clockOnEntry[draft.to]({ ...facts, ...patch, pauses }, context) };
}

interface Taken {
  readonly row: LifecycleRow;
  readonly command: CaseCommand;
  readonly draft: Draft;
  readonly overruled: readonly Refused[];
}

function transition(facts: CaseFacts, { row, command, draft, overruled: against }: Taken, context: CaseContext): Transition {
  const { verb, actor } = command;
  const overruled = against.map((each) => overruledEntry(each, row, facts, context));
  const { to, effects = [], trace: rules = [] } = draft;
  const after = to === facts.state ? stepped(row, facts, draft) : moved(row, facts, draft, context);
  const grounds = { ...(draft.fault && { fault: draft.fault }), ...(context.evidence && { evidence: context.evidence }) };
  const liability = liabilityAfter(facts, { patch: after.patch, to }, grounds);
  const trace = [...traceOf({ row, actor, facts, to, deadline: after.deadline, liability, overruled }, context), ...rules];
  const patch = liability === facts.liability ? after.patch : { ...after.patch, liability };
  return { ok: true, verb, actor, from: facts.state, to, ...after, patch, effects, trace, overruled };
}

/**
 * Whether a command may be carried out on a case, and all that follows from it. Pure: the same facts, command and context
 * give the same answer, and nothing is changed; `applyTransition` gives the facts afterwards.
 *
 * Amounts in fen, instants UTC epoch ms. Never throws for what a user may do: it answers a refusal with one stable code and
 * what the actor may do instead. A6, A8–A13, A15, A16.
 */
export function decide(facts: CaseFacts, command: CaseCommand, context: CaseContext): Decision {
  const row = rowOf(facts.type, facts.state, command.verb, command.actor);
  if (!row) return refusal(facts, command, context, noRow(facts, command));
  const stands = (refused: Refused): boolean => !command.overrules || overrulableLimit(refused, row, facts) === null;
  const against = refusalsOf(row, facts, context);
  const refused = against.find(stands);
  if (refused) return refusal(facts, command, context, refused);
  const draft = draftOf(facts, command, context);
  if (isRefused(draft)) return refusal(facts, command, context, draft);
  const bounded = against.length === 0 ? boundRefused(row, facts, context, draft.to) : null;
  if (bounded && stands(bounded)) return refusal(facts, command, context, bounded);
  const overruled = bounded ? [bounded] : against;
  return transition(facts, { row, command, draft, overruled }, context);
}

/** A13: carries out the clock of a case that has run out; TOO_EARLY, with from when, before. */
export const timeout = (facts: CaseFacts, context: CaseContext): Decision =>
  decide(facts, { verb: 'timeout', actor: 'system' }, context);

/** The facts after a transition. */
export const applyTransition = (facts: CaseFacts, { to, patch, deadline }: Transition): CaseFacts => ({
  ...facts,
  ...patch,
  state: to,
  deadline,
});
