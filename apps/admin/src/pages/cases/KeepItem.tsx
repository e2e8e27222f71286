import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseAction } from './documents';

const Root = styled('div')({ display: 'grid', gap: 4, '& p': { margin: 0 }, '& strong': { fontWeight: 600 } });

interface KeepItemProps {
  readonly decision: NonNullable<CaseAction['returnless']>;
  readonly wantsReturn: boolean;
  readonly onChange: (wantsReturn: boolean) => void;
}

/** Whether the goods come back, why, and what leaving them saves; who approves may ask for them all the same. */
export function KeepItem({ decision, wantsReturn, onChange }: KeepItemProps) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  return (
    <Root>
      {decision.keeps && (
        <p>
          <strong>{t('cases.keep.title')}</strong>
          {decision.saves > 0 && ` · ${t('cases.keep.saves', { amount: format.money(decision.saves) })}`}
        </p>
      )}
      {decision.trace.map(({ rule, text }) => (
        <p key={rule} className="hw-meta">
          {localText(text)}
        </p>
      ))}
      {decision.keeps && (
        <FormControlLabel
          control={<Checkbox checked={wantsReturn} onChange={(event) => onChange(event.target.checked)} />}
          label={t('cases.keep.askReturn')}
        />
      )}
    </Root>
  );
}
