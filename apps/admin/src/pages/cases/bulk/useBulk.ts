import { useState, type KeyboardEvent } from 'react';
import { useSelection } from '../../../shared/table';
import type { CaseRow } from '../documents';
import type { Asked } from '../queueColumns';
import type { BulkChoice, BulkVerb } from './documents';

type Filter = BulkChoice['filter'];

interface Shown {
  readonly rows: readonly CaseRow[];
  readonly hasMore: boolean;
  readonly filter: Filter;
}

/** The rows chosen in the queue, by hand or as all that its filter finds, and the step that is being asked for. Another filter begins anew. */
export function useBulk({ rows, hasMore, filter }: Shown, ask: (asked: Asked) => void) {
  const key = JSON.stringify(filter);
  const selection = useSelection();
  const [ruleOf, setRuleOf] = useState<string | null>(null);
  const [madeIn, setMadeIn] = useState(key);
  const [verb, setVerb] = useState<BulkVerb | null>(null);
  const clear = () => {
    selection.clear();
    setRuleOf(null);
  };
  if (madeIn !== key) {
    setMadeIn(key);
    clear();
  }
  const chosen = rows.filter(({ id }) => selection.keys.has(id));
  const full = chosen.length > 0 && chosen.length === rows.length;
  const all = ruleOf === key && full;
  const choose = (wanted: BulkVerb) => {
    const [item] = chosen;
    const action = item?.allowedActions.find((each) => each.verb === wanted);
    if (!all && chosen.length === 1 && item && action) ask({ item, action });
    else setVerb(wanted);
  };
  const choice: BulkChoice = all ? { filter } : { ids: chosen.map(({ id }) => id) };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && chosen.length > 0) clear();
  };
  const close = () => {
    setVerb(null);
    clear();
  };
  const bar = { chosen, all, onAll: full && hasMore ? () => setRuleOf(key) : null, onChoose: choose, onClear: clear };
  return { selection, bar, verb, choice, onKeyDown, close };
}
