import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import { v } from '../../../theme/vars';
import type { Budget } from './documents';

const Track = styled('div')({
  position: 'relative',
  display: 'flex',
  minWidth: 120,
  height: 12,
  borderRadius: 2,
  overflow: 'hidden',
  backgroundColor: v.sunken,
  '& [data-part="spent"]': { backgroundColor: v.chart.hq },
  // What is committed is not spent: it is drawn hollow.
  '& [data-part="committed"]': { border: `2px solid ${v.chart.hq}`, boxSizing: 'border-box', backgroundColor: v.surface },
  '& [data-part="end"]': {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: 2,
    backgroundColor: v.tone.trouble.ink,
    outline: `1px solid ${v.surface}`,
  },
  '@media (forced-colors: active)': { border: '1px solid' },
});

interface BudgetBarProps {
  readonly budget: Pick<Budget, 'amount' | 'spent' | 'committed' | 'currency'>;
}

const part = (amount: number, whole: number): string => `${String(Math.max(0, (amount / whole) * 100))}%`;

/** What is spent, solid, and committed, hollow, of a budget; where it is overshot, a line shows where it ended. */
export function BudgetBar({ budget: { amount, spent, committed, currency } }: BudgetBarProps) {
  const t = useTranslate();
  const format = useFormat();
  const used = spent + committed;
  const whole = Math.max(amount, used, 1);
  const label = t('money.budgets.bar', {
    spent: format.money(spent, currency),
    committed: format.money(committed, currency),
    amount: format.money(amount, currency),
  });
  return (
    <Track role="img" aria-label={label} title={label}>
      <span data-part="spent" style={{ width: part(spent, whole) }} />
      <span data-part="committed" style={{ width: part(committed, whole), ...(committed <= 0 && { display: 'none' }) }} />
      {used > amount && <span data-part="end" style={{ left: part(amount, whole) }} />}
    </Track>
  );
}
