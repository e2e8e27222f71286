import { useTranslate } from 'ra-core';
import { useEffect, type ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { ActionDialog } from './dialog';

/** Asks before what was typed is lost: on another page of the console by a dialog, elsewhere by the browser's own. Render what it returns. */
export function useUnsaved(unsaved: boolean): ReactNode {
  const t = useTranslate();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ActionDialog
      open
      danger
      title={t('shared.unsaved.leave')}
      effect={t('shared.unsaved.effect')}
      onConfirm={async () => blocker.proceed()}
      onClose={() => blocker.reset()}
    />
  );
}
