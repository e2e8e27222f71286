import { useTranslate } from 'ra-core';
import { useApiMutation } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useNotice } from '../../shared/useNotice';
import { disputeBillLineDocument, type Bill, type BillLine } from './documents';

interface DisputeDialogProps {
  readonly bill: Bill;
  readonly line: BillLine;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Whoever billed is asked to correct a line; nothing is posted. */
export function DisputeDialog({ bill, line, onClose, onDone }: DisputeDialogProps) {
  const t = useTranslate();
  const { done } = useNotice();
  const dispute = useApiMutation(disputeBillLineDocument);
  const { id, version, number } = line;
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('bills.disputeOf', { number })}
      effect={t(`bills.of.${bill.kind}.disputeEffect`)}
      confirm={t('bills.dispute')}
      reason={{ label: t('bills.disputeReason'), required: true, maxLength: 300 }}
      onConfirm={async (reason) => {
        await dispute.mutateAsync({ id, version, reason });
        done(t('bills.disputed', { number }));
        onDone();
      }}
    />
  );
}
