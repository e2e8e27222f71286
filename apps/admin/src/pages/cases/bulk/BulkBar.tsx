import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import { v } from '../../../theme/vars';
import type { CaseRow } from '../documents';
import { bulkVerbs, type BulkVerb } from './documents';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  marginBottom: 8,
  padding: '6px 12px',
  borderRadius: 6,
  backgroundColor: v.brandTint,
});

interface BulkBarProps {
  readonly chosen: readonly CaseRow[];
  /** All that the filter finds, beyond what is shown. */
  readonly all: boolean;
  /** Given where all shown are chosen and there are more. */
  readonly onAll: (() => void) | null;
  readonly onChoose: (verb: BulkVerb) => void;
  readonly onClear: () => void;
}

/** Above the list while rows are chosen: how many and how much, and the steps that one of them allows at least. */
export function BulkBar({ chosen, all, onAll, onChoose, onClear }: BulkBarProps) {
  const t = useTranslate();
  const format = useFormat();
  if (chosen.length === 0) return null;
  const sum = chosen.reduce((total, { approvedAmount, requestedAmount }) => total + (approvedAmount ?? requestedAmount), 0);
  const possible = bulkVerbs.filter((verb) => chosen.some(({ allowedActions }) => allowedActions.some((it) => it.verb === verb)));
  return (
    <Bar role="group" aria-label={t('cases.bulk.title')}>
      <span role="status">
        {all ? t('cases.bulk.all') : t('cases.bulk.chosen', { n: chosen.length, sum: format.money(sum) })}
      </span>
      {!all && onAll && (
        <Button size="small" onClick={onAll}>
          {t('cases.bulk.chooseAll')}
        </Button>
      )}
      {possible.map((verb) => (
        <Button key={verb} variant="outlined" size="small" onClick={() => onChoose(verb)}>
          {t(`cases.bulk.verb.${verb}`)}
        </Button>
      ))}
      <Button size="small" onClick={onClear}>
        {t('cases.bulk.clear')}
      </Button>
    </Bar>
  );
}
