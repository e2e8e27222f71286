import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { useLocalText } from '../../shared/useLocalText';
import type { CostKey } from './documents';

/** What a value of the report is called: codes by our words, months by the calendar, stores and carriers by their names. */
export function KeyLabel({ item }: { item: CostKey }) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  if (item.dimension === 'month') return <>{format.month(item.value)}</>;
  if (item.dimension === 'bearer' || item.dimension === 'component')
    return <>{t(`money.${item.dimension}.${item.value}`, { _: item.label })}</>;
  return <>{item.text ? localText(item.text) : item.label}</>;
}
