import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { v } from '../../theme/vars';

/** Problems, or with `data-tone="act"` what is only to be thought about. */
export const CheckList = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 6,
  color: v.tone.trouble.ink,
  '&[data-tone="act"]': { color: v.tone.act.ink },
  '& li': { display: 'flex', gap: 6 },
  '& svg': { width: 18, height: 18, flex: 'none', marginTop: 2 },
  '& a': { color: 'inherit' },
});

/** A sentence that leads to the row of its field. */
export function CheckLink({ field, children }: { field: string; children: ReactNode }) {
  return (
    <a
      href={`#field-${field}`}
      onClick={(event) => {
        event.preventDefault();
        const row = document.getElementById(`field-${field}`);
        row?.scrollIntoView({ block: 'center' });
        row?.focus();
      }}
    >
      {children}
    </a>
  );
}
