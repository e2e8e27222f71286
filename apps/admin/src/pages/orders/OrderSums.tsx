import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import type { Order } from './documents';

const Sums = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  gap: '4px 24px',
  margin: 0,
  padding: '12px 16px',
  borderTop: `1px solid ${v.line}`,
  textAlign: 'right',
  '& dt': { color: v.ink2 },
  '& dd': { margin: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& [data-total]': { color: v.ink, fontWeight: 600 },
});

/** What the lines add up to, how it was paid, and what went back already. */
export function OrderSums({ order }: { order: Order }) {
  const t = useTranslate();
  const format = useFormat();
  const money = (fen: number) => format.money(fen, order.currency);
  const rows: readonly (readonly [key: string, label: string, fen: number, total?: boolean])[] = [
    ['goods', t('orders.goods'), order.goodsAmount],
    ['freight', t('orders.freight'), order.freightAmount],
    ['paid', t('orders.paid'), order.paidAmount, true],
    ...(order.payments.length > 1
      ? order.payments.map(({ id, method, amount }) => [id, t('orders.paidBy', { method }), amount] as const)
      : []),
    ...(order.refundedAmount === 0 ? [] : [['refunded', t('orders.refundedSum'), order.refundedAmount, true] as const]),
  ];
  return (
    <Sums>
      {rows.map(([key, label, fen, total]) => (
        <div key={key} style={{ display: 'contents' }}>
          <dt data-total={total}>{label}</dt>
          <dd data-total={total}>{money(fen)}</dd>
        </div>
      ))}
    </Sums>
  );
}
