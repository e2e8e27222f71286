import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { DifferenceGroups, DifferenceRow } from '../difference';
import { ActionDialog } from '../dialog';
import { useFormat } from '../format';
import { fieldIn, useKinds, useRuleText } from '../rules';
import { useNotice } from '../useNotice';
import { acceptAcknowledgementDocument, seeAcknowledgementDocument, type ToAcknowledge } from './documents';

const Effect = styled('div')({ display: 'grid', gap: 12 });

/** Opening is seeing: it is told once, and what it says stays on the screen whether that went through or not. */
function useSeen({ assignmentId, node, state }: ToAcknowledge): void {
  const { mutate } = useApiMutation(seeAcknowledgementDocument);
  const isNew = state === 'delivered';
  useEffect(() => {
    if (isNew) mutate({ assignmentId, nodeIds: [node.id] });
  }, [mutate, isNew, assignmentId, node.id]);
}

/** What a rule changes at a branch, under what that means to a buyer, and that it was read. */
export function AcceptDialog({ item, onClose }: { item: ToAcknowledge; onClose: () => void }) {
  const t = useTranslate();
  const format = useFormat();
  const notice = useNotice();
  const texts = useRuleText();
  const kinds = useKinds().data ?? [];
  const accept = useApiMutation(acceptAcknowledgementDocument);
  useSeen(item);
  const words = { unit: item.node.name, policy: item.policyName, number: item.versionNumber, from: format.textTime(item.from) };
  const confirm = async () => {
    await accept.mutateAsync({ assignmentId: item.assignmentId, nodeIds: [item.node.id] });
    notice.done(texts.say('acknowledge.done', words));
  };
  const effect = (
    <Effect>
      <div>{texts.say('acknowledge.effect', words)}</div>
      {item.changes.length === 0 && <p className="hw-hint">{t('acknowledge.nothing')}</p>}
      {item.changes.length > 0 && (
        <DifferenceGroups differences={item.changes} keyOf={({ field }) => field}>
          {(each) => {
            const field = fieldIn(kinds, each.field, each.kind);
            return field && <DifferenceRow {...each} field={field} />;
          }}
        </DifferenceGroups>
      )}
    </Effect>
  );
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('acknowledge.title', words)}
      confirm={t('acknowledge.verb')}
      effect={effect}
      onConfirm={confirm}
    />
  );
}
