import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { AmountField } from './AmountField';
import { billWithinDocument, type Bill, type Outcome } from './documents';
import { useAcceptMany } from './useAcceptMany';
import { useOutcomeName } from './useOutcomeName';
import { useSigned } from './useSigned';

interface BulkDialogProps {
  readonly bill: Bill;
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

const START = 100;

/** The lines of one tab that differ by no more than what is typed: how many, and what they sum up to, stands on the button. */
export function BulkDialog({ bill, outcome, onClose }: BulkDialogProps) {
  const t = useTranslate();
  const format = useFormat();
  const signed = useSigned();
  const outcomeName = useOutcomeName(bill.kind);
  const [tolerance, setTolerance] = useState<number | null>(START);
  const asked = { billId: bill.id, outcome, tolerance: tolerance ?? 0 };
  const query = useApiQuery(billWithinDocument, asked, { enabled: tolerance !== null });
  const { accepted, run } = useAcceptMany(bill);
  const [running, setRunning] = useState(false);
  const found = tolerance === null || query.isPlaceholderData ? undefined : query.data?.billWithin;
  const effectOf = ({ lines }: { lines: number }) =>
    lines === 0 ? t('bills.bulk.none') : t('bills.bulk.effect', { n: lines, month: format.month(bill.period) });
  const sums = found ?? { lines: 0, difference: 0 };
  const confirm = async () => {
    if (!found) return;
    setRunning(true);
    try {
      await run({ ...asked, ...found });
    } finally {
      setRunning(false);
      void query.refetch();
    }
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('bills.bulk.title', { outcome: outcomeName(outcome) })}
      effect={found ? effectOf(found) : t('bills.counting')}
      confirm={t('bills.bulk.confirm', { n: sums.lines, sum: signed(sums.difference, bill.currency) })}
      ready={!running && sums.lines > 0}
      onConfirm={confirm}
    >
      <AmountField id="bill-within" label={t('bills.bulk.tolerance')} start={START} onChange={setTolerance} />
      {running && <p role="status">{t('bills.bulk.progress', { n: accepted })}</p>}
    </ActionDialog>
  );
}
