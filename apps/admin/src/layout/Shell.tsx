import { styled } from '@mui/material/styles';
import { useStore, useSetLocale, useTranslate } from 'ra-core';
import { useEffect, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useViewerQuery, type Viewer } from '../providers/session';
import { BlockSkeleton, ErrorState } from '../shared/states';
import { DocumentLanguage } from '../shared/settings';
import { Frame } from './Frame';

const Alone = styled('main')({ maxWidth: 720, margin: '64px auto', padding: 16 });

/** On a device where nobody chose a language yet, the account's one holds. */
function useAccountLanguage(viewer: Viewer | null | undefined): void {
  const [chosen] = useStore<string | undefined>('locale', undefined);
  const setLocale = useSetLocale();
  const language = viewer?.language;
  useEffect(() => {
    if (chosen === undefined && language) setLocale(language);
  }, [chosen, language, setLocale]);
}

/** To sign-in, and back here afterwards. */
function ToSignIn() {
  const { pathname, search } = useLocation();
  return <Navigate to="/login" replace state={{ nextPathname: pathname, nextSearch: search }} />;
}

/** The pages for those who are signed in; whoever is not, or no longer, is led to sign-in and back. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const { data: viewer, error, isPending, refetch } = useViewerQuery();
  useAccountLanguage(viewer);
  if (isPending) {
    return (
      <Alone>
        <BlockSkeleton />
      </Alone>
    );
  }
  if (viewer === undefined) {
    return (
      <Alone>
        <ErrorState failed={t('layout.failed')} error={error} onRetry={() => void refetch()} />
      </Alone>
    );
  }
  if (viewer === null) return <ToSignIn />;
  return (
    <>
      <DocumentLanguage />
      <Frame>{children}</Frame>
    </>
  );
}
