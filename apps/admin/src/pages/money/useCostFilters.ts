import { useMemo } from 'react';
import { useFormat } from '../../shared/format';
import { useUrlFilters } from '../../shared/url';
import type { CostFilter, Dimension } from './documents';

/** Rows asked for: the rest comes as one sum, so that totals tie. */
export const TOP = 1000;

export const dimensions: readonly Dimension[] = ['store', 'month', 'bearer', 'component', 'reason', 'carrier'];
const isDimension = (text: string): text is Dimension => dimensions.some((it) => it === text);

const DEFAULT: readonly Dimension[] = ['store', 'bearer'];

const listOf = (text: string) => (text === '' ? null : text.split(','));

/** What the report is grouped and narrowed by, kept in the address. */
export function useCostFilters() {
  const format = useFormat();
  const { values, set, clear, any } = useUrlFilters('by', 'months', 'components', 'compare', 'organised');
  const by = useMemo(() => {
    const chosen = values.by.split(',').filter(isDimension).slice(0, 3);
    return chosen.length > 0 ? chosen : DEFAULT;
  }, [values.by]);
  const isNow = values.organised === 'now';
  const filter: CostFilter = {
    months: listOf(values.months),
    components: listOf(values.components),
    ...(isNow && { organised: 'now' }),
  };
  const isComparable = filter.months?.length === 1 && !by.includes('month');
  const period = (filter.months ?? []).map((month) => format.month(month)).join(' · ');
  return {
    by,
    filter,
    period,
    any: any && (values.months !== '' || values.components !== ''),
    isNow,
    /** One month is looked at, and rows and columns are not months. */
    isComparable,
    comparedWith: isComparable && values.compare !== filter.months?.[0] ? values.compare : '',
    clear,
    months: filter.months ?? [],
    components: filter.components ?? [],
    setBy: (next: readonly Dimension[]) => set({ by: next.join(',') }),
    setMonths: (next: readonly string[]) => set({ months: next.length === 0 ? null : next.join(',') }),
    setCompared: (month: string | null) => set({ compare: month }),
    setNow: (now: boolean) => set({ organised: now ? 'now' : null }),
    setComponents: (next: readonly string[]) => set({ components: next.length === 0 ? null : next.join(',') }),
  };
}
