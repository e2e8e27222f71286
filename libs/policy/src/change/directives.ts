import { checkDirectives } from '../check/check-directives.js';
import type { PolicyProblem } from '../check/problem.js';
import type { Directive, Directives } from '../facts/types.js';
import type { KindKey } from '../values/types.js';

/** An edit: field → the directive that it has from now on, or null for back to inherit. */
export type DirectiveChanges = Readonly<Record<string, Directive | null>>;

/** Directives after an edit. Fields that it does not name stay as they were: an untouched form says nothing (law 10). */
export function withChanges(directives: Directives, changes: DirectiveChanges): Directives {
  const edited = Object.entries({ ...directives, ...changes });
  return Object.fromEntries(edited.filter((entry): entry is [string, Directive] => entry[1] !== null));
}

/** What is wrong with an edit by itself, whatever JSON it came as. Of a null only the key can be wrong, as of a reset. */
export function checkChanges(kind: KindKey, changes: unknown): PolicyProblem[] {
  if (changes === null || typeof changes !== 'object' || Array.isArray(changes)) return checkDirectives(kind, changes);
  const asDirectives = Object.entries(changes).map(([key, directive]: [string, unknown]) => [key, directive ?? { reset: true }]);
  return checkDirectives(kind, Object.fromEntries(asDirectives));
}
