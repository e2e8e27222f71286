import { caseTypes, isTerminal, statesOf, type CaseState, type CaseType } from '../vocabulary.js';
import type { LifecycleRow } from './row.js';

/** A mistake in the table itself, found when it is loaded. */
export class LifecycleError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The lifecycle table is wrong:\n${problems.join('\n')}`);
    this.name = 'LifecycleError';
  }
}

const rowsFor = (rows: readonly LifecycleRow[], type: CaseType) => rows.filter(({ types }) => types.includes(type));

/** One row per (state, verb, actor): nobody has to ask which one applies. */
function ambiguities(rows: readonly LifecycleRow[], type: CaseType): string[] {
  const keys = rowsFor(rows, type).flatMap(({ state, verb, actors }) =>
    actors.map((actor) => [type, state, verb, actor].join('/')),
  );
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map((key) => `${key} has two rows`);
}

/** Rows stay within the type's states, and nothing happens after the end. */
function strayRows(rows: readonly LifecycleRow[], type: CaseType): string[] {
  const known = (state: CaseState) => statesOf[type].includes(state);
  return rowsFor(rows, type)
    .filter(({ state, to }) => to.length === 0 || !to.every(known) || (state !== null && (!known(state) || isTerminal(state))))
    .map(({ state, verb }) => `${type}/${state}/${verb} leaves the type's states or changes an end`);
}

/** A13: every state that waits has a clock. */
function clockless(rows: readonly LifecycleRow[], type: CaseType): string[] {
  const clocked = new Set(rowsFor(rows, type).flatMap(({ state, verb }) => (verb === 'timeout' ? [state] : [])));
  return statesOf[type]
    .filter((state) => !isTerminal(state) && !clocked.has(state))
    .map((state) => `${type}/${state} has no clock`);
}

/** The states a set of rows leads to from where it starts, in as many steps as it takes. */
function reachedFrom(start: readonly CaseState[], next: (state: CaseState) => readonly CaseState[]): Set<CaseState> {
  const reached = new Set(start);
  for (const state of reached) for (const to of next(state)) reached.add(to);
  return reached;
}

function unreachable(rows: readonly LifecycleRow[], type: CaseType): string[] {
  const own = rowsFor(rows, type);
  const leadsTo = (state: CaseState | null) => own.filter((line) => line.state === state).flatMap(({ to }) => to);
  const reached = reachedFrom(leadsTo(null), leadsTo);
  return statesOf[type].filter((state) => !reached.has(state)).map((state) => `${type}/${state} cannot be reached`);
}

/** Where a row leads any number of times: not where a bound ends it, and a step within a state is ended by that state's clock. */
const unboundedTargets = ({ state, to, bound }: LifecycleRow): CaseState[] =>
  to.filter((target) => target !== state && !(bound && (bound.on === null || bound.on.includes(target))));

/** A13: no cycle without a bound, so no case goes round for ever. */
function endlessCycles(rows: readonly LifecycleRow[], type: CaseType): string[] {
  const own = rowsFor(rows, type);
  const leadsTo = (state: CaseState) => own.filter((line) => line.state === state).flatMap(unboundedTargets);
  return statesOf[type]
    .filter((state) => reachedFrom(leadsTo(state), leadsTo).has(state))
    .map((state) => `${type}/${state} can go round for ever`);
}

/** @throws LifecycleError with every problem of the table */
export function assertLifecycle(rows: readonly LifecycleRow[]): void {
  const rules = [ambiguities, strayRows, clockless, unreachable, endlessCycles];
  const problems = caseTypes.flatMap((type) => rules.flatMap((rule) => rule(rows, type)));
  if (problems.length > 0) throw new LifecycleError(problems);
}
