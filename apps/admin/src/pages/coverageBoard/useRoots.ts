import { useEffect } from 'react';
import { useApiQuery, type CursorRows } from '../../providers/hooks';
import { useScope } from '../../shared/scope';
import { useRows } from './Board';
import { scopeParentDocument, type CoverageRow } from './documents';

/** Where the board starts: the top of what the viewer sees, or the unit that the scope names, found among its siblings. */
export function useRoots(at: string | null): CursorRows<CoverageRow> {
  const { nodeId, isHome } = useScope();
  const place = useApiQuery(scopeParentDocument, { id: nodeId }, { enabled: !isHome });
  const parentId = isHome ? null : (place.data?.orgNode?.parentId ?? null);
  const list = useRows(parentId, at, isHome || (place.data !== undefined && !place.isPlaceholderData));
  const rows = isHome ? list.rows : list.rows.filter((row) => row.node.id === nodeId);
  const { hasMore, isLoadingMore, loadMore } = list;
  const isMissing = !isHome && rows.length === 0 && hasMore && !isLoadingMore;
  useEffect(() => {
    if (isMissing) loadMore();
  }, [isMissing, loadMore]);
  return { ...list, rows, isPending: list.isPending || isMissing };
}
