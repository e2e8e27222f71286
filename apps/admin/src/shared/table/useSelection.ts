import { useMemo, useRef, useState } from 'react';
import type { Selection } from './columns';

/** The stretch of a list from one key to another, whichever comes first. */
function between(list: readonly string[], one: string, other: string): readonly string[] {
  const [from, to] = [list.indexOf(one), list.indexOf(other)].sort((a, b) => a - b) as [number, number];
  return from < 0 ? [other] : list.slice(from, to + 1);
}

function toggled(before: ReadonlySet<string>, key: string): Set<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}

/** Rows chosen by hand. For more than the rows shown, use a rule, never ids. */
export function useSelection(): Selection & { readonly clear: () => void } {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  return useMemo(
    () => ({
      keys,
      onToggle: (key, through) => {
        const from = last.current;
        last.current = key;
        if (through === undefined || from === null) setKeys((before) => toggled(before, key));
        else setKeys((before) => new Set([...before, ...between(through, from, key)]));
      },
      onToggleShown: (shown) => setKeys(new Set(shown)),
      clear: () => setKeys(new Set()),
    }),
    [keys],
  );
}
