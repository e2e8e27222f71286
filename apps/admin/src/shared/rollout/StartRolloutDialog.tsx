import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { needsApproval, NoWay } from '../changeSet';
import { ActionDialog } from '../dialog';
import { ImpactPanel, StartRolloutBranches, type Effect } from '../impact';
import { NodeField } from '../node';
import { Loaded } from '../states';
import { useDebounced } from '../useDebounced';
import { CohortFields, emptyCohort, readyCohort, type CohortDraft } from './CohortFields';
import { previewStartDocument, startDocument } from './documents';

interface StartRolloutDialogProps {
  readonly version: { readonly id: string; readonly label: string };
  readonly onDone: (done: { readonly text: string; readonly effect: Effect }) => void;
  readonly onClose: () => void;
}

const FIRST_PERCENT = '5';

/** P11: a version for a first cohort. The stores that the preview drew are those that get it. */
export function StartRolloutDialog({ version, onDone, onClose }: StartRolloutDialogProps) {
  const t = useTranslate();
  const start = useApiMutation(startDocument);
  const [unit, setUnit] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const [draft, setDraft] = useState<CohortDraft>(emptyCohort(FIRST_PERCENT));
  const cohort = readyCohort(useDebounced(draft));
  const input = { versionId: version.id, nodeId: unit?.id ?? '', cohort: cohort ?? {} };
  const isReady = unit !== null && cohort !== null;
  const preview = useApiQuery(previewStartDocument, { input }, { enabled: isReady });
  const foreseen = isReady && !preview.isPlaceholderData && !preview.isError ? preview.data?.previewStartRollout : undefined;
  const confirm = async (reason: string) => {
    const id = foreseen?.rolloutId ?? null;
    const { effect, inPilot } = (await start.mutateAsync({ input: { ...input, id }, reason })).startRollout;
    onDone({ effect, text: t('rollout.done', { unit: effect.node.name, n: inPilot, changed: effect.changed }) });
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('rollout.title', { version: version.label })}
      confirm={foreseen ? t('rollout.confirm', { unit: unit?.name ?? '', n: foreseen.inPilot }) : t('rollout.start')}
      effect={t('rollout.effect')}
      reason={{ label: t('rollout.reason'), required: true }}
      ready={foreseen?.effect.problems.length === 0 && !needsApproval(foreseen.effect)}
      onConfirm={confirm}
    >
      <NodeField label={t('rollout.unit')} value={unit} onChange={setUnit} required />
      <CohortFields value={draft} onChange={setDraft} />
      {isReady && (
        <Loaded query={preview} failed={t('rollout.previewFailed')}>
          {({ previewStartRollout }) => (
            <ImpactPanel
              impact={previewStartRollout.effect}
              branches={(group) => <StartRolloutBranches input={{ ...input, id: previewStartRollout.rolloutId }} {...group} />}
            />
          )}
        </Loaded>
      )}
      <NoWay impact={foreseen?.effect} instead={t('rollout.needsApproval', { unit: unit?.name ?? '', version: version.label })} />
    </ActionDialog>
  );
}
