import { useMemo } from 'react';
import { useApiQuery, useCursorQuery } from '../../providers/hooks';
import { useScope } from '../../shared/scope';
import { useDebounced } from '../../shared/useDebounced';
import { useUrlFilters } from '../../shared/url';
import { countsDocument, nextDueDocument, queueDocument } from './documents';
import { useArrivals } from './useArrivals';
import { filterNames, narrowingOf, sorts } from './queueFilter';
import { isView, type View } from './QueueViews';

const MINUTE = 60_000;
type Sort = (typeof sorts)[number];

/** Where somebody of the chain has to act. */
const ours = ['APPLIED', 'AWAIT_RECEIPT', 'DISPUTED', 'REFUNDING'] as const;

/** Views that a case which was just applied for belongs to. */
const withNew: readonly View[] = ['toDo', 'open', 'all'];

/** The rows of the chosen view with the counts of all views; a search looks through all cases. */
export function useQueue() {
  const { nodeId, isHome } = useScope();
  const filters = useUrlFilters(...filterNames);
  const within = isHome ? null : nodeId;
  const search = useDebounced(filters.values.search.trim(), 250);
  const chosen: View = isView(filters.values.view) ? filters.values.view : 'toDo';
  const view = search === '' ? chosen : 'all';
  const sort: Sort =
    sorts.find((it) => it === filters.values.sort) ?? (view === 'ended' || view === 'all' ? 'appliedAt' : 'deadline');
  const narrowing = narrowingOf(filters.values);
  const filter = { within, view, ...narrowing, ...(search !== '' && { search }) };
  const list = useCursorQuery(queueDocument, { filter, sort }, (answer) => answer.cases, { refetchInterval: MINUTE });
  const counted = useApiQuery(countsDocument, { within }, { refetchInterval: MINUTE });
  const counts = useMemo(
    () => new Map((counted.data?.caseCounts.byView ?? []).map((counts) => [counts.key, counts])),
    [counted.data],
  );
  const arrivals = useArrivals(list, JSON.stringify([filter, sort]), within, withNew.includes(view));
  return { filters, filter, search, view, sort, counts, narrowing, within, ...arrivals };
}

/** When the next case of the chain's own falls due; asked only where a view is empty. */
export function useNextDue(enabled: boolean): string | null {
  const { nodeId, isHome } = useScope();
  const filter = { within: isHome ? null : nodeId, states: [...ours] };
  const { data } = useApiQuery(nextDueDocument, { filter }, { enabled });
  return data?.cases.items[0]?.deadline?.at ?? null;
}
