import Close from '@mui/icons-material/CloseOutlined';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useId, type ReactNode } from 'react';
import { useUrlParam } from '../url';

const PARAM = 'drawer';

export interface UrlDrawerState {
  /** What the drawer is about, null while it is closed. */
  readonly value: string | null;
  readonly open: (value: string) => void;
  readonly close: () => void;
}

/** A drawer whose subject stands in the address (`?drawer=why:cap`): a link opens it, Back closes it. */
export function useDrawer(name: string): UrlDrawerState {
  const [param, setParam] = useUrlParam(PARAM, '', { push: true });
  const prefix = `${name}:`;
  return {
    value: param.startsWith(prefix) ? param.slice(prefix.length) : null,
    open: (value) => setParam(prefix + value),
    close: () => setParam(null),
  };
}

const Paper = { sx: { width: 'min(480px, 100vw)', boxSizing: 'border-box' } } as const;

const Head = styled('header')({
  display: 'flex',
  alignItems: 'flex-start',
  justifyContent: 'space-between',
  gap: 8,
  padding: '16px 16px 8px 24px',
  '& h2': { margin: 0, fontSize: 20, lineHeight: '32px', fontWeight: 600 },
});

const Body = styled('div')({ padding: '0 24px 24px', overflowY: 'auto', flex: 1 });

interface UrlDrawerProps {
  readonly drawer: UrlDrawerState;
  readonly title: string;
  readonly children: (value: string) => ReactNode;
}

/** Slides in from the right; `Esc` closes it and gives the focus back. */
export function UrlDrawer({ drawer, title, children }: UrlDrawerProps) {
  const t = useTranslate();
  const titleId = useId();
  return (
    <Drawer
      anchor="right"
      open={drawer.value !== null}
      onClose={drawer.close}
      slotProps={{ paper: { ...Paper, role: 'dialog', 'aria-labelledby': titleId, 'aria-modal': true } }}
    >
      <Head>
        <h2 id={titleId}>{title}</h2>
        <IconButton onClick={drawer.close} aria-label={t('shared.dialog.close')}>
          <Close />
        </IconButton>
      </Head>
      <Body>{drawer.value !== null && children(drawer.value)}</Body>
    </Drawer>
  );
}
