import Close from '@mui/icons-material/CloseOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { DateField, OptionalChoice } from '../../shared/fields';
import { actions, isAction } from './actions';
import type { AuditEvent } from './documents';
import { recordName } from './record';
import { SubjectSearch } from './SubjectSearch';
import type { AuditFilters } from './useAuditFilters';
import { useActor } from './useSentence';

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-end',
  gap: 12,
  marginBottom: 16,
  '& > .MuiTextField-root': { width: 200 },
  '@media (max-width: 599.95px)': { '& > .MuiTextField-root': { width: '100%' } },
});

interface TokenProps {
  readonly name: string;
  readonly onRemove: () => void;
}

/** A filter that was chosen at an event; a press takes it away. */
function Token({ name, onRemove }: TokenProps) {
  const t = useTranslate();
  return (
    <Button variant="outlined" endIcon={<Close />} onClick={onRemove} aria-label={t('audit.filter.remove', { name })}>
      {name}
    </Button>
  );
}

interface FiltersProps {
  readonly filters: AuditFilters;
  /** An event that the filters let through: it knows the names. */
  readonly example: AuditEvent | undefined;
}

/** Action and days; person and record, where an event was asked for more like it. */
export function Filters({ filters, example }: FiltersProps) {
  const t = useTranslate();
  const actorOf = useActor();
  const { action, actor, subject, from, to } = filters.values;
  const who = example ? actorOf(example) : '';
  const what = example ? recordName(example) : '';
  return (
    <Row>
      <SubjectSearch filters={filters} />
      <OptionalChoice
        id="audit-action"
        label={t('audit.filter.action')}
        value={isAction(action) ? action : null}
        options={actions.map((it) => [it, t(`audit.action.${it}`)])}
        any={t('audit.filter.anyAction')}
        onChange={(next) => filters.set({ action: next })}
      />
      <DateField label={t('audit.filter.from')} value={from} onChange={(day) => filters.set({ from: day })} />
      <DateField label={t('audit.filter.to')} value={to} min={from} onChange={(day) => filters.set({ to: day })} />
      {actor !== '' && <Token name={t('audit.filter.person', { who })} onRemove={() => filters.set({ actor: null })} />}
      {subject !== '' && <Token name={t('audit.filter.record', { what })} onRemove={() => filters.set({ subject: null })} />}
    </Row>
  );
}
