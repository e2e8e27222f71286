import { useTranslate } from 'ra-core';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useNotice } from '../../shared/useNotice';
import { disputeBillLineDocument, type BillLine } from './documents';

interface DisputeDialogProps {
  readonly line: BillLine;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The carrier is asked to correct a line; nothing is posted. */
export function DisputeDialog({ line, onClose, onDone }: DisputeDialogProps) {
  const t = useTranslate();
  const { done } = useNotice();
  const dispute = useApiMutation(disputeBillLineDocument);
  const { id, version, tracking } = line;
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('bills.disputeOf', { tracking })}
      effect={t('bills.disputeEffect')}
      confirm={t('bills.dispute')}
      reason={{ label: t('bills.disputeReason'), required: true, maxLength: 300 }}
      onConfirm={async (reason) => {
        await dispute.mutateAsync({ id, version, reason });
        done(t('bills.disputed', { tracking }));
        onDone();
      }}
    />
  );
}
