import { useTranslate } from 'ra-core';
import { useCallback } from 'react';
import { useFormat } from '../../../shared/format';
import type { CardRow } from './documents';

/** 「顺丰 2026年3月1日起」. */
export function useCardName(): (card: Pick<CardRow, 'carrier' | 'validFrom'>) => string {
  const t = useTranslate();
  const format = useFormat();
  return useCallback(({ carrier, validFrom }) => t('bills.cards.name', { carrier, day: format.day(validFrom) }), [t, format]);
}
