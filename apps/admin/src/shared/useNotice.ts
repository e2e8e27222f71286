import { useNotify } from 'ra-core';
import { useMemo } from 'react';
import { useErrorText } from './errors';

/** What was done stays for six seconds, what failed until it is closed. */
export function useNotice(): { readonly done: (text: string) => void; readonly failed: (error: unknown) => void } {
  const notify = useNotify();
  const errorText = useErrorText();
  return useMemo(
    () => ({
      done: (text) => notify(text, { type: 'info' }),
      failed: (error) => notify(errorText(error), { type: 'error' }),
    }),
    [notify, errorText],
  );
}
