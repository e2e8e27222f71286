import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Choice, OptionalChoice } from '../../fields';
import { useFormat } from '../../format';
import { v } from '../../../theme/vars';
import {
  bearers,
  fallbackBearers,
  faults,
  type Bearer,
  type Bearers,
  type BearersRow,
  type FallbackBearer,
  type Shares,
} from '../values';
import { useSharedColumns } from './columns';
import { ShareInput } from './numbers';
import type { EditorProps } from './props';
import { Rows, Wrap, type RowColumn } from './Rows';

const WHOLE = 10_000;

const fresh: BearersRow = { reasonClass: null, fault: null, shares: { HQ: WHOLE, branch: 0 } };

const Stack = styled('div')({
  display: 'grid',
  gap: 12,
  width: '100%',
  '& > p': { fontWeight: 600 },
});

const Sum = styled('span')({
  alignSelf: 'center',
  color: v.ink2,
  fontVariantNumeric: 'tabular-nums',
  '&[data-wrong="true"]': { color: v.tone.trouble.ink, fontWeight: 600 },
});

/** What the shares add up to: it has to be the whole. */
function SumOf({ shares }: { shares: Shares }) {
  const t = useTranslate();
  const format = useFormat();
  const sum = bearers.reduce((total, bearer) => total + (shares[bearer] ?? 0), 0);
  const told = { sum: Number.isNaN(sum) ? '–' : format.percent(sum) };
  return (
    <Sum data-wrong={sum !== WHOLE} aria-live="polite">
      {sum === WHOLE ? t('rules.form.sum', told) : t('rules.form.sumWrong', told)}
    </Sum>
  );
}

/** A supplier or a partner that bears nothing is not named, so that giving one a share and taking it back changes nothing. */
function withShare(shares: Shares, bearer: Bearer, share: number): Shares {
  const { supplier = 0, partner = 0, ...both } = { ...shares, [bearer]: share };
  return { ...both, ...(supplier !== 0 && { supplier }), ...(partner !== 0 && { partner }) };
}

function useShareLabel(): (bearer: Bearer) => string {
  const t = useTranslate();
  return (bearer) => t('rules.form.share', { bearer: t(`rules.word.bearer.${bearer}`) });
}

function useColumns(): readonly RowColumn<BearersRow>[] {
  const t = useTranslate();
  const shareLabel = useShareLabel();
  const { head, options, anyReasonClass } = useSharedColumns();
  return [
    anyReasonClass,
    {
      ...head('fault', 120),
      cell: ({ row, change, look }) => (
        <OptionalChoice
          {...look}
          value={row.fault}
          options={options('fault', faults)}
          any={t('rules.word.anyFault')}
          onChange={(fault) => change({ fault })}
        />
      ),
    },
    ...bearers.map((bearer): RowColumn<BearersRow> => ({
      ...{ key: bearer, head: shareLabel(bearer), width: 88 },
      cell: ({ row: { shares }, change, look }) => (
        <ShareInput
          {...look}
          value={shares[bearer] ?? 0}
          onChange={(share) => change({ shares: withShare(shares, bearer, share) })}
        />
      ),
    })),
    { key: 'sum', head: t('rules.form.sumHead'), width: 88, cell: ({ row }) => <SumOf shares={row.shares} /> },
  ];
}

/** Who bears what no row is about. */
function Otherwise({ value, onChange }: { value: Shares; onChange: (shares: Shares) => void }) {
  const shareLabel = useShareLabel();
  return (
    <Wrap>
      {bearers.map((bearer) => (
        <ShareInput
          key={bearer}
          label={shareLabel(bearer)}
          value={value[bearer] ?? 0}
          onChange={(share) => onChange(withShare(value, bearer, share))}
        />
      ))}
      <SumOf shares={value} />
    </Wrap>
  );
}

/** Who bears the subsidy, by reason and fault, with the sum of each split shown. */
export function BearersEditor({ value, onChange, labelId }: EditorProps<Bearers>) {
  const t = useTranslate();
  const columns = useColumns();
  const names = fallbackBearers.map((each) => [each, t(`rules.word.bearer.${each}`)] as const);
  return (
    <Stack>
      <Rows rows={value.rows} onChange={(rows) => onChange({ ...value, rows })} {...{ columns, fresh, labelId }} />
      <p>{t('rules.form.otherwise')}</p>
      <Otherwise value={value.otherwise} onChange={(otherwise) => onChange({ ...value, otherwise })} />
      <Choice<FallbackBearer>
        label={t('rules.form.fallback')}
        value={value.fallback}
        options={names}
        onChange={(fallback) => onChange({ ...value, fallback })}
        width={160}
      />
    </Stack>
  );
}
