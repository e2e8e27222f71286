import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useGo } from '../../shared/scope';
import { startJobDocument, type SelectionInput } from './documents';

interface RunDialogProps {
  readonly selection: SelectionInput;
  readonly eligible: number;
  readonly ineligible: number;
  readonly onClose: () => void;
}

/** Begins the job; the same dialog asked twice begins one. */
export function RunDialog({ selection, eligible, ineligible, onClose }: RunDialogProps) {
  const t = useTranslate();
  const go = useGo();
  const start = useApiMutation(startJobDocument);
  const [key] = useState(() => crypto.randomUUID());
  const { action } = selection;
  const run = async (reason: string) => {
    const input = { selection, eligible, key, reason: reason === '' ? null : reason };
    const { id } = (await start.mutateAsync({ input })).startJob;
    go(`/jobs/${id}`);
  };
  return (
    <ActionDialog
      open
      danger={action === 'turnOff' || action === 'suspend'}
      onClose={onClose}
      title={t(`jobs.run.${action}`, { n: eligible })}
      effect={`${t(action === 'assign' ? 'jobs.run.assignEffect' : action === 'exempt' ? 'jobs.run.exemptEffect' : 'jobs.run.effect', { left: ineligible })} ${t('jobs.run.many')}`}
      reason={{ label: t('jobs.run.reason'), required: action === 'suspend' || action === 'exempt' }}
      onConfirm={run}
    />
  );
}
