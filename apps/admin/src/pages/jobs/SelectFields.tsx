import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ChangeEvent } from 'react';
import { VersionChoice } from '../../shared/assign';
import { Choice, DateField, OptionalChoice } from '../../shared/fields';
import { useCalendar } from '../../shared/format';
import { useKinds } from '../../shared/rules';
import { useScopeName } from '../../shared/scope';
import { useLocalText } from '../../shared/useLocalText';
import { actions, coverages, kindOf, ownerships, parentTypes, type SelectionState } from './useSelection';

const Fields = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 12, marginBottom: 16 });

function Conditions({ filters: { values, set } }: SelectionState) {
  const t = useTranslate();
  const any = t('jobs.any');
  const options = (all: readonly string[], prefix: string) => all.map((value) => [value, t(`${prefix}.${value}`)] as const);
  const given = (value: string) => (value === '' ? null : value);
  return (
    <Fields>
      <OptionalChoice
        id="select-ownership"
        label={t('jobs.ownership')}
        value={given(values.ownership)}
        options={options(ownerships, 'ownership')}
        any={any}
        onChange={(ownership) => set({ ownership })}
        width={160}
      />
      <OptionalChoice
        id="select-parent"
        label={t('jobs.parentType')}
        value={given(values.parent)}
        options={options(parentTypes, 'nodeType')}
        any={any}
        onChange={(parent) => set({ parent })}
        width={160}
      />
      <OptionalChoice
        id="select-coverage"
        label={t('jobs.coverage')}
        value={given(values.coverage)}
        options={options(coverages, 'chip.coverage')}
        any={any}
        onChange={(coverage) => set({ coverage })}
        width={160}
      />
      <TextField
        label={t('jobs.region')}
        value={values.region}
        onChange={(event) => set({ region: event.target.value })}
        sx={{ width: 160 }}
      />
      <Choice
        id="select-op"
        width={200}
        label={t('jobs.rate.label')}
        value={values.op === 'above' ? 'above' : 'below'}
        options={(['below', 'above'] as const).map((value) => [value, t(`jobs.rate.${value}`)])}
        onChange={(op) => set({ op })}
      />
      <TextField
        label={t('jobs.rate.value')}
        value={values.rate}
        onChange={(event) => set({ rate: event.target.value })}
        helperText={t('jobs.rate.help')}
        sx={{ width: 160 }}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      />
      <TextField
        label={t('jobs.rate.least')}
        value={values.least}
        placeholder="30"
        onChange={(event) => set({ least: event.target.value })}
        sx={{ width: 160 }}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    </Fields>
  );
}

function List({ list, setList }: SelectionState) {
  const t = useTranslate();
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) setList(await file.text());
  };
  return (
    <Fields>
      <TextField
        label={t('jobs.list.label')}
        value={list}
        onChange={(event) => setList(event.target.value)}
        multiline
        minRows={4}
        maxRows={10}
        sx={{ width: 'min(480px, 100%)' }}
      />
      <Button component="label" variant="outlined">
        {t('jobs.list.upload')}
        <input type="file" accept=".csv,text/csv,text/plain" hidden onChange={(event) => void read(event)} />
      </Button>
    </Fields>
  );
}

function KindChoice({ filters: { values, set } }: SelectionState) {
  const t = useTranslate();
  const kinds = useKinds().data ?? [];
  return (
    <Choice
      id="select-kind"
      label={t('jobs.kind')}
      value={kindOf(values.kind)}
      options={kinds.map(({ key }) => [key, t(`rules.kind.${key}`)])}
      onChange={(kind) => set({ kind, version: null, field: null })}
      width={160}
    />
  );
}

function WhatIsAssigned(state: SelectionState) {
  const { filters } = state;
  return (
    <Fields>
      <KindChoice {...state} />
      <div style={{ width: 'min(360px, 100%)', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <VersionChoice
          kind={kindOf(filters.values.kind)}
          value={filters.values.version}
          onChange={(version) => filters.set({ version: version?.id ?? null })}
        />
      </div>
    </Fields>
  );
}

/** The lock that is lifted is the one of the unit in scope. */
function WhatIsExempt(state: SelectionState) {
  const t = useTranslate();
  const localText = useLocalText();
  const calendar = useCalendar();
  const kinds = useKinds().data ?? [];
  const { filters } = state;
  const unit = useScopeName();
  const fields = kinds.find(({ key }) => key === kindOf(filters.values.kind))?.fields ?? [];
  return (
    <Fields>
      <KindChoice {...state} />
      <OptionalChoice
        id="select-field"
        label={t('jobs.field')}
        value={filters.values.field === '' ? null : filters.values.field}
        options={fields.map(({ key, label }) => [key, localText(label)])}
        any={t('jobs.chooseField')}
        onChange={(field) => filters.set({ field })}
        width={160}
      />
      <DateField
        label={t('jobs.until')}
        value={filters.values.until}
        onChange={(until) => filters.set({ until })}
        min={calendar.today()}
        help={t('jobs.untilHelp', { unit })}
        width="200px"
      />
    </Fields>
  );
}

/** How branches are chosen: by a closed set of conditions, or by a list. */
export function SelectFields(state: SelectionState) {
  const t = useTranslate();
  const { filters, isList, action } = state;
  return (
    <>
      <Fields>
        <Choice
          id="select-action"
          label={t('jobs.action.label')}
          value={action}
          options={actions.map((value) => [value, t(`jobs.action.${value}`)])}
          onChange={(chosen) => filters.set({ action: chosen })}
          width={160}
        />
        <Choice
          id="select-by"
          label={t('jobs.select.how')}
          value={isList ? 'list' : 'conditions'}
          options={[
            ['conditions', t('jobs.select.byConditions')],
            ['list', t('jobs.select.byList')],
          ]}
          onChange={(by) => filters.set({ by: by === 'list' ? by : null })}
          width={160}
        />
      </Fields>
      {action === 'assign' && <WhatIsAssigned {...state} />}
      {action === 'exempt' && <WhatIsExempt {...state} />}
      {isList ? <List {...state} /> : <Conditions {...state} />}
    </>
  );
}
