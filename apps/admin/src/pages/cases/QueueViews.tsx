import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { useIsPhone } from '../../shared/useIsPhone';
import { v } from '../../theme/vars';

export const views = [
  'toDo',
  'toReceive',
  'atRisk',
  'overdue',
  'dispute',
  'refunding',
  'payoutFailed',
  'buyersTurn',
  'open',
  'ended',
  'all',
] as const;
export type View = (typeof views)[number];
export const isView = (text: string): text is View => views.some((view) => view === text);

const List = styled('nav')({
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  '& button': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: 8,
    padding: '7px 10px',
    border: 0,
    borderRadius: 6,
    color: v.ink,
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
  },
  '& button:hover': { backgroundColor: v.sunken },
  '& button[aria-current="true"]': { backgroundColor: v.brandTint, fontWeight: 600 },
});

interface QueueViewsProps {
  readonly view: View;
  readonly counts: ReadonlyMap<string, number>;
  readonly onChoose: (view: View) => void;
}

/** The saved views with their counts; a list beside the queue, a choice above it on a phone. */
export function QueueViews({ view, counts, onChoose }: QueueViewsProps) {
  const t = useTranslate();
  const format = useFormat();
  const phone = useIsPhone();
  const countOf = (key: View) => {
    const count = counts.get(key);
    return count === undefined ? '' : format.count(count);
  };
  if (phone) {
    return (
      <TextField
        select
        id="queue-view"
        label={t('cases.queue.views')}
        value={view}
        onChange={(event) => onChoose(event.target.value as View)}
      >
        {views.map((key) => (
          <MenuItem key={key} value={key}>
            {t(`cases.view.${key}`)} {countOf(key)}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  return (
    <List aria-label={t('cases.queue.views')}>
      {views.map((key) => (
        <button key={key} type="button" aria-current={key === view} onClick={() => onChoose(key)}>
          <span>{t(`cases.view.${key}`)}</span>
          <span className="hw-tabular">{countOf(key)}</span>
        </button>
      ))}
    </List>
  );
}
