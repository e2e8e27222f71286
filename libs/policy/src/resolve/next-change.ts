import { sameValue } from '../canonical.js';
import type { Field } from '../kinds/field.js';
import type { Epoch, Instant } from '../time.js';
import { foldPlaced, placedAlong } from './candidates.js';
import type { Placed } from './candidates.js';
import type { Step } from './fold.js';
import type { Cause, NextChange } from './types.js';

/** The first instant after `at`, among the sorted turns, at which the field's value is another one; before it, it does not change. */
export function nextChange(path: readonly Step[], field: Field, turns: readonly Instant[], at: Instant, knownAt: Epoch) {
  const now = placedAlong(path, field, at, knownAt);
  const { value } = foldPlaced(field, now);
  let before = now;
  for (const turn of turns.filter((each) => each > at)) {
    const then = placedAlong(path, field, turn, knownAt);
    const state = foldPlaced(field, then);
    if (!sameValue(state.value, value)) return changeAt(turn, state, before, then);
    before = then;
  }
  return null;
}

const changeAt = (
  at: Instant,
  { value, source }: Pick<NextChange, 'value' | 'source'>,
  before: Placed[],
  then: Placed[],
): NextChange => ({
  at,
  value,
  source,
  causes: [...causes(before, then, 'ends'), ...causes(then, before, 'begins')],
});

/** Directives that are in one list and not in the other. */
const causes = (these: readonly Placed[], those: readonly Placed[], event: Cause['event']): Cause[] =>
  these
    .filter(({ place }) => !those.some((other) => other.place.assignmentId === place.assignmentId))
    .map(({ place }) => ({ ...place, event }));
