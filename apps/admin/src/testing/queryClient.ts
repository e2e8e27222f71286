import type { QueryClient } from '@tanstack/react-query';
import { createQueryClient } from '../providers/queryClient';

/** The console's client, but what it caches goes with it: a timer for that would outlive the test. */
export function queryClientOfTest(): QueryClient {
  const client = createQueryClient();
  const { queries, mutations } = client.getDefaultOptions();
  client.setDefaultOptions({
    queries: { ...queries, retryDelay: 1, gcTime: Infinity },
    mutations: { ...mutations, gcTime: Infinity },
  });
  return client;
}
