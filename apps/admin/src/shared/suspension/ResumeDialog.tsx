import { useTranslate } from 'ra-core';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../dialog';
import type { Effect } from '../impact';
import { resumeDocument } from './documents';

interface ResumeDialogProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly onDone: (effect: Effect) => void;
  readonly onClose: () => void;
}

/** Ends a unit's own suspension now. */
export function ResumeDialog({ unit, onDone, onClose }: ResumeDialogProps) {
  const t = useTranslate();
  const resume = useApiMutation(resumeDocument);
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('suspension.resumeIn', { unit: unit.name })}
      effect={t('suspension.resumeEffect', { unit: unit.name })}
      reason={{ label: t('suspension.reason'), required: true }}
      onConfirm={async (reason) => onDone((await resume.mutateAsync({ nodeId: unit.id, reason })).resumeCoverage)}
    />
  );
}
