import { useTranslate } from 'ra-core';
import { ActionDialog, type ActionDialogProps } from '../dialog';
import type { Impact } from '../impact';
import { DraftButton } from './DraftButton';
import { needsApproval, useChangeSet, type Change, type Changes } from './useChangeSet';

interface ChangeDialogProps extends Omit<ActionDialogProps, 'open' | 'others'> {
  readonly change: Change | Changes;
  /** What it does, once that has been found. */
  readonly impact: Pick<Impact, 'approval'> | undefined;
  /** What is handed in, in the button's words: the title, unless told. */
  readonly action?: string;
  /** Whether it is whole enough for a draft: where it is ready, unless told; null where none is offered. */
  readonly keep?: boolean | null;
  readonly onSubmitted?: () => void;
}

/** An action that may have to be approved: it is done, or handed in by the same button where somebody else has to agree, or kept for later (P10). */
export function ChangeDialog({ change, impact, action, keep, onSubmitted, ...dialog }: ChangeDialogProps) {
  const t = useTranslate();
  const changeSet = useChangeSet(change);
  const { title, confirm = title, ready = true, onConfirm } = dialog;
  const isReviewed = needsApproval(impact);
  const submit = async (notes: string) => {
    await changeSet.submit(notes);
    onSubmitted?.();
  };
  return (
    <ActionDialog
      {...dialog}
      open
      confirm={isReviewed ? t('changeSet.submit', { action: action ?? title }) : confirm}
      {...(keep !== null && { others: <DraftButton change={change} ready={keep ?? ready} /> })}
      onConfirm={isReviewed ? submit : onConfirm}
    />
  );
}
