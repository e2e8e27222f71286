import { useTranslate } from 'ra-core';
import { Choice, ManyChoice, OptionalChoice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { FilterRow } from '../../shared/page';
import { dimensions, type useCostFilters } from './useCostFilters';
import type { Dimension } from './documents';

const components = [
  'freight-subsidy',
  'freight-fault',
  'freight-over-cap',
  'goods-loss',
  'premium',
  'recovery',
  'goods-recovery',
  'compensation',
];

interface CostFiltersProps {
  readonly filters: ReturnType<typeof useCostFilters>;
  /** Months that have entries, the latest first. */
  readonly months: readonly string[];
}

/** Rows, columns, months and components of the report. */
export function CostFilters({ filters, months }: CostFiltersProps) {
  const t = useTranslate();
  const format = useFormat();
  const [rows = 'store', across] = [filters.by[0], filters.by[1]];
  const options = dimensions.map((it) => [it, t(`money.dimension.${it}`)] as const);
  const monthOptions = months.map((month) => [month, format.month(month)] as const);
  const choose = (first: Dimension, second: Dimension | null = null) =>
    filters.setBy(second === null || second === first ? [first] : [first, second]);
  return (
    <FilterRow>
      <Choice
        id="cost-rows"
        label={t('money.costs.rows')}
        value={rows}
        options={options}
        onChange={(first) => choose(first, across)}
      />
      <OptionalChoice
        id="cost-columns"
        label={t('money.costs.columns')}
        value={across ?? null}
        options={options.filter(([it]) => it !== rows)}
        any={t('money.costs.noColumns')}
        onChange={(second) => choose(rows, second)}
      />
      <ManyChoice
        id="cost-months"
        label={t('money.dimension.month')}
        value={filters.months}
        options={monthOptions}
        any={t('money.costs.allMonths')}
        told={filters.period}
        onChange={filters.setMonths}
      />
      <ManyChoice
        id="cost-components"
        label={t('money.dimension.component')}
        value={filters.components}
        options={components.map((it) => [it, t(`money.component.${it}`)])}
        any={t('money.costs.allComponents')}
        onChange={filters.setComponents}
      />
      <OptionalChoice
        id="cost-compared"
        label={t('money.costs.comparedWith')}
        value={months.includes(filters.comparedWith) ? filters.comparedWith : null}
        options={monthOptions.filter(([month]) => !filters.months.includes(month))}
        any={t('money.costs.notCompared')}
        onChange={filters.setCompared}
        disabled={!filters.isComparable}
        helperText={filters.isComparable ? undefined : t('money.costs.comparable')}
      />
      <Choice
        id="cost-organised"
        label={t('money.costs.organised')}
        value={filters.isNow ? 'now' : 'then'}
        options={[
          ['then', t('money.costs.asThen')],
          ['now', t('money.costs.asNow')],
        ]}
        onChange={(organised) => filters.setNow(organised === 'now')}
      />
    </FilterRow>
  );
}
