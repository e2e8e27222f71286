import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { submitChangeSetDocument } from '../../shared/changeSet';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { useNotice } from '../../shared/useNotice';
import { CancelImpact } from './CancelImpact';
import {
  applyDocument,
  approveDocument,
  cancelDocument,
  previewCancelDocument,
  recalculateDocument,
  sendBackDocument,
  type ChangeSet,
} from './documents';
import { shortCode } from './sums';

export type ActionKey = 'approve' | 'apply' | 'submit' | 'recalculate' | 'edit' | 'sendBack' | 'cancel';
type Done = Exclude<ActionKey, 'edit'>;

/** What each action asks of the API, and what is said when it is done. */
function useDoing({
  id,
  version,
  contentHash,
  impact,
  effectiveAt,
}: ChangeSet): Record<Done, (reason: string) => Promise<string>> {
  const approve = useApiMutation(approveDocument);
  const apply = useApiMutation(applyDocument);
  const submit = useApiMutation(submitChangeSetDocument);
  const recalculate = useApiMutation(recalculateDocument);
  const sendBack = useApiMutation(sendBackDocument);
  const cancel = useApiMutation(cancelDocument);
  const seen = { id, version };
  return {
    approve: async () => {
      await approve.mutateAsync({ id, contentHash, impactHash: impact?.impactHash ?? '' });
      return 'approved';
    },
    apply: async () => {
      await apply.mutateAsync(seen);
      return effectiveAt === null ? 'applied' : 'scheduled';
    },
    submit: async () => {
      await submit.mutateAsync(seen);
      return 'submitted';
    },
    recalculate: async () => {
      await recalculate.mutateAsync(seen);
      return 'recalculated';
    },
    sendBack: async (reason) => {
      await sendBack.mutateAsync({ ...seen, reason });
      return 'sentBack';
    },
    cancel: async (reason) => {
      await cancel.mutateAsync({ id, reason });
      return 'cancelled';
    },
  };
}

function useEffectText() {
  const t = useTranslate();
  const format = useFormat();
  return ({ impact, contentHash, effectiveAt, status }: ChangeSet, action: Done): string => {
    const words = { n: impact?.changed ?? 0, content: shortCode(contentHash), impact: shortCode(impact?.impactHash ?? '') };
    if (action === 'cancel' && status === 'scheduled') return t('changes.action.cancelScheduledEffect');
    const text = t(`changes.action.${action}Effect`, words);
    if (action !== 'approve' && action !== 'apply') return text;
    const when =
      effectiveAt === null
        ? t('changes.action.approveNow')
        : t('changes.action.approveWhen', { at: format.textTime(effectiveAt) });
    return `${text} ${when}`;
  };
}

interface ActionDialogOfProps {
  readonly set: ChangeSet;
  readonly action: Done;
  readonly title: string;
  readonly onClose: () => void;
}

/** One step of a change set, with what it does said before. */
export function ActionDialogOf({ set, action, title, onClose }: ActionDialogOfProps) {
  const t = useTranslate();
  const notice = useNotice();
  const effectText = useEffectText();
  const doing = useDoing(set);
  const withdraws = action === 'cancel' && set.status === 'scheduled';
  const preview = useApiQuery(previewCancelDocument, { id: set.id }, { enabled: withdraws });
  const isFree = preview.data?.previewCancelChangeSet.every(({ problems }) => problems.length === 0) ?? false;
  const asksWhy = action === 'sendBack' || action === 'cancel';
  const confirm = async (reason: string) => {
    const done = await doing[action](reason);
    notice.done(t(`changes.action.${done}`, { number: set.number }));
  };
  return (
    <ActionDialog
      open
      danger={action === 'cancel'}
      onClose={onClose}
      title={title}
      effect={effectText(set, action)}
      {...(asksWhy && { reason: { label: t('changes.action.reason'), required: true } })}
      ready={!withdraws || isFree}
      onConfirm={confirm}
    >
      {withdraws && <CancelImpact preview={preview} />}
    </ActionDialog>
  );
}
