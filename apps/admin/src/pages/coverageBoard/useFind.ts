import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import type { TreeNode } from '../../shared/node';
import { useScope } from '../../shared/scope';
import { coveragePathDocument, type CoverageRow } from './documents';

export interface Find {
  /** The rows down to the unit that was found, itself the last; they are shown where their page has not come yet. */
  readonly path: readonly CoverageRow[];
  /** The unit that the board still has to go to. */
  readonly soughtId: string | null;
  readonly arrived: () => void;
}

const NOWHERE: readonly CoverageRow[] = [];

/** Looks for a unit on the board. One outside the chosen scope takes the scope off: it would not be on the board else. */
export function useFind(at: string | null) {
  const scope = useScope();
  const [foundId, setFoundId] = useState<string | null>(null);
  const [soughtId, setSoughtId] = useState<string | null>(null);
  const { data, isPlaceholderData, error, refetch } = useApiQuery(
    coveragePathDocument,
    { nodeId: foundId ?? '', at },
    { enabled: foundId !== null },
  );
  const known = foundId === null ? undefined : data?.coveragePath;
  const isOfAnother = known?.at(-1)?.node.id !== foundId;
  return {
    find: ({ id, path }: TreeNode) => {
      setFoundId(id);
      setSoughtId(id);
      if (!scope.isHome && !path.some((step) => step.id === scope.nodeId)) scope.choose(null);
    },
    path: known === undefined || isOfAnother ? NOWHERE : known,
    soughtId,
    arrived: () => setSoughtId(null),
    error: isPlaceholderData ? null : error,
    retry: () => void refetch(),
  };
}
