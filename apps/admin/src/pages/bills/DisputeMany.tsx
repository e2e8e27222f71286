import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useMay } from '../../providers/session';
import { useSelection } from '../../shared/table';
import { DisputeManyDialog, type Undisputed } from './DisputeManyDialog';
import type { Bill, BillLine } from './documents';
import { UndisputedDialog } from './UndisputedDialog';

/** Lines chosen to be disputed together; those that wait for no decision cannot be. */
export function useChosenLines(rows: readonly BillLine[], open: boolean) {
  const may = useMay();
  const { clear, ...selection } = useSelection();
  const offered = open && may('bill.dispute');
  const chosen = offered ? rows.filter(({ id, status }) => status === 'open' && selection.keys.has(id)) : [];
  return { chosen, clear, ...(offered && { selection }) };
}

interface DisputeManyProps {
  readonly bill: Bill;
  readonly chosen: readonly BillLine[];
  readonly onDone: () => void;
  /** While a dialog is open, so that the list's keys are still. */
  readonly onAsk: (asking: boolean) => void;
}

/** The button for the lines chosen, its dialog, and what was left out. */
export function DisputeMany({ bill, chosen, onDone, onAsk }: DisputeManyProps) {
  const t = useTranslate();
  const [asked, setAsked] = useState<readonly BillLine[] | null>(null);
  const [left, setLeft] = useState<readonly Undisputed[]>([]);
  const ask = (lines: readonly BillLine[] | null) => {
    setAsked(lines);
    onAsk(lines !== null);
  };
  return (
    <>
      {chosen.length > 0 && (
        <Button variant="outlined" size="small" onClick={() => ask(chosen)}>
          {t('bills.many.open', { n: chosen.length })}
        </Button>
      )}
      {asked && (
        <DisputeManyDialog
          bill={bill}
          lines={asked}
          onClose={() => ask(null)}
          onDone={(undisputed) => {
            onDone();
            setLeft(undisputed);
          }}
        />
      )}
      {left.length > 0 && <UndisputedDialog left={left} onClose={() => setLeft([])} />}
    </>
  );
}
