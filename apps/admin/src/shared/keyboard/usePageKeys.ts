import { useEffect, useRef } from 'react';
import { useLetterKeys } from './context';
import { isPlainKey } from './keys';

/** A key of a page by itself, such as `[`: wherever the focus is, but not while typing, in a dialog, or when letter keys are switched off. */
export function usePageKeys(run: (key: string) => boolean): void {
  const latest = useRef(run);
  const [on] = useLetterKeys();
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!on) return undefined;
    const listen = (event: KeyboardEvent) => {
      const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if (!isInDialog && isPlainKey(event) && latest.current(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [on]);
}
