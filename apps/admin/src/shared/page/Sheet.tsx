import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { v } from '../../theme/vars';

const Root = styled('section')({
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  backgroundColor: v.surface,
  minWidth: 0,
  '& > header': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 8,
    padding: '12px 16px 0',
    minHeight: 40,
  },
  '& > header h2': { margin: 0, fontSize: 16, lineHeight: '24px', fontWeight: 600 },
  '& > [data-part="body"]': { padding: 16 },
  '&[data-flush] > [data-part="body"]': { padding: 0, paddingTop: 8 },
  '&[data-flush] [data-part="foot"]': { padding: '8px 12px' },
});

export interface SheetProps {
  readonly title?: string;
  /** Beside the title: a link, a small button. */
  readonly aside?: ReactNode;
  /** The content reaches the edges: a table. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A white sheet on the paper: one part of a page. */
export function Sheet({ title, aside, flush = false, children }: SheetProps) {
  return (
    <Root data-flush={flush || undefined} aria-label={title}>
      {(title !== undefined || aside !== undefined) && (
        <header>
          {title !== undefined && <h2>{title}</h2>}
          {aside}
        </header>
      )}
      <div data-part="body">{children}</div>
    </Root>
  );
}

/** Sheets side by side where there is room. */
export const SheetGrid = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
});
