import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import type { CaseDetail } from './documents';

const List = styled('ol')({
  listStyle: 'none',
  margin: '0 0 16px',
  padding: '0 0 12px',
  borderBottom: `1px solid ${v.line}`,
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
  gap: '8px 16px',
  '& li[data-done="false"]': { color: v.ink3 },
});

/** When the goods changed hands. */
export function Stamps({ stamps }: { stamps: CaseDetail['stamps'] }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <List>
      {stamps.map((stamp) => (
        <li key={stamp.key} data-done={stamp.at !== null}>
          <div className="hw-meta">{t(`cases.stamp.${stamp.key}`)}</div>
          <div className="hw-tabular">{stamp.at === null ? '–' : format.nearTime(stamp.at)}</div>
        </li>
      ))}
    </List>
  );
}
