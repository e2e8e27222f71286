import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../dialog';
import { useFormat } from '../format';
import { ImpactPanel, ResumptionBranches } from '../impact';
import { useZoneOf } from '../node';
import { Loaded } from '../states';
import { previewResumptionDocument, resumeDocument, type Told } from './documents';

interface ResumeDialogProps {
  readonly unit: { readonly id: string; readonly name: string };
  /** When the suspension begins, where it does not hold yet: it is withdrawn. */
  readonly from?: string | null;
  readonly onDone: (done: Told) => void;
  readonly onClose: () => void;
}

/** Ends a unit's own suspension now, or withdraws one that is planned. */
export function ResumeDialog({ unit, from = null, onDone, onClose }: ResumeDialogProps) {
  const t = useTranslate();
  const format = useFormat(useZoneOf(unit.id));
  const resume = useApiMutation(resumeDocument);
  const preview = useApiQuery(previewResumptionDocument, { nodeId: unit.id });
  const confirm = async (reason: string) => {
    const effect = (await resume.mutateAsync({ nodeId: unit.id, reason })).resumeCoverage;
    const words = { unit: unit.name, changed: effect.changed, unchanged: effect.unchanged };
    onDone({ text: t(from === null ? 'suspension.resumed' : 'suspension.withdrawn', words), effect });
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t(from === null ? 'suspension.resumeIn' : 'suspension.withdrawIn', { unit: unit.name })}
      effect={
        from === null
          ? t('suspension.resumeEffect', { unit: unit.name })
          : t('suspension.withdrawEffect', { unit: unit.name, date: format.textDate(from) })
      }
      reason={{ label: t('suspension.reason'), required: true }}
      onConfirm={confirm}
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
