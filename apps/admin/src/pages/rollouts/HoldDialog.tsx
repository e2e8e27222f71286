import { useTranslate } from 'ra-core';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useNotice } from '../../shared/useNotice';
import { pauseDocument, resumeDocument, type RolloutStory } from './documents';

interface HoldDialogProps {
  readonly verb: 'pause' | 'resume';
  readonly rollout: RolloutStory;
  readonly onClose: () => void;
}

/** By hand: no next step until it is resumed. */
export function HoldDialog({ verb, rollout, onClose }: HoldDialogProps) {
  const t = useTranslate();
  const notice = useNotice();
  const [pause, resume] = [useApiMutation(pauseDocument), useApiMutation(resumeDocument)];
  const { id, version, node, policyName, versionNumber } = rollout;
  const words = { unit: node.name, version: t('rollouts.versionOf', { policy: policyName, n: String(versionNumber) }) };
  const confirm = async (reason: string) => {
    if (verb === 'pause') await pause.mutateAsync({ id, version, reason });
    else await resume.mutateAsync({ id, version, reason });
    notice.done(t(`rollouts.${verb}.done`, words));
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t(`rollouts.${verb}.title`, words)}
      effect={t(`rollouts.${verb}.effect`, words)}
      reason={{ label: t('rollouts.reason'), required: true }}
      onConfirm={confirm}
    />
  );
}
