import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery, useCursorQuery } from '../../providers/hooks';
import { OptionalChoice } from '../../shared/fields';
import { PageHeader } from '../../shared/page';
import { useFieldLabel } from '../../shared/rules';
import { useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, useSelection } from '../../shared/table';
import { useUrlFilters, useUrlParam } from '../../shared/url';
import { AdjustedList } from './AdjustedList';
import { driftsDocument, type Drift, type DriftClass } from './documents';
import { InheritManyDialog } from './InheritManyDialog';
import { InheritDialog } from './InheritDialog';
import { useDriftColumns } from './useDriftColumns';
import { useFieldOf } from './useFieldOf';

const classes = ['dead', 'redundant', 'detached', 'customised'] as const satisfies readonly DriftClass[];

const Filters = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 12, marginBottom: 16 });

type UrlFilters = ReturnType<typeof useUrlFilters<'class' | 'field'>>;

/** By field first: of a large chain, that is what one can read. Fields that nobody sets are not offered. */
function FieldFilter({ filters, within }: { filters: UrlFilters; within: string }) {
  const t = useTranslate();
  const label = useFieldLabel();
  const byField = useApiQuery(driftsDocument, { filter: { within }, page: { first: 1 } }).data?.drifts.byField ?? [];
  const { field } = filters.values;
  const isGone = field !== '' && !byField.some((each) => each.field === field);
  return (
    <OptionalChoice
      id="drift-field"
      label={t('drift.field')}
      value={field === '' ? null : field}
      options={[
        ...(isGone ? [[field, field] as const] : []),
        ...byField.map((each) => [each.field, t('drift.count', { name: label(each.kind, each.field), n: each.count })] as const),
      ]}
      any={t('drift.allFields')}
      onChange={(next) => filters.set({ field: next })}
      width={240}
    />
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

const mayInherit = ({ allowedActions }: Drift) => allowedActions.includes('rules.setOwn');

/** Rows chosen for going back; choosing all that are shown leaves out what was agreed to. */
function useChosen(rows: readonly Drift[]) {
  const selection = useSelection();
  const wanted = rows.filter((row) => mayInherit(row) && row.agreedUntil === null).map(({ id }) => id);
  const isWhole = wanted.every((id) => selection.keys.has(id));
  return {
    clear: selection.clear,
    drifts: rows.filter((row) => mayInherit(row) && selection.keys.has(row.id)),
    selection: { ...selection, onToggleShown: () => selection.onToggleShown(isWhole && selection.keys.size > 0 ? [] : wanted) },
  };
}

/** Which units set what for themselves: own value and inherited, since when, by whom, at what cost, of which class (P15). */
function DriftBoard() {
  const t = useTranslate();
  const label = useFieldLabel();
  const { nodeId: within } = useScope();
  const filters = useUrlFilters('class', 'field');
  const [chosen, setChosen] = useState<Drift | null>(null);
  const kindOfDrift = classes.find((each) => each === filters.values.class) ?? null;
  const filter = { within, field: filters.values.field === '' ? null : filters.values.field, class: kindOfDrift };
  const list = useCursorQuery(driftsDocument, { filter }, (answer) => answer.drifts);
  const rows = useChosen(list.rows);
  const [many, setMany] = useState(false);
  const columns = useDriftColumns(setChosen);
  const fieldOf = useFieldOf();
  const field = chosen && fieldOf(chosen);
  const open = (row: Drift) => {
    if (rows.drifts.length > 0) setMany(true);
    else if (mayInherit(row)) setChosen(row);
  };
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('drift.none')} hint={t('drift.noneHint')} />
  );
  return (
    <>
      <Filters>
        <FieldFilter filters={filters} within={within} />
        <ClassFilter filters={filters} within={within} />
        {rows.drifts.length > 0 && (
          <Button variant="contained" onClick={() => setMany(true)}>
            {t('drift.many.open', { n: rows.drifts.length })}
          </Button>
        )}
      </Filters>
      <CursorTable
        label={t('drift.title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        rowName={({ node, kind, field: key }) => `${node.name} · ${label(kind, key)}`}
        selection={rows.selection}
        letters={[{ key: 'Enter', label: t('drift.inherit.verb'), run: open }]}
        empty={empty}
        failed={t('drift.failed')}
      />
      {many && rows.drifts.length > 0 && (
        <InheritManyDialog drifts={rows.drifts} onDone={rows.clear} onClose={() => setMany(false)} />
      )}
      {chosen && field && <InheritDialog drift={chosen} field={field} onClose={() => setChosen(null)} />}
    </>
  );
}

const lists = ['own', 'adjusted'] as const;

/** What units set for themselves, and what was bent by bounds that somebody above set later. */
export function DriftPage() {
  const t = useTranslate();
  const [named, setList] = useUrlParam('list', 'own');
  const list = lists.find((each) => each === named) ?? 'own';
  return (
    <>
      <PageHeader title={t('drift.title')} />
      <Tabs value={list} onChange={(_, next: string) => setList(next)} sx={{ marginBottom: 2 }}>
        {lists.map((each) => (
          <Tab key={each} value={each} label={t(`drift.list.${each}`)} />
        ))}
      </Tabs>
      {list === 'adjusted' ? <AdjustedList /> : <DriftBoard />}
    </>
  );
}
