import type { CaseCommand } from '../commands.js';
import type { CaseContext } from '../context.js';
import { verdictTargets } from '../deciders/dispute.js';
import { agreedAmount } from '../deciders/draft.js';
import type { CaseFacts, Fen, Instant, Liability } from '../facts.js';
import type { TraceEntry, Transition } from '../result.js';
import type { ClockField } from '../rules.js';
import type { CaseActor, CaseState, CaseVerb, ClockOutcome } from '../vocabulary.js';
import { decide, timeout } from './decide.js';
import { overruledEntry } from './overrule.js';
import { overrulableRows, permittedRows, refusalsOf, usesLeft } from './permit.js';
import type { LifecycleRow } from './row.js';

/** A button. */
export interface AllowedAction {
  readonly verb: CaseVerb;
  /** Where it leads; several where the input decides. */
  readonly to: readonly CaseState[];
  /** How many more times on this case; null: no bound. */
  readonly left: number | null;
  /** The highest amount the input may name, in fen; null where it names none. */
  readonly maxAmount: Fen | null;
  /** What it refunds at once, in fen; null where it pays nothing yet, or the input decides. */
  readonly refund: Fen | null;
}

/** Verbs without input: deciding them at once tells exactly where they lead. */
const plainVerbs = ['approve', 'accept', 'decline', 'receive', 'reportLost', 'changeIntent', 'withdraw', 'retry'] as const;
type PlainVerb = (typeof plainVerbs)[number];
const isPlain = (verb: CaseVerb): verb is PlainVerb => (plainVerbs as readonly CaseVerb[]).includes(verb);

const payoutOf = ({ effects }: Transition): Fen | null => effects.find((each) => each.kind === 'payoutRequested')?.amount ?? null;

/** Where a row leads, and what it refunds at once. */
function outcomeOf(
  row: LifecycleRow,
  { actor, overrules }: Pick<CaseCommand, 'actor' | 'overrules'>,
  facts: CaseFacts,
  context: CaseContext,
): Pick<AllowedAction, 'to' | 'refund'> {
  if (row.verb === 'verdict') {
    return { to: verdictTargets(facts).filter((to) => usesLeft(row, facts, context, to) !== 0), refund: null };
  }
  if (!isPlain(row.verb)) return { to: row.to, refund: null };
  const decision = decide(facts, { verb: row.verb, actor, ...(overrules && { overrules }) }, context);
  return decision.ok ? { to: [decision.to], refund: payoutOf(decision) } : { to: [], refund: null };
}

function maxAmountOf(verb: CaseVerb, facts: CaseFacts): Fen | null {
  if (verb === 'propose') return agreedAmount(facts);
  return verb === 'verdict' || verb === 'modify' ? facts.maxAmount : null;
}

/** Verbs of the clocks' own, nobody's buttons. */
const ofClocks: ReadonlySet<CaseVerb> = new Set<CaseVerb>(['timeout', 'recount']);

/** Everything this actor may do now, in the table's order. */
export function allowedActions(facts: CaseFacts, actor: CaseActor, context: CaseContext): AllowedAction[] {
  return permittedRows(facts, actor, context)
    .filter(({ verb }) => !ofClocks.has(verb))
    .map((row) => ({
      verb: row.verb,
      ...outcomeOf(row, { actor }, facts, context),
      left: usesLeft(row, facts, context),
      maxAmount: maxAmountOf(row.verb, facts),
    }));
}

/** A button that goes against limits. */
export interface OverrulableAction extends AllowedAction {
  /** What stands against it. */
  readonly against: readonly TraceEntry[];
}

/** A15: what this actor may do no more, or not yet, by a limit that somebody may overrule; in the table's order. */
export function overrulableActions(facts: CaseFacts, actor: CaseActor, context: CaseContext): OverrulableAction[] {
  return overrulableRows(facts, actor, context).map((row) => ({
    verb: row.verb,
    ...outcomeOf(row, { actor, overrules: true }, facts, context),
    left: usesLeft(row, facts, context),
    maxAmount: maxAmountOf(row.verb, facts),
    against: refusalsOf(row, facts, context).map((each) => overruledEntry(each, row, facts, context)),
  }));
}

/** "If nobody acts by `at`, `outcome` happens." */
export interface NextByItself {
  readonly at: Instant;
  readonly outcome: ClockOutcome;
  readonly field: ClockField;
  readonly to: CaseState;
  /** Who becomes liable by it; null: nobody. */
  readonly liability: Liability | null;
  /** The refund it decides, in fen; null where it decides none. */
  readonly refund: Fen | null;
}

/** A13: the clock's own transition, seen beforehand by the code that will carry it out; null once the case has ended. */
export function nextByItself(facts: CaseFacts, context: CaseContext): NextByItself | null {
  const { deadline } = facts;
  if (!deadline) return null;
  const decision = timeout(facts, { ...context, now: Math.max(context.now, deadline.at) });
  if (!decision.ok) return null;
  const { at, outcome, field } = deadline;
  return { at, outcome, field, to: decision.to, liability: decision.patch.liability ?? null, refund: payoutOf(decision) };
}
