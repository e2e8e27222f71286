import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMay } from '../../providers/session';
import { useFormat } from '../../shared/format';
import { Facts, Sheet } from '../../shared/page';
import type { Bill, BillLine } from './documents';
import { Sides } from './Sides';
import { useSigned } from './useSigned';

const Foot = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 });

export type Verb = 'accept' | 'dispute';

/** What may still be done about a line. */
export const verbsOf = ({ status }: BillLine): readonly Verb[] => {
  if (status === 'open') return ['accept', 'dispute'];
  return status === 'disputed' ? ['accept'] : [];
};

interface LinePanelProps {
  readonly bill: Bill;
  readonly line: BillLine;
  readonly onChoose: (verb: Verb) => void;
}

/** A line of the bill beside our side, and what to do about it: the sum stands on the button. */
export function LinePanel({ bill, line, onChoose }: LinePanelProps) {
  const t = useTranslate();
  const format = useFormat();
  const signed = useSigned();
  const may = useMay();
  const verbs = verbsOf(line).filter((verb) => may(`bill.${verb}`));
  const decided = line.decidedAt && `${line.decidedByName ?? ''} ${format.nearTime(line.decidedAt)}`;
  return (
    <Sheet title={line.number}>
      <Sides bill={bill} line={line} />
      <div style={{ height: 12 }} />
      <Facts
        rows={[
          [t('bills.line.difference'), signed(line.difference, bill.currency)],
          [t('bills.line.status'), line.status === 'open' ? null : t(`bills.status.${line.status}`)],
          [t('bills.line.reason'), line.reason],
          [t('bills.line.decided'), decided],
        ]}
      />
      {verbs.length > 0 && (
        <Foot>
          {verbs.includes('accept') && (
            <Button variant="contained" onClick={() => onChoose('accept')}>
              {t('bills.accept', { sum: signed(line.difference, bill.currency) })}
            </Button>
          )}
          {verbs.includes('dispute') && (
            <Button variant="outlined" onClick={() => onChoose('dispute')}>
              {t('bills.dispute')}
            </Button>
          )}
        </Foot>
      )}
    </Sheet>
  );
}
