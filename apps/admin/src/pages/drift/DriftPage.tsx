import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery, useCursorQuery } from '../../providers/hooks';
import { PageHeader } from '../../shared/page';
import { useKinds } from '../../shared/rules';
import { useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { useLocalText } from '../../shared/useLocalText';
import { driftsDocument, type Drift, type DriftClass } from './documents';
import { InheritDialog } from './InheritDialog';
import { useDriftColumns } from './useDriftColumns';
import { useFieldOf } from './useFieldOf';

const classes = ['dead', 'redundant', 'detached', 'customised'] as const satisfies readonly DriftClass[];

const Filters = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 12, marginBottom: 16 });

type UrlFilters = ReturnType<typeof useUrlFilters<'class' | 'field'>>;

function FieldFilter({ filters }: { filters: UrlFilters }) {
  const t = useTranslate();
  const localText = useLocalText();
  const kinds = useKinds().data ?? [];
  return (
    <TextField
      select
      id="drift-field"
      label={t('drift.field')}
      value={filters.values.field === '' ? 'all' : filters.values.field}
      onChange={(event) => filters.set({ field: event.target.value === 'all' ? null : event.target.value })}
      sx={{ width: 220 }}
    >
      <MenuItem value="all">{t('drift.allFields')}</MenuItem>
      {kinds.flatMap(({ fields }) =>
        fields.map(({ key, label }) => (
          <MenuItem key={key} value={key}>
            {localText(label)}
          </MenuItem>
        )),
      )}
    </TextField>
  );
}

/** How many of each class; a count opens its list. */
function ClassFilter({ filters, within }: { filters: UrlFilters; within: string }) {
  const t = useTranslate();
  const field = filters.values.field === '' ? null : filters.values.field;
  const { data } = useApiQuery(driftsDocument, { filter: { within, field }, page: { first: 1 } });
  const counted = (of: DriftClass) => data?.drifts.byClass.find((each) => each.class === of)?.count ?? 0;
  const label = (name: string, n: number) => (data ? t('drift.count', { name, n }) : name);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t('drift.classes')}
      value={filters.values.class}
      onChange={(_, value: string | null) => filters.set({ class: value === '' ? null : value })}
      sx={{ flexWrap: 'wrap' }}
    >
      <ToggleButton value="">{label(t('drift.all'), data?.drifts.total ?? 0)}</ToggleButton>
      {classes.map((each) => (
        <ToggleButton key={each} value={each} title={t(`drift.classHelp.${each}`)}>
          {label(t(`chip.drift.${each}`), counted(each))}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** Which units set what for themselves: own value and inherited, since when, by whom, at what cost, of which class (P15). */
export function DriftPage() {
  const t = useTranslate();
  const { nodeId: within } = useScope();
  const filters = useUrlFilters('class', 'field');
  const [chosen, setChosen] = useState<Drift | null>(null);
  const kindOfDrift = classes.find((each) => each === filters.values.class) ?? null;
  const filter = { within, field: filters.values.field === '' ? null : filters.values.field, class: kindOfDrift };
  const list = useCursorQuery(driftsDocument, { filter }, (answer) => answer.drifts);
  const fieldOf = useFieldOf();
  const columns = useDriftColumns(fieldOf, setChosen);
  const field = chosen && fieldOf(chosen);
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('drift.none')} hint={t('drift.noneHint')} />
  );
  return (
    <>
      <PageHeader title={t('drift.title')} />
      <Filters>
        <FieldFilter filters={filters} />
        <ClassFilter filters={filters} within={within} />
      </Filters>
      <CursorTable
        label={t('drift.title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        rowName={({ node }) => node.name}
        empty={empty}
        failed={t('drift.failed')}
      />
      {chosen && field && <InheritDialog drift={chosen} field={field} onClose={() => setChosen(null)} />}
    </>
  );
}
