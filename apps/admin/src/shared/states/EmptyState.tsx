import FilterAltOff from '@mui/icons-material/FilterAltOffOutlined';
import Inbox from '@mui/icons-material/InboxOutlined';
import TaskAlt from '@mui/icons-material/TaskAltOutlined';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { v } from '../../theme/vars';

const Root = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: 8,
  padding: '40px 16px',
  textAlign: 'center',
  color: v.ink2,
  '& > svg': { width: 28, height: 28, color: v.ink3 },
  '& > p': { maxWidth: 480 },
  '& > p:first-of-type': { color: v.ink, fontWeight: 600 },
  '& > div': { marginTop: 8 },
});

/** Nothing yet: one button that makes the first. No match: filters to clear. All done: what comes next, and when. */
export type EmptyStateProps =
  | { readonly kind: 'nothing'; readonly text: string; readonly hint?: string; readonly action?: ReactNode }
  | { readonly kind: 'noMatch'; readonly text?: string; readonly onClear: () => void }
  | { readonly kind: 'allDone'; readonly text: string; readonly next?: string };

const icons = { nothing: Inbox, noMatch: FilterAltOff, allDone: TaskAlt } as const;

export function EmptyState(props: EmptyStateProps) {
  const t = useTranslate();
  const Icon = icons[props.kind];
  return (
    <Root>
      <Icon aria-hidden />
      <p>{props.text ?? t('shared.state.noMatch')}</p>
      {props.kind === 'nothing' && props.hint !== undefined && <p>{props.hint}</p>}
      {props.kind === 'nothing' && props.action !== undefined && <div>{props.action}</div>}
      {props.kind === 'allDone' && props.next !== undefined && <p>{props.next}</p>}
      {props.kind === 'noMatch' && (
        <div>
          <Button variant="outlined" onClick={props.onClear}>
            {t('shared.state.clearFilters')}
          </Button>
        </div>
      )}
    </Root>
  );
}
