import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
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
  const choose = (first: Dimension, second: Dimension | undefined) =>
    filters.setBy(second === undefined || second === first ? [first] : [first, second]);
  return (
    <FilterRow>
      <TextField
        select
        id="cost-rows"
        label={t('money.costs.rows')}
        value={rows}
        onChange={(event) => choose(event.target.value as Dimension, across)}
      >
        {dimensions.map((it) => (
          <MenuItem key={it} value={it}>
            {t(`money.dimension.${it}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="cost-columns"
        label={t('money.costs.columns')}
        value={across ?? ''}
        onChange={(event) => choose(rows, event.target.value === '' ? undefined : (event.target.value as Dimension))}
        slotProps={{ select: { displayEmpty: true } }}
      >
        <MenuItem value="">{t('money.costs.noColumns')}</MenuItem>
        {dimensions
          .filter((it) => it !== rows)
          .map((it) => (
            <MenuItem key={it} value={it}>
              {t(`money.dimension.${it}`)}
            </MenuItem>
          ))}
      </TextField>
      <TextField
        select
        id="cost-months"
        label={t('money.dimension.month')}
        value={filters.months}
        onChange={(event) => filters.setMonths([event.target.value].flat())}
        slotProps={{
          select: { multiple: true, displayEmpty: true, renderValue: () => filters.period || t('money.costs.allMonths') },
        }}
      >
        {months.map((month) => (
          <MenuItem key={month} value={month}>
            {format.month(month)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="cost-components"
        label={t('money.dimension.component')}
        value={filters.components}
        onChange={(event) => filters.setComponents([event.target.value].flat())}
        slotProps={{
          select: {
            multiple: true,
            displayEmpty: true,
            renderValue: () =>
              filters.components.map((it) => t(`money.component.${it}`)).join(t('shared.list')) || t('money.costs.allComponents'),
          },
        }}
      >
        {components.map((it) => (
          <MenuItem key={it} value={it}>
            {t(`money.component.${it}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="cost-compared"
        label={t('money.costs.comparedWith')}
        value={months.includes(filters.comparedWith) ? filters.comparedWith : ''}
        onChange={(event) => filters.setCompared(event.target.value)}
        disabled={!filters.isComparable}
        helperText={filters.isComparable ? undefined : t('money.costs.comparable')}
        slotProps={{ select: { displayEmpty: true } }}
      >
        <MenuItem value="">{t('money.costs.notCompared')}</MenuItem>
        {months
          .filter((month) => !filters.months.includes(month))
          .map((month) => (
            <MenuItem key={month} value={month}>
              {format.month(month)}
            </MenuItem>
          ))}
      </TextField>
      <TextField
        select
        id="cost-organised"
        label={t('money.costs.organised')}
        value={filters.isNow ? 'now' : 'then'}
        onChange={(event) => filters.setNow(event.target.value === 'now')}
      >
        <MenuItem value="then">{t('money.costs.asThen')}</MenuItem>
        <MenuItem value="now">{t('money.costs.asNow')}</MenuItem>
      </TextField>
    </FilterRow>
  );
}
