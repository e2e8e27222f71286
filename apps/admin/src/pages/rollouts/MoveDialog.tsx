import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ChangeDialog, needsApproval, NoWay, type Change } from '../../shared/changeSet';
import { ImpactPanel, RolloutBranches, type Effect } from '../../shared/impact';
import { CohortFields, emptyCohort, readyCohort } from '../../shared/rollout';
import { Loaded } from '../../shared/states';
import { useDebounced } from '../../shared/useDebounced';
import { advanceDocument, cancelDocument, finishDocument, previewRolloutDocument, type RolloutStory } from './documents';
import { nextPercent } from './nextPercent';

export type Move = 'advance' | 'finish' | 'cancel';

interface MoveDialogProps {
  readonly move: Move;
  readonly rollout: RolloutStory;
  readonly onDone: (done: { readonly text: string; readonly effect: Effect }) => void;
  readonly onClose: () => void;
}

function useMoves({ id, version }: RolloutStory) {
  const [advance, finish, cancel] = [
    useApiMutation(advanceDocument),
    useApiMutation(finishDocument),
    useApiMutation(cancelDocument),
  ];
  return async (move: Move, cohort: { bps?: number; units?: string[] } | null, reason: string) => {
    if (move === 'advance') return (await advance.mutateAsync({ id, version, cohort: cohort ?? {} })).advanceRollout;
    if (move === 'finish') return (await finish.mutateAsync({ id, version, reason })).finishRollout;
    return (await cancel.mutateAsync({ id, version, reason })).cancelRollout;
  };
}

/** The end for everyone as a change set can hold it: the version for the unit; the pilot is cancelled when that holds. */
const assignedToAll = ({ kind, versionId, node }: RolloutStory, title: string): Change => ({
  title,
  operation: { verb: 'assign', kind, nodeId: node.id, versionId, to: null },
});

/** The next step, the end for everyone, or the withdrawal: what it does stands above the button. */
export function MoveDialog({ move, rollout, onDone, onClose }: MoveDialogProps) {
  const t = useTranslate();
  const carryOut = useMoves(rollout);
  const [draft, setDraft] = useState(emptyCohort(String(nextPercent(rollout) ?? '')));
  const settled = readyCohort(useDebounced(draft));
  const cohort = move === 'advance' ? settled : null;
  const isReady = move !== 'advance' || cohort !== null;
  const asked = { id: rollout.id, move, cohort };
  const preview = useApiQuery(previewRolloutDocument, asked, { enabled: isReady });
  const foreseen = isReady && !preview.isPlaceholderData && !preview.isError ? preview.data?.previewRollout : undefined;
  const words = {
    unit: rollout.node.name,
    version: t('rollouts.versionOf', { policy: rollout.policyName, n: String(rollout.versionNumber) }),
  };
  const title = t(`rollouts.${move}.title`, words);
  const change = assignedToAll(rollout, t('changeSet.assign', words));
  const isSound = foreseen?.effect.problems.length === 0;
  const isReviewed = needsApproval(foreseen?.effect);
  const isSubmitted = isReviewed && move === 'finish';
  const verb = move === 'advance' && foreseen ? t('rollouts.advance.confirm', { ...words, n: foreseen.inPilot }) : title;
  const confirm = async (reason: string) => {
    const { effect, inPilot } = await carryOut(move, cohort, reason);
    onDone({ effect, text: t(`rollouts.${move}.done`, { ...words, n: inPilot, changed: effect.changed }) });
  };
  return (
    <ChangeDialog
      danger={move === 'cancel'}
      onClose={onClose}
      title={title}
      confirm={verb}
      change={change}
      impact={move === 'finish' ? foreseen?.effect : undefined}
      effect={t(`rollouts.${move}.effect`, words)}
      {...(move === 'advance' ? {} : { reason: { label: t('rollouts.reason'), required: true } })}
      ready={isSound && (!isReviewed || isSubmitted)}
      keep={isSubmitted ? isSound : null}
      onConfirm={confirm}
    >
      {move === 'advance' && <CohortFields value={draft} onChange={setDraft} />}
      {isReady && (
        <Loaded query={preview} failed={t('rollout.previewFailed')}>
          {({ previewRollout }) => (
            <ImpactPanel impact={previewRollout.effect} branches={(group) => <RolloutBranches {...asked} {...group} />} />
          )}
        </Loaded>
      )}
      <NoWay impact={foreseen?.effect} instead={t(isSubmitted ? 'rollouts.finish.submitted' : 'rollout.needsApproval', words)} />
    </ChangeDialog>
  );
}
