import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiError } from './apiError';
import { apiKey } from './queryClient';
import { printed, requestWith, type Document } from './request';

interface QuerySettings {
  /** False while it makes no sense to ask yet. */
  readonly enabled?: boolean;
  /** Milliseconds between two looks at what changes by itself. */
  readonly refetchInterval?: number;
}

const keyOf = <Result, Variables>(document: Document<Result, Variables>, variables: Variables) =>
  [...apiKey, printed(document).operationName, variables] as const;

/** A query's answer. While other variables load, the old rows stay (`isPlaceholderData`). */
export function useApiQuery<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  settings: QuerySettings = {},
): UseQueryResult<Result, ApiError> {
  return useQuery<Result, ApiError>({
    queryKey: keyOf(document, variables),
    queryFn: ({ signal }) => requestWith(document, variables, signal),
    placeholderData: keepPreviousData,
    ...settings,
  });
}

/** Answers to one question about several things, asked one after another; they come together or not at all. */
export function useManyQueries<Result, Variables>(
  document: Document<Result, Variables>,
  all: readonly Variables[],
): UseQueryResult<Result[], ApiError> {
  return useQuery<Result[], ApiError>({
    queryKey: [...apiKey, printed(document).operationName, 'many', all],
    queryFn: async ({ signal }) => {
      const answers: Result[] = [];
      for (const variables of all) answers.push(await requestWith(document, variables, signal));
      return answers;
    },
    placeholderData: keepPreviousData,
  });
}

/** A change. When it is done, whatever the page shows is asked again: one decision moves counts, queues and money alike. */
export function useApiMutation<Result, Variables>(
  document: Document<Result, Variables>,
): UseMutationResult<Result, ApiError, Variables> {
  const client = useQueryClient();
  return useMutation<Result, ApiError, Variables>({
    mutationFn: (variables) => requestWith(document, variables),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: apiKey });
    },
  });
}

export interface CursorPage<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total?: number | null;
  /** The count stopped at `total`. */
  readonly hasMoreThanTotal?: boolean;
}

export interface PageVariable {
  page?: { first?: number | null; after?: string | null } | null;
}

/** A list that grows by pages: what `CursorTable` draws. */
export interface CursorRows<Row> {
  readonly rows: readonly Row[];
  /** Null where the API does not count (100k rows). */
  readonly total: number | null;
  /** There are more than `total`, which is as far as the API counts. */
  readonly hasMoreThanTotal: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly isLoadingMore: boolean;
  /** Nothing has come yet. */
  readonly isPending: boolean;
  /** Rows are there and newer ones are asked for. */
  readonly isRefetching: boolean;
  /** The rows are those of the filters before, until others come. */
  readonly isOld: boolean;
  readonly error: ApiError | null;
  readonly retry: () => void;
}

/**
 * A list by keyset pages. The document takes `$page: PageInput`; `pick` finds the page in its answer.
 * `useCursorQuery(casesDocument, { filter }, (answer) => answer.cases)`
 */
export function useCursorQuery<Result, Variables extends PageVariable, Row>(
  document: Document<Result, Variables>,
  variables: Omit<Variables, 'page'>,
  pick: (answer: Result) => CursorPage<Row>,
  settings: QuerySettings & { readonly pageSize?: number } = {},
): CursorRows<Row> {
  const { pageSize = 25, ...rest } = settings;
  const query = useInfiniteQuery({
    queryKey: [...keyOf(document, variables as Variables), 'pages', pageSize],
    queryFn: ({ signal, pageParam }) =>
      requestWith(document, { ...variables, page: { first: pageSize, after: pageParam } } as Variables, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Result) => pick(last).nextCursor,
    placeholderData: keepPreviousData,
    ...rest,
  });
  const { data } = query;
  const pages = useMemo(() => data?.pages.map(pick) ?? [], [data, pick]);
  return {
    rows: useMemo(() => pages.flatMap((page) => page.items), [pages]),
    total: pages[0]?.total ?? null,
    hasMoreThanTotal: pages[0]?.hasMoreThanTotal ?? false,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    isLoadingMore: query.isFetchingNextPage,
    isPending: query.isPending,
    isOld: query.isPlaceholderData,
    isRefetching: query.isFetching && !query.isFetchingNextPage && !query.isPending,
    error: query.error as ApiError | null,
    retry: () => void query.refetch(),
  };
}
