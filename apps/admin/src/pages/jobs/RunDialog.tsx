import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { useHandIn } from '../../shared/changeSet';
import { ActionDialog } from '../../shared/dialog';
import { useGo, useScopeName } from '../../shared/scope';
import { draftSelectionDocument, startJobDocument, type BranchAction, type SelectionInput } from './documents';

interface RunDialogProps {
  readonly selection: SelectionInput;
  readonly eligible: number;
  readonly ineligible: number;
  /** Somebody else has to approve it: the same button submits a change set. */
  readonly reviewed: boolean;
  readonly onClose: () => void;
}

const effects: Readonly<Record<BranchAction, string>> = {
  ...{ turnOn: 'effect', turnOff: 'effect', suspend: 'effect' },
  ...{ assign: 'assignEffect', exempt: 'exemptEffect' },
};

/** Begins the job; the same dialog asked twice begins one. Where an approval is due, it submits a change set of the same branches (P10). */
export function RunDialog({ selection, eligible, ineligible, reviewed, onClose }: RunDialogProps) {
  const t = useTranslate();
  const go = useGo();
  const unit = useScopeName();
  const start = useApiMutation(startJobDocument);
  const draft = useApiMutation(draftSelectionDocument);
  const handIn = useHandIn();
  const [key] = useState(() => crypto.randomUUID());
  const { action } = selection;
  const verb = t(`jobs.run.${action}`, { n: eligible });
  const said = (text: string) => (text === '' ? null : text);
  const run = async (reason: string) => {
    const { id } = (await start.mutateAsync({ input: { selection, eligible, key, reason: said(reason) } })).startJob;
    go(`/jobs/${id}`);
  };
  const submit = async (notes: string) => {
    const title = t('jobs.run.title', { unit, action: verb });
    const input = { selection, eligible, title, notes: said(notes) };
    await handIn((await draft.mutateAsync({ input })).draftSelection);
  };
  const runEffect = `${t(`jobs.run.${effects[action]}`, { left: ineligible })} ${t('jobs.run.many')}`;
  return (
    <ActionDialog
      open
      danger={action === 'turnOff' || action === 'suspend'}
      onClose={onClose}
      title={verb}
      {...(reviewed && { confirm: t('changeSet.submit', { action: verb }) })}
      effect={reviewed ? t('jobs.run.bySetEffect', { n: eligible, left: ineligible }) : runEffect}
      reason={{
        label: t(reviewed ? 'jobs.run.notes' : 'jobs.run.reason'),
        required: action === 'suspend' || action === 'exempt',
      }}
      onConfirm={reviewed ? submit : run}
    />
  );
}
