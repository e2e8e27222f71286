import { sameValue } from '../canonical.js';
import type { Field } from '../kinds/field.js';
import type { Epoch, Instant } from '../time.js';
import { foldSaid, isPlaced, saidAlong } from './candidates.js';
import type { Said } from './candidates.js';
import type { Step } from './fold.js';
import type { Cause, NextChange } from './types.js';

/** The first instant after `at`, among the sorted turns, at which the field's value is another one; before it, it does not change. */
export function nextChange(path: readonly Step[], field: Field, turns: readonly Instant[], at: Instant, knownAt: Epoch) {
  const now = saidAlong(path, field, at, knownAt);
  const { value } = foldSaid(field, now);
  let before = now;
  for (const turn of turns.filter((each) => each > at)) {
    const then = saidAlong(path, field, turn, knownAt);
    const state = foldSaid(field, then);
    if (!sameValue(state.value, value)) return changeAt(turn, state, before, then);
    before = then;
  }
  return null;
}

const changeAt = (at: Instant, { value, source }: Pick<NextChange, 'value' | 'source'>, before: Said[], then: Said[]) => ({
  at,
  value,
  source,
  causes: [...causes(before, then, 'ends'), ...causes(then, before, 'begins')],
});

/** What is said in one list and not in the other. */
const causes = (these: readonly Said[], those: readonly Said[], event: Cause['event']): Cause[] =>
  these
    .flatMap((said) => factsOf(said).map((fact) => ({ ...fact, event })))
    .filter(({ fact }) => !those.some((other) => factsOf(other).some((each) => sameValue(each.fact, fact))));

/** The fact behind what is said; one that a pilot replaces says nothing. */
function factsOf(said: Said): Omit<Cause, 'event'>[] {
  if (isPlaced(said)) return [{ fact: { assignmentId: said.place.assignmentId }, nodeId: said.place.nodeId }];
  return 'exemption' in said ? [{ fact: { exemptionId: said.exemption.id }, nodeId: said.exemption.nodeId }] : [];
}
