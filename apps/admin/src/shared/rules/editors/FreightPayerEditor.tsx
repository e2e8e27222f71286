import { useTranslate } from 'ra-core';
import { payers, reasonClasses, type FreightPayerRow, type Payer } from '../values';
import { Choice, OptionalChoice } from './Choice';
import { OptionalYuan, ShareInput } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';
import { TypedInput } from './TypedInput';

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

const parseWord = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function useColumns(): readonly RowColumn<FreightPayerRow>[] {
  const t = useTranslate();
  const head = (key: string, width: number) => ({ key, head: t(`rules.form.${key}`), width });
  return [
    {
      ...head('reasonClass', 120),
      cell: ({ row, change, look }) => (
        <OptionalChoice
          {...look}
          value={row.reasonClass}
          options={reasonClasses.map((each) => [each, t(`rules.word.reasonClass.${each}`)] as const)}
          any={t('rules.word.anyReason')}
          onChange={(reasonClass) => change({ reasonClass })}
        />
      ),
    },
    {
      ...head('category', 96),
      cell: ({ row, change, look }) => (
        <TypedInput
          {...look}
          placeholder={t('rules.word.anyCategory')}
          value={row.category}
          onChange={(category) => change({ category })}
          parse={parseWord}
          show={(word) => word ?? ''}
          numeric={false}
        />
      ),
    },
    {
      ...head('amountFrom', 80),
      cell: ({ row, change, look }) => (
        <OptionalYuan {...look} value={row.amountFrom} onChange={(amountFrom) => change({ amountFrom })} />
      ),
    },
    {
      ...head('amountTo', 80),
      cell: ({ row, change, look }) => (
        <OptionalYuan {...look} value={row.amountTo} onChange={(amountTo) => change({ amountTo })} />
      ),
    },
    {
      ...head('payer', 104),
      cell: ({ row, change, look }) => (
        <Choice
          {...look}
          value={row.payer}
          options={payers.map((each) => [each, t(`rules.word.payer.${each}`)] as const)}
          onChange={(payer) => change(paidBy(payer, row))}
        />
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
