import { useTranslate } from 'ra-core';
import { Choice } from '../../fields';
import type { BuyerLimit } from '../values';
import { CountInput } from './numbers';
import type { EditorProps } from './props';
import { Wrap } from './Rows';

const MONTH = 30;

/** S1: how many parcels of a buyer are subsidised within how many days, or no limit: one value, set whole. */
export function BuyerLimitEditor({ value, onChange }: EditorProps<BuyerLimit | null>) {
  const t = useTranslate();
  return (
    <Wrap>
      <Choice<'none' | 'limited'>
        label={t('rules.form.buyerLimit')}
        value={value === null ? 'none' : 'limited'}
        options={(['none', 'limited'] as const).map((each) => [each, t(`rules.word.buyerLimit.${each}`)] as const)}
        onChange={(each) => onChange(each === 'none' ? null : { count: Number.NaN, days: MONTH })}
        width={160}
      />
      {value !== null && (
        <>
          <CountInput
            label={t('rules.form.buyerParcels')}
            value={value.count}
            onChange={(count) => onChange({ ...value, count })}
          />
          <CountInput label={t('rules.form.buyerDays')} value={value.days} onChange={(days) => onChange({ ...value, days })} />
        </>
      )}
    </Wrap>
  );
}
