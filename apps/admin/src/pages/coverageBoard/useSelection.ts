import { useCallback, useState } from 'react';
import type { CoverageRow } from './documents';

interface Excluded {
  readonly row: CoverageRow;
  /** The units above it, up to the chosen one. */
  readonly path: readonly string[];
}

/** A unit with all below it, without some units below that were taken out. */
export interface Selection {
  readonly chosen: CoverageRow | null;
  readonly excluded: readonly CoverageRow[];
  readonly isExcluded: (id: string) => boolean;
  readonly choose: (row: CoverageRow) => void;
  /** The row of something chosen or taken out as it is now: after a change its counts and actions are others. */
  readonly see: (row: CoverageRow) => void;
  /** Takes a unit out, and puts it back in. */
  readonly turn: (row: CoverageRow, path: readonly string[]) => void;
  readonly putAllBack: () => void;
  readonly clear: () => void;
}

const NONE: readonly Excluded[] = [];

export function useSelection(): Selection {
  const [chosen, setChosen] = useState<CoverageRow | null>(null);
  const [excluded, setExcluded] = useState(NONE);
  const putAllBack = useCallback(() => setExcluded(NONE), []);
  return {
    chosen,
    excluded: excluded.map(({ row }) => row),
    isExcluded: (id) => excluded.some(({ row }) => row.node.id === id),
    choose: (row) => {
      if (row.node.id !== chosen?.node.id) setExcluded(NONE);
      setChosen(row);
    },
    see: setChosen,
    turn: (row, path) => {
      const { id } = row.node;
      // What stands below goes with it.
      const others = excluded.filter((each) => each.row.node.id !== id && !each.path.includes(id));
      setExcluded(excluded.some((each) => each.row.node.id === id) ? others : [...others, { row, path }]);
    },
    putAllBack,
    clear: () => {
      setChosen(null);
      setExcluded(NONE);
    },
  };
}
