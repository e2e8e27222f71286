import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { InZone } from '../shared/format';
import { KeyboardProvider } from '../shared/keyboard';
import { useScopeZone } from '../shared/scope';
import { BlockSkeleton } from '../shared/states';
import { useIsPhone } from '../shared/useIsPhone';
import { v } from '../theme/vars';
import { BottomBar } from './BottomBar';
import { KeyboardHelp } from './KeyboardHelp';
import { PageBoundary } from './PageBoundary';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { useGlobalKeys } from './useGlobalKeys';

const Root = styled('div')({ display: 'flex', minHeight: '100dvh', backgroundColor: v.canvas });

const Column = styled('div')({ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' });

const Main = styled('main')({
  flex: 1,
  padding: 24,
  minWidth: 0,
  '@media (max-width: 599.95px)': { padding: '16px 16px calc(80px + env(safe-area-inset-bottom))' },
});

const Skip = styled('a')({
  position: 'fixed',
  top: 8,
  left: 8,
  zIndex: 2000,
  padding: '8px 16px',
  borderRadius: 6,
  color: v.onBrand,
  backgroundColor: v.brand,
  transform: 'translateY(-64px)',
  '&:focus': { transform: 'none' },
});

/** A new page starts at its top; the focus goes there too when what had it is gone. */
function useFreshStart() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function FrameParts({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const phone = useIsPhone();
  const main = useFreshStart();
  const { pathname } = useLocation();
  const [help, setHelp] = useState(false);
  useGlobalKeys(() => setHelp(true));
  return (
    <Root>
      <Skip data-noprint href="#main">
        {t('layout.skip')}
      </Skip>
      {!phone && <Rail />}
      <Column>
        <TopBar onKeys={() => setHelp(true)} />
        <Main id="main" ref={main} tabIndex={-1}>
          <PageBoundary key={pathname}>
            <Suspense fallback={<BlockSkeleton />}>{children}</Suspense>
          </PageBoundary>
        </Main>
      </Column>
      {phone && <BottomBar />}
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
    </Root>
  );
}

/** What stands round every page: rail, top bar, keys, and the zone in which times are told unless a record has its own. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <KeyboardProvider>
      <InZone zone={useScopeZone()}>
        <FrameParts>{children}</FrameParts>
      </InZone>
    </KeyboardProvider>
  );
}
