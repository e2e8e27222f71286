import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../format';
import { v } from '../../../theme/vars';
import { bearers, faults, reasonClasses, type Bearer, type Bearers, type BearersRow, type Shares } from '../values';
import { Choice, OptionalChoice } from './Choice';
import { ShareInput } from './numbers';
import type { EditorProps } from './props';
import { Rows, Wrap } from './Rows';

const WHOLE = 10_000;

const fresh: BearersRow = { reasonClass: null, fault: null, shares: { HQ: WHOLE, branch: 0 } };

const Stack = styled('div')({
  display: 'grid',
  gap: 12,
  '& > p': { fontWeight: 600 },
});

const Sum = styled('span')({
  alignSelf: 'center',
  color: v.ink2,
  fontVariantNumeric: 'tabular-nums',
  '&[data-wrong="true"]': { color: v.tone.trouble.ink, fontWeight: 600 },
});

/** Shares of all bearers, and what they add up to: it has to be the whole. */
function SharesInput({ value, onChange }: { value: Shares; onChange: (shares: Shares) => void }) {
  const t = useTranslate();
  const format = useFormat();
  const sum = bearers.reduce((total, bearer) => total + value[bearer], 0);
  const told = { sum: Number.isNaN(sum) ? '–' : format.percent(sum) };
  return (
    <>
      {bearers.map((bearer) => (
        <ShareInput
          key={bearer}
          label={t('rules.form.share', { bearer: t(`rules.word.bearer.${bearer}`) })}
          value={value[bearer]}
          onChange={(share) => onChange({ ...value, [bearer]: share })}
        />
      ))}
      <Sum data-wrong={sum !== WHOLE} aria-live="polite">
        {sum === WHOLE ? t('rules.form.sum', told) : t('rules.form.sumWrong', told)}
      </Sum>
    </>
  );
}

/** Who bears the subsidy, by reason and fault, with the sum of each split shown. */
export function BearersEditor({ value, onChange, labelId }: EditorProps<Bearers>) {
  const t = useTranslate();
  const names = bearers.map((each) => [each, t(`rules.word.bearer.${each}`)] as const);
  return (
    <Stack>
      <Rows rows={value.rows} onChange={(rows) => onChange({ ...value, rows })} fresh={fresh} labelId={labelId}>
        {(row, change) => (
          <>
            <OptionalChoice
              label={t('rules.form.reasonClass')}
              value={row.reasonClass}
              options={reasonClasses.map((each) => [each, t(`rules.word.reasonClass.${each}`)] as const)}
              any={t('rules.word.anyReason')}
              onChange={(reasonClass) => change({ reasonClass })}
            />
            <OptionalChoice
              label={t('rules.form.fault')}
              value={row.fault}
              options={faults.map((each) => [each, t(`rules.word.fault.${each}`)] as const)}
              any={t('rules.word.anyFault')}
              onChange={(fault) => change({ fault })}
            />
            <SharesInput value={row.shares} onChange={(shares) => change({ shares })} />
          </>
        )}
      </Rows>
      <p>{t('rules.form.otherwise')}</p>
      <Wrap>
        <SharesInput value={value.otherwise} onChange={(otherwise) => onChange({ ...value, otherwise })} />
      </Wrap>
      <Choice<Bearer>
        label={t('rules.form.fallback')}
        value={value.fallback}
        options={names}
        onChange={(fallback) => onChange({ ...value, fallback })}
      />
    </Stack>
  );
}
