import { useTranslate } from 'ra-core';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { ErrorState } from '../../shared/states';
import { useNotice } from '../../shared/useNotice';
import { acceptBillLineDocument, billPostingDocument, type Bill, type BillLine, type BillPosting } from './documents';
import { Posting } from './Posting';
import { Sides } from './Sides';
import { useOutcomeName } from './useOutcomeName';
import { useSigned } from './useSigned';

interface AcceptDialogProps {
  readonly bill: Bill;
  readonly line: BillLine;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const isMoved = (line: BillLine, { line: now }: BillPosting): boolean =>
  line.outcome !== now.outcome || line.difference !== now.difference;

function Changed({ bill: { kind, currency }, line, posting }: { bill: Bill; line: BillLine; posting: BillPosting }) {
  const t = useTranslate();
  const signed = useSigned();
  const outcomeName = useOutcomeName(kind);
  if (!posting.stands) return <p role="status">{t(`bills.of.${kind}.gone`)}</p>;
  if (!isMoved(line, posting)) return null;
  const { outcome, difference } = posting.line;
  return <p role="status">{t('bills.moved', { outcome: outcomeName(outcome), sum: signed(difference, currency) })}</p>;
}

/** The posting as it will be, and no other: the books refuse it where it has changed since. */
export function AcceptDialog({ bill, line, onClose, onDone }: AcceptDialogProps) {
  const t = useTranslate();
  const signed = useSigned();
  const { done } = useNotice();
  const accept = useApiMutation(acceptBillLineDocument);
  const query = useApiQuery(billPostingDocument, { lineId: line.id });
  const posting = query.isPlaceholderData || query.isFetching ? undefined : query.data?.billPosting;
  const sum = signed((posting?.line ?? line).difference, bill.currency);
  const confirm = async () => {
    if (!posting) return;
    try {
      await accept.mutateAsync({ id: line.id, version: posting.line.version, digest: posting.digest });
    } catch (error) {
      void query.refetch();
      throw error;
    }
    done(t('bills.accepted', { sum }));
    onDone();
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('bills.acceptOf', { number: line.number })}
      effect={posting ? <Posting posting={posting} biller={bill.biller} currency={bill.currency} /> : t('bills.counting')}
      confirm={t('bills.accept', { sum })}
      ready={posting?.stands === true}
      onConfirm={confirm}
    >
      {query.error && <ErrorState failed={t('bills.postingFailed')} error={query.error} onRetry={() => void query.refetch()} />}
      {posting && <Changed bill={bill} line={line} posting={posting} />}
      <Sides bill={bill} line={posting?.line ?? line} />
    </ActionDialog>
  );
}
