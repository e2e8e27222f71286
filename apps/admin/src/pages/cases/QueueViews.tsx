import { useTranslate } from 'ra-core';
import { Choice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { useIsPhone } from '../../shared/useIsPhone';
import { ViewList } from './ViewList';

export const views = [
  'toDo',
  'toReceive',
  'toDispatch',
  'dispatchLate',
  'atRisk',
  'overdue',
  'dispute',
  'disputeLate',
  'refunding',
  'payoutFailed',
  'stale',
  'buyersTurn',
  'open',
  'ended',
  'all',
] as const;
export type View = (typeof views)[number];
export const isView = (text: string): text is View => views.some((view) => view === text);

interface Counted {
  readonly count: number;
  /** There are more than were counted. */
  readonly hasMore: boolean;
}

interface QueueViewsProps {
  readonly view: View;
  readonly counts: ReadonlyMap<string, Counted>;
  readonly onChoose: (view: View) => void;
}

/** The saved views with their counts; a list beside the queue, a choice above it on a phone. */
export function QueueViews({ view, counts, onChoose }: QueueViewsProps) {
  const t = useTranslate();
  const format = useFormat();
  const phone = useIsPhone();
  const countOf = (key: View) => {
    const counted = counts.get(key);
    if (counted === undefined) return '';
    return counted.hasMore ? t('cases.saved.more', { n: counted.count }) : format.count(counted.count);
  };
  if (phone) {
    return (
      <Choice
        id="queue-view"
        label={t('cases.queue.views')}
        value={view}
        options={views.map((key) => [key, `${t(`cases.view.${key}`)} ${countOf(key)}`])}
        onChange={onChoose}
      />
    );
  }
  return (
    <ViewList aria-label={t('cases.queue.views')}>
      {views.map((key) => (
        <button key={key} type="button" aria-current={key === view} onClick={() => onChoose(key)}>
          <span>{t(`cases.view.${key}`)}</span>
          <span className="hw-tabular">{countOf(key)}</span>
        </button>
      ))}
    </ViewList>
  );
}
