import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { serverNow } from '../../shared/clock';
import { ActionDialogOf, type ActionKey } from './ActionDialogOf';
import type { ChangeSet } from './documents';
import { EditDialog } from './EditDialog';
import { checksOf } from './sums';

interface ActionsProps {
  readonly set: ChangeSet;
  /** The viewer has seen the impact that an approval would be bound to. */
  readonly impactSeen: boolean;
  readonly onImpact: () => void;
}

/** The first that may be done is the filled button; approving comes after looking at the impact. */
const order: readonly ActionKey[] = ['approve', 'apply', 'submit', 'recalculate', 'edit', 'sendBack', 'cancel'];

const permissionOf = (key: ActionKey): string => (key === 'edit' ? 'changeSet.draft' : `changeSet.${key}`);

function isOffered(set: ChangeSet, key: ActionKey): boolean {
  if (!set.allowedActions.includes(permissionOf(key))) return false;
  const isReady = set.impact !== null && checksOf(set) === 0;
  const needs = (set.impact?.approval.length ?? 0) > 0;
  if (key === 'apply') return isReady && !needs;
  if (key === 'submit') return isReady;
  return key !== 'recalculate' || set.status === 'stale' || !isReady;
}

export function Actions({ set, impactSeen, onImpact }: ActionsProps) {
  const t = useTranslate();
  const [open, setOpen] = useState<ActionKey | null>(null);
  const offered = order.filter((key) => isOffered(set, key));
  const isDated = set.effectiveAt !== null && Date.parse(set.effectiveAt) > serverNow();
  const nameOf = (key: ActionKey) =>
    t(`changes.action.${isDated && (key === 'approve' || key === 'apply') ? `${key}Schedule` : key}`);
  const unread = offered[0] === 'approve' && !impactSeen;
  return (
    <>
      {[...offered].reverse().map((key) => {
        const isFirst = key === offered[0];
        return (
          <Button
            key={key}
            variant={isFirst ? 'contained' : 'outlined'}
            color={key === 'cancel' && isFirst ? 'error' : 'primary'}
            onClick={key === 'approve' && unread ? onImpact : () => setOpen(key)}
          >
            {key === 'approve' && unread ? t('changes.impact.unread') : nameOf(key)}
          </Button>
        );
      })}
      {open === 'edit' && <EditDialog set={set} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'edit' && (
        <ActionDialogOf set={set} action={open} title={nameOf(open)} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
