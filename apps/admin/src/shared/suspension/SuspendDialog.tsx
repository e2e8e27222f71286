import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { DateField } from '../DateField';
import { ActionDialog } from '../dialog';
import { useCalendar, type Day } from '../format';
import { ImpactPanel, type Effect, type Impact } from '../impact';
import { useZoneOf } from '../node';
import { suspendDocument } from './documents';

interface SuspendDialogProps {
  readonly unit: { readonly id: string; readonly name: string };
  /** Branches by their state, where they are known: those that are on are suspended, the others do not change. */
  readonly counts?: { readonly on: number; readonly off: number; readonly suspended: number };
  readonly onDone: (effect: Effect) => void;
  readonly onClose: () => void;
}

const reasonOf = (code: string, branches: number) => (branches === 0 ? [] : [{ code, branches, examples: [] }]);

const impactOf = ({ on, off, suspended }: NonNullable<SuspendDialogProps['counts']>): Impact => ({
  dryRun: true,
  changed: on,
  unchanged: off + suspended,
  reasons: [...reasonOf('suspended', suspended), ...reasonOf('alreadyOff', off)],
  problems: [],
});

/** Suspends free returns at a unit and below, with a reason and until a day (P6). */
export function SuspendDialog({ unit, counts, onDone, onClose }: SuspendDialogProps) {
  const t = useTranslate();
  const suspend = useApiMutation(suspendDocument);
  const calendar = useCalendar(useZoneOf(unit.id));
  const [until, setUntil] = useState<Day>('');
  const confirm = async (reason: string) => {
    const variables = { nodeId: unit.id, reason, until: until === '' ? null : calendar.endOfDay(until) };
    onDone((await suspend.mutateAsync(variables)).suspendCoverage);
  };
  const impact = counts && impactOf(counts);
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('suspension.suspendIn', { unit: unit.name })}
      effect={t('suspension.suspendEffect', { unit: unit.name })}
      reason={{ label: t('suspension.reason'), required: true, help: t('suspension.reasonHelp') }}
      onConfirm={confirm}
    >
      {impact && (
        <ImpactPanel impact={impact} sum={t('suspension.suspendSum', { changed: impact.changed, unchanged: impact.unchanged })} />
      )}
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
