import type { PolicyState } from './policy-state.js';

/** Reckons something of the whole chain once for each state of the rules and each stretch in which nothing begins or ends. */
export function steady<T>(reckon: (state: PolicyState, now: number) => T): (state: PolicyState, now: number) => T {
  const known = new WeakMap<PolicyState, { readonly at: number; readonly until: number; readonly found: T }>();
  return (state, now) => {
    const held = known.get(state);
    if (held && held.at <= now && now < held.until) return held.found;
    const found = reckon(state, now);
    known.set(state, { at: now, until: nextTurn(state, now), found });
    return found;
  };
}

/** When something begins or ends next, of what is recorded now. */
function nextTurn({ book }: PolicyState, now: number): number {
  let next = Infinity;
  for (const facts of [book.assignments, book.exemptions])
    for (const { recordedTo, validFrom, validTo } of facts.values())
      for (const turn of recordedTo === null ? [validFrom, validTo ?? Infinity] : []) if (turn > now && turn < next) next = turn;
  return next;
}
