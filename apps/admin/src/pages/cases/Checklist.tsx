import Check from '@mui/icons-material/CheckOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Remove from '@mui/icons-material/RemoveOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useLocalText } from '../../shared/useLocalText';
import { v } from '../../theme/vars';
import type { CaseDetail } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 6,
  '& li': { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', gap: 8, alignItems: 'start' },
  '& svg': { fontSize: 18, marginTop: 2 },
  '& [data-found="failed"]': { color: v.tone.trouble.ink },
  '& [data-found="open"]': { color: v.ink2 },
});

const icons = { passed: Check, failed: Close, open: Remove } as const;

const foundOf = (passed: boolean | null): keyof typeof icons => (passed === null ? 'open' : passed ? 'passed' : 'failed');

/** The conditions that the buyer was told at approval, and what the inspection found of each. */
export function Checklist({ items }: { items: CaseDetail['checklist'] }) {
  const t = useTranslate();
  const localText = useLocalText();
  return (
    <List>
      {items.map(({ item, label, passed, note }) => {
        const found = foundOf(passed);
        const Icon = icons[found];
        return (
          <li key={item} data-found={found}>
            <Icon aria-hidden />
            <span>
              {localText(label)}
              {note !== null && <span className="hw-meta">{` · ${note}`}</span>}
            </span>
            <span>{t(`cases.checklist.${found}`)}</span>
          </li>
        );
      })}
    </List>
  );
}
