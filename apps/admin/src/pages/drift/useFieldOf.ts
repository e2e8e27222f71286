import { useCallback } from 'react';
import { fieldIn, useKinds, type RuleField } from '../../shared/rules';
import type { Drift } from './documents';

export type FieldOf = (drift: Pick<Drift, 'kind' | 'field'>) => RuleField | undefined;

/** The schema of a drift's field. */
export function useFieldOf(): FieldOf {
  const kinds = useKinds().data;
  return useCallback(({ kind, field }) => fieldIn(kinds ?? [], field, kind), [kinds]);
}
