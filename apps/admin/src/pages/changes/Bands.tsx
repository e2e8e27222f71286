import { useTranslate } from 'ra-core';
import { Band } from '../../shared/page';
import type { ChangeSet } from './documents';

/** The causes of the last time that it went stale, in words. */
function useCauses(): (set: ChangeSet) => string {
  const t = useTranslate();
  return ({ events }) =>
    (events.find(({ causes }) => causes.length > 0)?.causes ?? [])
      .map((cause) => t(`changes.cause.${cause}`))
      .join(t('shared.list'));
}

/** What holds for the whole set and is easily overlooked. */
export function Bands({ set }: { set: ChangeSet }) {
  const t = useTranslate();
  const causes = useCauses();
  const { status, reason, isOwn } = set;
  if (status === 'stale') return <Band tone="trouble">{t('changes.band.stale', { causes: causes(set) })}</Band>;
  if (status === 'cancelled') return <Band tone="act">{t('changes.band.cancelled', { reason })}</Band>;
  if (status === 'draft' && reason !== null) return <Band tone="act">{t('changes.band.sentBack', { reason })}</Band>;
  if (status === 'inReview' && isOwn) return <Band tone="act">{t('changes.band.own')}</Band>;
  return null;
}
