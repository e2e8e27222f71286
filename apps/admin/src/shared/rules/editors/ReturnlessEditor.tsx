import { useTranslate } from 'ra-core';
import { Choice } from '../../fields';
import type { Returnless } from '../values';
import { ShareInput, Yuan } from './numbers';
import type { EditorProps } from './props';
import { Wrap } from './Rows';

const ways = ['never', 'cost', 'amount'] as const;
type Way = (typeof ways)[number];

const HALF = 5000;

const starting: Readonly<Record<Way, Returnless | null>> = {
  never: null,
  cost: { by: 'cost', handlingCost: Number.NaN, resaleBps: HALF },
  amount: { by: 'amount', amount: Number.NaN },
};

function Numbers({ value, onChange }: { value: Returnless; onChange: (value: Returnless) => void }) {
  const t = useTranslate();
  if (value.by === 'amount') {
    return <Yuan label={t('rules.form.keepUpTo')} value={value.amount} onChange={(amount) => onChange({ ...value, amount })} />;
  }
  return (
    <>
      <Yuan
        label={t('rules.form.handlingCost')}
        value={value.handlingCost}
        onChange={(handlingCost) => onChange({ ...value, handlingCost })}
      />
      <ShareInput
        label={t('rules.form.resale')}
        value={value.resaleBps}
        onChange={(resaleBps) => onChange({ ...value, resaleBps })}
      />
    </>
  );
}

/** A1: when the buyer keeps the item, by cost or by amount: one value, set whole. */
export function ReturnlessEditor({ value, onChange }: EditorProps<Returnless | null>) {
  const t = useTranslate();
  return (
    <Wrap>
      <Choice<Way>
        label={t('rules.form.keepWhen')}
        value={value?.by ?? 'never'}
        options={ways.map((way) => [way, t(`rules.word.keep.${way}`)] as const)}
        onChange={(way) => onChange(starting[way])}
        width={160}
      />
      {value !== null && <Numbers key={value.by} value={value} onChange={onChange} />}
    </Wrap>
  );
}
