import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render';
import { OrderPage } from './OrderPage';
import type { Order } from './documents';

const store = { id: 's1', name: '江宁店', type: 'store', timeZone: 'Asia/Shanghai', path: [] };

const order: Order = {
  ...{ id: 'o1', code: 'D1', externalNo: 'TB-77', buyerName: '王女士', buyerPhone: '138****0000', channel: 'express' },
  ...{ status: 'delivered', currency: 'CNY', goodsAmount: 18_900, freightAmount: 800, paidAmount: 19_700, refundedAmount: 0 },
  ...{ paidAt: '2026-03-08T06:05:00Z', shippedAt: '2026-03-09T06:05:00Z', deliveredAt: '2026-03-11T06:05:00Z' },
  ...{ promisedAt: null, completedAt: null, cancelledAt: null, umbrella: 'inProgress', version: 1, allowedActions: [] },
  node: { id: 's1', name: '江宁店' },
  lines: [
    {
      ...{ id: 'l1', lineNo: 1, sku: 'SKU-1', name: '羽绒服 M', category: '女装', campaigns: [], quantity: 2, unitPrice: 9_450 },
      ...{ paidAmount: 18_900, freightAmount: 800, available: 1, refundedQuantity: 0 },
    },
  ],
  payments: [],
  cases: [
    {
      ...{ id: 'c1', code: '8841', type: 'RR', state: 'APPLIED', payoutFailed: false },
      ...{ requestedAmount: 9_450, appliedAt: '2026-03-12T06:05:00Z' },
    },
  ],
  windows: [{ key: 'noReasonDays', days: 7, endsAt: '2999-01-01T00:00:00Z', open: true }],
  ...{ notices: [], badges: [], contacts: [], buyerLinks: [] },
};

const open = (found: Order | null) =>
  renderPage(<OrderPage />, {
    url: '/orders/o1',
    path: '/orders/:id',
    answers: {
      Order: { order: found },
      ...{ ScopeNode: { orgNode: store }, ZoneOfNode: { orgNode: store } },
      ...{ ReturnReasons: { returnReasons: [] }, ReasonFreight: { reasonFreight: [] } },
    },
  });

describe('the page of an order', () => {
  it('says what was sold and paid, how much can come back and until when, and which cases there are', async () => {
    open(order);
    const cells = within(await screen.findByRole('table')).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['羽绒服 M SKU-1 · 女装', '2', '94.50', '189.00', '1']);
    expect(screen.getByText('¥197.00')).toBeInTheDocument();
    expect(screen.getByText('无理由退货期 7 天')).toBeInTheDocument();
    expect(screen.getByText('期限内')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '8841' })).toHaveAttribute('href', '/cases/c1');
    expect(screen.getByText('待商家处理')).toBeInTheDocument();
  });

  it('lets a case be filed for the buyer by who may', async () => {
    const { user } = open({ ...order, allowedActions: ['case.apply'] });
    await user.click(await screen.findByRole('button', { name: '代买家申请售后' }));
    expect(screen.getByRole('dialog', { name: '代买家申请售后' })).toHaveTextContent('以 王女士 的名义提交');
  });

  it('offers that to nobody else', async () => {
    open(order);
    await screen.findByRole('table');
    expect(screen.queryByRole('button', { name: '代买家申请售后' })).not.toBeInTheDocument();
  });

  it('is none where there is no such order in reach', async () => {
    open(null);
    expect(await screen.findByText('没有这个订单，或不在你的范围内')).toBeInTheDocument();
  });
});
