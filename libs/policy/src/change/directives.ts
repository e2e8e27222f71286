import type { Directive, Directives } from '../facts/types.js';

/** An edit: field → the directive that it has from now on, or null for back to inherit. */
export type DirectiveChanges = Readonly<Record<string, Directive | null>>;

/** Directives after an edit. Fields that it does not name stay as they were: an untouched form says nothing (law 10). */
export function withChanges(directives: Directives, changes: DirectiveChanges): Directives {
  const edited = Object.entries({ ...directives, ...changes });
  return Object.fromEntries(edited.filter((entry): entry is [string, Directive] => entry[1] !== null));
}
