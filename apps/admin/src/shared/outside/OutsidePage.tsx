import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { BrandMark } from '../BrandMark';
import { DocumentLanguage, LanguageSwitch, ThemeSwitch } from '../settings';
import { dark } from '../../theme/tokens';
import { v } from '../../theme/vars';
import { Streams } from './Streams';

const Root = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(320px, 5fr) 7fr',
  minHeight: '100dvh',
  backgroundColor: v.canvas,
  '@media (max-width: 899.95px)': { gridTemplateColumns: '1fr', gridTemplateRows: 'auto 1fr' },
});

const Side = styled('aside')({
  '--hw-focus': dark.focus,
  position: 'sticky',
  top: 0,
  maxHeight: '100dvh',
  overflow: 'hidden',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'space-between',
  gap: 24,
  padding: 40,
  color: v.onRail,
  backgroundColor: v.rail,
  '& [data-part="brand"]': {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    color: '#FFFFFF',
    fontSize: 20,
    lineHeight: '28px',
    fontWeight: 600,
  },
  '& [data-part="line"]': { position: 'relative', maxWidth: 360, fontSize: 16, lineHeight: '24px' },
  '@media (max-width: 899.95px)': {
    position: 'relative',
    padding: '16px 24px',
    '& [data-part="line"], & > svg': { display: 'none' },
  },
});

const Main = styled('main')({
  display: 'flex',
  flexDirection: 'column',
  padding: 24,
  minWidth: 0,
  '& > [data-part="settings"]': { display: 'flex', justifyContent: 'flex-end', gap: 8 },
  '& > [data-part="body"]': { width: '100%', maxWidth: 400, margin: 'auto', padding: '24px 0 48px' },
  '@media (max-width: 599.95px)': { padding: 16 },
});

/** A page without the frame, for those who are not signed in: the product on one side, one form on the other. */
export function OutsidePage({ children }: { children: ReactNode }) {
  const t = useTranslate();
  return (
    <Root>
      <DocumentLanguage />
      <Side>
        <Streams />
        <div data-part="brand">
          <BrandMark />
          <span>Headwater</span>
        </div>
        <p data-part="line">{t('shared.outside.line')}</p>
      </Side>
      <Main>
        <div data-part="settings">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <div data-part="body">{children}</div>
      </Main>
    </Root>
  );
}
