import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../dialog';
import { ImpactPanel, ResumptionBranches, type Effect } from '../impact';
import { Loaded } from '../states';
import { previewResumptionDocument, resumeDocument } from './documents';

interface ResumeDialogProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly onDone: (effect: Effect) => void;
  readonly onClose: () => void;
}

/** Ends a unit's own suspension now. */
export function ResumeDialog({ unit, onDone, onClose }: ResumeDialogProps) {
  const t = useTranslate();
  const resume = useApiMutation(resumeDocument);
  const preview = useApiQuery(previewResumptionDocument, { nodeId: unit.id });
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('suspension.resumeIn', { unit: unit.name })}
      effect={t('suspension.resumeEffect', { unit: unit.name })}
      reason={{ label: t('suspension.reason'), required: true }}
      onConfirm={async (reason) => onDone((await resume.mutateAsync({ nodeId: unit.id, reason })).resumeCoverage)}
      ready={preview.data?.previewResumption.problems.length === 0}
    >
      <Loaded query={preview} failed={t('suspension.previewFailed')}>
        {({ previewResumption }) => (
          <ImpactPanel impact={previewResumption} branches={(group) => <ResumptionBranches nodeId={unit.id} {...group} />} />
        )}
      </Loaded>
    </ActionDialog>
  );
}
