import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Sheet } from '../../shared/page';
import { useLocalText } from '../../shared/useLocalText';
import type { Order } from './documents';

const Lines = styled('div')({ display: 'grid', gap: 8, overflowWrap: 'anywhere' });

/** What the order page tells the buyer, filled from what the order was promised (P18). */
export function Notices({ order }: { order: Order }) {
  const t = useTranslate();
  const localText = useLocalText();
  if (order.notices.length === 0) return null;
  return (
    <Sheet title={t('texts.part.notice')}>
      <Lines>
        {order.notices.map((notice) => (
          <div key={notice.zh}>{localText(notice)}</div>
        ))}
      </Lines>
    </Sheet>
  );
}
