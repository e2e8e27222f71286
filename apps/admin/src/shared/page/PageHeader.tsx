import { styled } from '@mui/material/styles';
import { useEffect, type ReactNode } from 'react';
import { v } from '../../theme/vars';
import { useScopeName } from '../scope/useScopeNode';

const Root = styled('header')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  justifyContent: 'space-between',
  gap: '8px 16px',
  marginBottom: 16,
  '& > div': { minWidth: 0, maxWidth: '100%' },
  '& h1': {
    margin: 0,
    fontSize: 20,
    lineHeight: '28px',
    fontWeight: 600,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 8,
  },
  '& [data-part="meta"]': { color: v.ink2, minHeight: 22 },
  '& [data-part="meta"] a': { textDecoration: 'underline' },
  '& [data-part="actions"]': { display: 'flex', flexWrap: 'wrap', gap: 8 },
});

/** Names the page in the browser's tab, in history and for screen readers. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Headwater' : `${title} · Headwater`;
  }, [title]);
}

export interface PageHeaderProps {
  readonly title: string;
  /** Beside the title: chips. */
  readonly aside?: ReactNode;
  /** What the page is about besides the scope: 「2026年11月」, 「截至今天 14:05」. */
  readonly date?: string;
  /** False where the page is about one record whatever the scope. */
  readonly scoped?: boolean;
  /** In place of the scope: the record's own place. */
  readonly meta?: ReactNode;
  /** The one filled button of the view, naming its effect. */
  readonly action?: ReactNode;
  /** Outlined buttons. */
  readonly others?: ReactNode;
}

/** Page, scope and date, plain in three seconds; one primary action. */
export function PageHeader({ title, aside, date, scoped = true, meta, action, others }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <Root>
      <div>
        <h1>
          {title}
          {aside}
        </h1>
        <div data-part="meta">
          {meta}
          {scoped && <ScopeName />}
          {date !== undefined && (scoped || meta !== undefined) && ' · '}
          {date}
        </div>
      </div>
      {(Boolean(action) || Boolean(others)) && (
        <div data-part="actions">
          {others}
          {action}
        </div>
      )}
    </Root>
  );
}

const ScopeName = () => <>{useScopeName()}</>;
