import { useTranslate } from 'ra-core';
import { v } from '../../theme/vars';
import { serverNow } from '../clock';
import { useFormat } from '../format';
import { placeIn, type Window } from './stretches';

/** A lane's name, and its time beside it. */
export const LANE_COLUMNS = 'minmax(120px, 200px) minmax(0, 1fr)';
export const WIDE_LANES = '@media (min-width: 700px)';

export const axisStyles = {
  '& [data-part="axis"]': {
    display: 'grid',
    gridTemplateColumns: LANE_COLUMNS,
    gap: 16,
    '& > div': { position: 'relative', height: 22, color: v.ink2, fontSize: 12, lineHeight: '20px' },
    '& > div > span': { position: 'absolute', whiteSpace: 'nowrap' },
  },
} as const;

/** Where the window begins and ends, and where now is, unless that is where it begins. */
export function Axis({ window }: { window: Window }) {
  const t = useTranslate();
  const format = useFormat();
  const now = placeIn(serverNow(), window);
  return (
    <div data-part="axis" aria-hidden>
      <div />
      <div>
        <span style={{ left: 0 }}>{format.tableDate(window.from)}</span>
        {now > 0.1 && <span style={{ left: `${String(now * 100)}%`, transform: 'translateX(-50%)' }}>{t('timeline.now')}</span>}
        <span style={{ right: 0 }}>{format.tableDate(window.to)}</span>
      </div>
    </div>
  );
}
