import { useTranslate } from 'ra-core';
import { Choice } from '../../fields';
import { payers, type FreightPayerRow, type Payer } from '../values';
import { useSharedColumns } from './columns';
import { ShareInput } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const HALF = 5000;

const fresh: FreightPayerRow = {
  reasonClass: null,
  category: null,
  amountFrom: null,
  amountTo: null,
  payer: 'merchant',
  merchantBps: null,
};

/** A share belongs to shared freight alone. */
const paidBy = (payer: Payer, { merchantBps }: FreightPayerRow): Partial<FreightPayerRow> => ({
  payer,
  merchantBps: payer === 'shared' ? (merchantBps ?? HALF) : null,
});

function useColumns(): readonly RowColumn<FreightPayerRow>[] {
  const { head, options, anyReasonClass, anyCategory, amount } = useSharedColumns();
  return [
    anyReasonClass,
    anyCategory(96),
    amount('amountFrom', 80),
    amount('amountTo', 80),
    {
      ...head('payer', 104),
      cell: ({ row, change, look }) => (
        <Choice {...look} value={row.payer} options={options('payer', payers)} onChange={(payer) => change(paidBy(payer, row))} />
      ),
    },
    {
      ...head('merchantShare', 80),
      cell: ({ row, change, look }) =>
        row.payer === 'shared' && (
          <ShareInput {...look} value={row.merchantBps ?? Number.NaN} onChange={(merchantBps) => change({ merchantBps })} />
        ),
    },
  ];
}

/** Who pays the return freight, by reason, category and amount. */
export function FreightPayerEditor({ value, onChange, labelId }: EditorProps<readonly FreightPayerRow[]>) {
  const t = useTranslate();
  const columns = useColumns();
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRowsFreight')} />;
}
