import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CursorRows } from '../../providers/hooks';
import { useLive } from '../../providers/live';
import { apiKey } from '../../providers/queryClient';
import { nothingKnown, settle } from './arrivals';
import { caseChangedDocument, type CaseRow } from './documents';

/** Hints may come by the dozen; the page is asked again at most so often. */
const AT_MOST_EVERY = 1_000;
/** Nobody reads further numbers off a bar. */
const MAX_COUNTED = 999;
const none: ReadonlySet<string> = new Set();

/** Asks the page again soon, however often it is said. */
function useAskSoon(): () => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      void client.invalidateQueries({ queryKey: apiKey });
    }, AT_MOST_EVERY);
  };
}

/** Listens to the cases of a subtree: whatever the page shows is asked again when one of them moved. */
export function useCaseHints(within: string | null, onApplied?: (caseId: string) => void): void {
  const askSoon = useAskSoon();
  useLive(
    caseChangedDocument,
    { within },
    {
      onTold: ({ caseChanged: { kind, caseId } }) => {
        if (kind === 'applied' && caseId !== null) onApplied?.(caseId);
        askSoon();
      },
      onBack: askSoon,
    },
  );
}

/**
 * The rows of the queue, kept still: what came new is counted until it is asked for. `key` says which list it is.
 * @param takesNew whether a case that was just applied for belongs to the list
 */
export function useArrivals(list: CursorRows<CaseRow>, key: string, within: string | null, takesNew: boolean) {
  const client = useQueryClient();
  const [applied, setApplied] = useState(none);
  const [known, setKnown] = useState(nothingKnown);
  useCaseHints(within, (caseId) => setApplied((before) => (before.size < MAX_COUNTED ? new Set([...before, caseId]) : before)));
  const [appliedOf, setAppliedOf] = useState(key);
  if (appliedOf !== key) {
    setAppliedOf(key);
    setApplied(none);
  }
  const now =
    list.isPending || list.isOld
      ? known
      : settle(
          known,
          key,
          list.rows.map(({ id }) => id),
          applied,
        );
  if (now !== known) setKnown(now);
  const rows = useMemo(
    () => (list.isOld ? list.rows : list.rows.filter(({ id }) => now.ids.has(id))),
    [list.rows, list.isOld, now],
  );
  const waiting = new Set([
    ...list.rows.filter((row) => !rows.includes(row)).map(({ id }) => id),
    ...(takesNew ? [...applied].filter((id) => !now.ids.has(id)) : []),
  ]);
  const show = async () => {
    await client.invalidateQueries({ queryKey: apiKey });
    setApplied(none);
    setKnown(nothingKnown);
  };
  return { list: { ...list, rows }, waiting: waiting.size, show };
}
