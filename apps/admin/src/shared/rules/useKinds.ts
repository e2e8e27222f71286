import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { requestWith } from '../../providers/request';
import { useLocalText } from '../useLocalText';
import { kindsDocument, type KindKey, type RuleKind } from './documents';
import { fieldIn } from './fieldIn';

/** The schema of all kinds changes with a release, never with what somebody does: asked once. */
const kindsOptions = queryOptions({
  queryKey: ['policyKinds'],
  queryFn: async ({ signal }) => (await requestWith(kindsDocument, {}, signal)).policyKinds,
  staleTime: Infinity,
});

export const useKinds = (): UseQueryResult<readonly RuleKind[]> => useQuery(kindsOptions);

const none: readonly RuleKind[] = [];

/** The kinds where a page has asked for them already; asks for nothing itself. */
export const useKnownKinds = (): readonly RuleKind[] => useQuery({ ...kindsOptions, enabled: false }).data ?? none;

/** A field's name in the language in force; its key while the kinds are on their way. The same function until either changes. */
export function useFieldLabel(): (kind: KindKey, key: string) => string {
  const { data } = useKinds();
  const localText = useLocalText();
  return useCallback(
    (kind, key) => {
      const field = fieldIn(data ?? none, key, kind);
      return field ? localText(field.label) : key;
    },
    [data, localText],
  );
}
