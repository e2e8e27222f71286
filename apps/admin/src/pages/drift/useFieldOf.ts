import { useCallback } from 'react';
import { fieldIn, useKinds, type RuleField } from '../../shared/rules';
import type { Drift } from './documents';

/** The schema of a drift's field. */
export function useFieldOf(): (drift: Pick<Drift, 'kind' | 'field'>) => RuleField | undefined {
  const kinds = useKinds().data;
  return useCallback(({ kind, field }) => fieldIn(kinds ?? [], field, kind), [kinds]);
}
