import { useTranslate } from 'ra-core';
import type { ChangeSet } from './documents';

/** What an edit takes back of a set that is past its draft; null: nothing. */
export function useEditEffect(): (set: Pick<ChangeSet, 'status'>) => string | null {
  const t = useTranslate();
  return ({ status }) => (status === 'inReview' || status === 'scheduled' ? t(`changes.edit.effect.${status}`) : null);
}
