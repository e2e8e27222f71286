import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { DateField } from '../fields';
import { ActionDialog } from '../dialog';
import { useCalendar, useFormat, type Day } from '../format';
import { ImpactPanel, SuspensionBranches } from '../impact';
import { useZoneOf } from '../node';
import { Loaded } from '../states';
import { previewSuspensionDocument, suspendDocument, type Told } from './documents';

interface SuspendDialogProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly onDone: (done: Told) => void;
  readonly onClose: () => void;
}

/** Suspends free returns at a unit and below, with a reason, from a day, now unless it is said, and until one (P6). */
export function SuspendDialog({ unit, onDone, onClose }: SuspendDialogProps) {
  const t = useTranslate();
  const suspend = useApiMutation(suspendDocument);
  const zone = useZoneOf(unit.id);
  const [calendar, format] = [useCalendar(zone), useFormat(zone)];
  const [from, setFrom] = useState<Day>('');
  const [until, setUntil] = useState<Day>('');
  const isLater = from !== '' && from !== calendar.today();
  const variables = {
    nodeId: unit.id,
    from: isLater ? calendar.startOfDay(from) : null,
    until: until === '' ? null : calendar.endOfDay(until),
  };
  const preview = useApiQuery(previewSuspensionDocument, variables);
  const confirm = async (reason: string) => {
    const effect = (await suspend.mutateAsync({ ...variables, reason })).suspendCoverage;
    const words = { unit: unit.name, changed: effect.changed, unchanged: effect.unchanged };
    const text =
      variables.from === null
        ? t('suspension.suspended', words)
        : t('suspension.planned', { ...words, date: format.textDate(variables.from) });
    onDone({ text, effect });
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('suspension.suspendIn', { unit: unit.name })}
      {...(variables.from !== null && {
        confirm: t('suspension.suspendFrom', { unit: unit.name, date: format.textDate(variables.from) }),
      })}
      effect={t('suspension.suspendEffect', { unit: unit.name })}
      reason={{ label: t('suspension.reason'), required: true, help: t('suspension.reasonHelp') }}
      ready={preview.data?.previewSuspension.problems.length === 0}
      onConfirm={confirm}
    >
      <Loaded query={preview} failed={t('suspension.previewFailed')}>
        {({ previewSuspension: { changed, unchanged, ...rest } }) => (
          <ImpactPanel
            impact={{ ...rest, changed, unchanged }}
            branches={(group) => <SuspensionBranches {...variables} {...group} />}
            sum={t('suspension.suspendSum', { changed, unchanged })}
          />
        )}
      </Loaded>
      <DateField
        label={t('suspension.from')}
        value={from}
        onChange={setFrom}
        min={calendar.today()}
        help={t('suspension.fromHelp')}
        width="100%"
      />
      <DateField
        label={t('suspension.until')}
        value={until}
        onChange={setUntil}
        min={calendar.today()}
        help={t('suspension.untilHelp')}
        width="100%"
      />
    </ActionDialog>
  );
}
