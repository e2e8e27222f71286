import { useTranslate } from 'ra-core';
import { payers, reasonClasses, type FreightPayerRow, type Payer } from '../values';
import { Choice, OptionalChoice } from './Choice';
import { OptionalYuan, ShareInput } from './numbers';
import type { EditorProps } from './props';
import { Rows } from './Rows';
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

/** Who pays the return freight, by reason, category and amount. */
export function FreightPayerEditor({ value, onChange, labelId }: EditorProps<readonly FreightPayerRow[]>) {
  const t = useTranslate();
  return (
    <Rows rows={value} onChange={onChange} fresh={fresh} labelId={labelId} none={t('rules.form.noRowsFreight')}>
      {(row, change) => (
        <>
          <OptionalChoice
            label={t('rules.form.reasonClass')}
            value={row.reasonClass}
            options={reasonClasses.map((each) => [each, t(`rules.word.reasonClass.${each}`)] as const)}
            any={t('rules.word.anyReason')}
            onChange={(reasonClass) => change({ reasonClass })}
          />
          <TypedInput
            label={t('rules.form.category')}
            placeholder={t('rules.word.anyCategory')}
            value={row.category}
            onChange={(category) => change({ category })}
            parse={parseWord}
            show={(word) => word ?? ''}
            numeric={false}
            width={144}
          />
          <OptionalYuan
            label={t('rules.form.amountFrom')}
            value={row.amountFrom}
            onChange={(amountFrom) => change({ amountFrom })}
          />
          <OptionalYuan label={t('rules.form.amountTo')} value={row.amountTo} onChange={(amountTo) => change({ amountTo })} />
          <Choice
            label={t('rules.form.payer')}
            value={row.payer}
            options={payers.map((each) => [each, t(`rules.word.payer.${each}`)] as const)}
            onChange={(payer) => change(paidBy(payer, row))}
            width={128}
          />
          {row.payer === 'shared' && (
            <ShareInput
              label={t('rules.form.merchantShare')}
              value={row.merchantBps ?? Number.NaN}
              onChange={(merchantBps) => change({ merchantBps })}
            />
          )}
        </>
      )}
    </Rows>
  );
}
