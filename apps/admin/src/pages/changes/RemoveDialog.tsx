import { useTranslate } from 'ra-core';
import { useApiMutation } from '../../providers/hooks';
import { editChangeSetDocument, type ChangeSetInput } from '../../shared/changeSet';
import { ActionDialog } from '../../shared/dialog';
import { useNotice } from '../../shared/useNotice';
import type { ChangeSet } from './documents';
import { useEditEffect } from './editEffect';

interface RemoveDialogProps {
  readonly set: ChangeSet;
  /** The operations that stay. */
  readonly left: ChangeSetInput['operations'];
  readonly onClose: () => void;
}

/** Takes one change out of the set. */
export function RemoveDialog({ set, left, onClose }: RemoveDialogProps) {
  const t = useTranslate();
  const notice = useNotice();
  const edit = useApiMutation(editChangeSetDocument);
  const editEffect = useEditEffect();
  const { id, version, title, notes, effectiveAt } = set;
  const confirm = async () => {
    await edit.mutateAsync({ id, version, input: { title, notes, effectiveAt, operations: left } });
    notice.done(t('changes.edit.done'));
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('changes.operation.remove')}
      effect={[t('changes.operation.removeEffect'), editEffect(set)].filter(Boolean).join(' ')}
      onConfirm={confirm}
    />
  );
}
