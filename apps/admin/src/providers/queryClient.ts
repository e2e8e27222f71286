import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isApiError } from './apiError';

export const viewerKey = ['viewer'] as const;

/** Set once a session ended by itself, so that sign-in can say so. */
export const endedKey = ['session', 'ended'] as const;

/** All answers of the API stand under this key, so that a change renews whatever the page shows. */
export const apiKey = ['api'] as const;

const MAX_TRIES = 3;

const again = (failures: number, error: Error): boolean => isApiError(error) && error.passing && failures < MAX_TRIES - 1;

/** A session that ended shows on whatever request comes next; the frame then leads to sign-in. */
export function createQueryClient(): QueryClient {
  const forget = (error: Error) => {
    if (!isApiError(error) || !error.signedOut || client.getQueryData(viewerKey) === null) return;
    client.setQueryData(endedKey, true);
    client.setQueryData(viewerKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: forget }),
    mutationCache: new MutationCache({ onError: forget }),
    defaultOptions: { queries: { retry: again, staleTime: 5_000 }, mutations: { retry: false } },
  });
  return client;
}
