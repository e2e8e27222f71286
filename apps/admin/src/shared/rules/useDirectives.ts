import { useCallback, useState } from 'react';
import { withGuard, withLock, withVerb } from './directives';
import type { RowEvents } from './model';
import type { Directives } from './values';

interface DirectiveEdit {
  readonly directives: Directives;
  readonly put: (directives: Directives) => void;
  readonly eventsOf: (key: string) => RowEvents;
}

/** Directives while they are edited; what is opened and left as it was adds nothing. */
export function useDirectives(initial: Directives): DirectiveEdit {
  const [directives, put] = useState(initial);
  const eventsOf = useCallback(
    (key: string): RowEvents => ({
      onVerb: (verb, value) => put((before) => withVerb(before, key, verb, value)),
      onLock: (locked) => put((before) => withLock(before, key, locked)),
      onGuard: (guard) => put((before) => withGuard(before, key, guard)),
    }),
    [],
  );
  return { directives, put, eventsOf };
}
