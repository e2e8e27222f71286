import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { serverNow } from '../clock';
import { DateField } from '../DateField';
import { ActionDialog } from '../dialog';
import { InZone, useCalendar, useFormat, type Day } from '../format';
import { ImpactPanel, type Effect } from '../impact';
import { NodeField, useZoneOf } from '../node';
import { Notes, type KindKey } from '../rules';
import { Loaded } from '../states';
import { assignDocument, previewAssignmentDocument } from './documents';
import { VersionChoice } from './VersionChoice';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Assigned {
  readonly effect: Effect;
  readonly text: string;
}

export interface AssignDialogProps {
  readonly kind: KindKey;
  /** Given where the page is about a version; chosen here otherwise. */
  readonly version?: { readonly id: string; readonly label: string };
  /** Given where the page is about a unit; chosen here otherwise. */
  readonly unit?: Named;
  readonly onDone: (assigned: Assigned) => void;
  readonly onClose: () => void;
}

const Dates = styled('div')({ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))' });

interface Interval {
  readonly from: Day;
  readonly to: Day;
}

type Calendar = ReturnType<typeof useCalendar>;

/** Days of the unit as instants: today is now, an end is the midnight after it. */
const instants = ({ from, to }: Interval, calendar: Calendar) => ({
  from: from === '' || from === calendar.today() ? null : calendar.startOfDay(from),
  to: to === '' ? null : calendar.endOfDay(to),
});

function IntervalFields({ value, onChange }: { value: Interval; onChange: (value: Interval) => void }) {
  const t = useTranslate();
  const { today } = useCalendar();
  const isPast = value.from !== '' && value.from < today();
  return (
    <>
      <Dates>
        <DateField
          label={t('assign.from')}
          value={value.from}
          onChange={(from) => onChange({ ...value, from })}
          help={t('assign.fromHelp')}
          width="100%"
        />
        <DateField
          label={t('assign.to')}
          value={value.to}
          onChange={(to) => onChange({ ...value, to })}
          help={t('assign.toHelp')}
          width="100%"
        />
      </Dates>
      {isPast && (
        <Notes>
          <li data-tone="act">{t('assign.past')}</li>
        </Notes>
      )}
    </>
  );
}

/** Puts a version on a unit and all below it for a time: impact and checks stand above the button (P4, P7). */
export function AssignDialog({ kind, version: given, unit: givenUnit, onDone, onClose }: AssignDialogProps) {
  const t = useTranslate();
  const assign = useApiMutation(assignDocument);
  const [version, setVersion] = useState(given ?? null);
  const [unit, setUnit] = useState<Named | null>(givenUnit ?? null);
  const zone = useZoneOf(unit?.id ?? null);
  const calendar = useCalendar(zone);
  const format = useFormat(zone);
  const [interval, setInterval] = useState<Interval>({ from: '', to: '' });
  const variables = { nodeId: unit?.id ?? '', versionId: version?.id ?? '', ...instants(interval, calendar) };
  const preview = useApiQuery(previewAssignmentDocument, variables, { enabled: unit !== null && version !== null });
  const effect = preview.isPlaceholderData ? undefined : preview.data?.previewAssignment;
  const confirm = async (reason: string) => {
    const done = (await assign.mutateAsync({ ...variables, reason: reason === '' ? null : reason })).assignVersion;
    const told = { unit: done.node.name, changed: done.changed, unchanged: done.unchanged };
    const isLater = variables.from !== null && Date.parse(variables.from) > serverNow();
    const text = isLater
      ? t('assign.scheduled', { ...told, date: format.textDate(variables.from ?? '') })
      : t('assign.done', told);
    onDone({ effect: done, text });
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={given ? `${t('assign.title')} · ${given.label}` : t('assign.title')}
      confirm={
        effect === undefined
          ? t('assign.confirm', { unit: unit?.name ?? '…' })
          : t('assign.confirmCount', { unit: effect.node.name, n: effect.changed })
      }
      effect={t('assign.effect')}
      reason={{ label: t('assign.reason') }}
      ready={effect?.problems.length === 0}
      onConfirm={confirm}
    >
      {!given && <VersionChoice kind={kind} value={version?.id ?? ''} onChange={setVersion} />}
      {givenUnit ? (
        <p>
          {t('assign.unit')} <strong>{givenUnit.name}</strong>
        </p>
      ) : (
        <NodeField label={t('assign.unit')} value={unit} onChange={setUnit} required />
      )}
      <InZone zone={zone}>
        <IntervalFields value={interval} onChange={setInterval} />
        {unit !== null && version !== null && (
          <Loaded query={preview} failed={t('assign.previewFailed')}>
            {({ previewAssignment }) => <ImpactPanel impact={previewAssignment} />}
          </Loaded>
        )}
      </InZone>
    </ActionDialog>
  );
}
