interface Known {
  readonly key: string;
  readonly ids: ReadonlySet<string>;
}

export const nothingKnown: Known = { key: '', ids: new Set() };

/**
 * Which rows of a list the page shows: all of a new list; of one that was asked again those it knew, and what follows them. A row that
 * would push others down, or that just arrived, waits until it is asked for (console.md section 3).
 */
export function settle(before: Known, key: string, ids: readonly string[], arrived: ReadonlySet<string>): Known {
  if (before.key !== key) return { key, ids: new Set(ids) };
  const last = ids.findLastIndex((id) => before.ids.has(id));
  const following = ids.slice(last + 1).filter((id) => !arrived.has(id) && !before.ids.has(id));
  return following.length === 0 ? before : { key, ids: new Set([...before.ids, ...following]) };
}
