import { useCallback } from 'react';
import { useNotice } from './useNotice';

/** Copies a text and says so; where the browser refuses, that is said. */
export function useCopy(): (text: string, done: string) => void {
  const notice = useNotice();
  return useCallback(
    (text, done) => {
      navigator.clipboard.writeText(text).then(() => notice.done(done), notice.failed);
    },
    [notice],
  );
}
