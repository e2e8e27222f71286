import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { Badge } from '../../shared/texts';
import { useLocalText } from '../../shared/useLocalText';
import { v } from '../../theme/vars';
import type { Order } from './documents';

const Frame = styled('div')({
  overflowX: 'auto',
  '& table': { width: '100%', borderCollapse: 'collapse' },
  '& th, & td': { padding: '8px 16px', textAlign: 'left', borderTop: `1px solid ${v.line}` },
  '& th': { color: v.ink2, fontSize: 12, lineHeight: '20px', whiteSpace: 'nowrap' },
  '& [data-num]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
});

/** What stands on a line that free returns cover. */
function LineBadge({ order, lineId }: { order: Order; lineId: string }) {
  const localText = useLocalText();
  const badge = order.badges.find((each) => each.lineId === lineId);
  return badge ? <Badge>{localText(badge.text)}</Badge> : null;
}

/** What was sold, and how much of it can still come back. */
export function OrderLines({ order }: { order: Order }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <Frame role="region" aria-label={t('orders.lines')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('orders.line.name')}</th>
            <th scope="col" data-num>
              {t('orders.line.quantity')}
            </th>
            <th scope="col" data-num>
              {t('orders.line.price')}
            </th>
            <th scope="col" data-num>
              {t('orders.line.paid')}
            </th>
            <th scope="col" data-num>
              {t('orders.line.available')}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.name} <LineBadge order={order} lineId={line.id} />
                <div className="hw-meta">{[line.sku, line.category, ...line.campaigns].filter(Boolean).join(' · ')}</div>
              </td>
              <td data-num>{format.count(line.quantity)}</td>
              <td data-num>{format.amount(line.unitPrice)}</td>
              <td data-num>{format.amount(line.paidAmount)}</td>
              <td data-num>{format.count(line.available)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}
