import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Choice, OptionalChoice } from '../../shared/fields';
import type { UrlFilters } from '../../shared/url';
import { dueWithins, reasonClasses, sorts, types, type QueueFilterName } from './queueFilter';

const Fields = styled('div')({
  display: 'grid',
  gap: 12,
  gridTemplateColumns: 'minmax(168px, 2fr) repeat(4, minmax(96px, 1fr))',
  marginBottom: 12,
  '@media (max-width: 1399.95px)': {
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    '& > :first-of-type': { gridColumn: '1 / -1' },
  },
  '@media (max-width: 599.95px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
});

interface QueueFiltersProps {
  readonly filters: UrlFilters<QueueFilterName>;
  readonly sort: string;
}

/** What the queue is narrowed to, beside its view: words, type, reason, deadline, and the order. */
export function QueueFilters({ filters: { values, set }, sort }: QueueFiltersProps) {
  const t = useTranslate();
  const any = t('cases.queue.any');
  const given = (value: string) => (value === '' ? null : value);
  return (
    <Fields>
      <TextField
        label={t('cases.queue.search')}
        value={values.search}
        onChange={(event) => set({ search: event.target.value })}
      />
      <OptionalChoice
        id="queue-type"
        label={t('cases.fact.type')}
        value={given(values.type)}
        options={types.map((type) => [type, t(`cases.type.${type}`)])}
        any={any}
        onChange={(type) => set({ type })}
      />
      <OptionalChoice
        id="queue-reason"
        label={t('cases.fact.reason')}
        value={given(values.reason)}
        options={reasonClasses.map((key) => [key, t(`rules.word.reasonClass.${key}`)])}
        any={any}
        onChange={(reason) => set({ reason })}
      />
      <OptionalChoice
        id="queue-due"
        label={t('cases.queue.due')}
        value={given(values.due)}
        options={dueWithins.map((hours) => [hours, t('cases.queue.dueWithin', { hours: Number(hours) })])}
        any={any}
        onChange={(due) => set({ due })}
      />
      <Choice
        id="queue-sort"
        label={t('cases.queue.sort')}
        value={sort}
        options={sorts.map((key) => [key, t(`cases.sort.${key}`)])}
        onChange={(value) => set({ sort: value })}
      />
    </Fields>
  );
}
