import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { DateField } from '../DateField';
import { ActionDialog } from '../dialog';
import { useCalendar, type Day } from '../format';
import { ImpactPanel, SuspensionBranches, type Effect } from '../impact';
import { useZoneOf } from '../node';
import { Loaded } from '../states';
import { previewSuspensionDocument, suspendDocument } from './documents';

interface SuspendDialogProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly onDone: (effect: Effect) => void;
  readonly onClose: () => void;
}

/** Suspends free returns at a unit and below, with a reason and until a day (P6). */
export function SuspendDialog({ unit, onDone, onClose }: SuspendDialogProps) {
  const t = useTranslate();
  const suspend = useApiMutation(suspendDocument);
  const calendar = useCalendar(useZoneOf(unit.id));
  const [until, setUntil] = useState<Day>('');
  const variables = { nodeId: unit.id, until: until === '' ? null : calendar.endOfDay(until) };
  const preview = useApiQuery(previewSuspensionDocument, variables);
  const confirm = async (reason: string) => {
    onDone((await suspend.mutateAsync({ ...variables, reason })).suspendCoverage);
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('suspension.suspendIn', { unit: unit.name })}
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
