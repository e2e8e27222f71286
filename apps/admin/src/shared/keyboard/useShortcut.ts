import { useEffect, useRef } from 'react';
import { isModKey } from './keys';

/** `Ctrl` or `⌘` with a key, wherever the focus is: `useShortcut('s', saveDraft)`, `useShortcut('Enter', submit)`. */
export function useShortcut(key: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isModKey(event, key)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
