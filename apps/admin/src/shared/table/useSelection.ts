import { useMemo, useState } from 'react';
import type { Selection } from './columns';

/** Rows chosen by hand. For more than the rows shown, use a rule, never ids. */
export function useSelection(): Selection & { readonly clear: () => void } {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      keys,
      onToggle: (key) =>
        setKeys((before) => {
          const after = new Set(before);
          if (!after.delete(key)) after.add(key);
          return after;
        }),
      onToggleShown: (shown) => setKeys(new Set(shown)),
      clear: () => setKeys(new Set()),
    }),
    [keys],
  );
}
