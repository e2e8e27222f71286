import Check from '@mui/icons-material/CheckOutlined';
import EventBusy from '@mui/icons-material/EventBusyOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Chip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import type { Order } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: 12,
    padding: '8px 0',
    borderTop: `1px solid ${v.line}`,
  },
  '& li:first-of-type': { paddingTop: 0, borderTop: 0 },
  '& li:last-of-type': { paddingBottom: 0 },
});

const looks = {
  waiting: { tone: 'flow', icon: Schedule },
  open: { tone: 'good', icon: Check },
  over: { tone: 'done', icon: EventBusy },
} as const;

function stateOf({ open, endsAt }: Order['windows'][number]): keyof typeof looks {
  if (endsAt === null) return 'waiting';
  return open ? 'open' : 'over';
}

/** Until when the buyer may apply, and for what (A4): frozen at payment. */
export function Windows({ order }: { order: Order }) {
  const t = useTranslate();
  const format = useFormat();
  if (order.windows.length === 0) return <p className="hw-hint">{t('orders.windows.none')}</p>;
  return (
    <List>
      {order.windows.map((window) => (
        <li key={window.key}>
          <span>
            {t(`orders.windows.${window.key}`, { days: window.days })}
            <div className="hw-meta">{window.endsAt === null ? t('orders.windows.notBegun') : format.until(window.endsAt)}</div>
          </span>
          <Chip {...looks[stateOf(window)]} label={t(`orders.windows.state.${stateOf(window)}`)} />
        </li>
      ))}
    </List>
  );
}
