import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { UmbrellaChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { useGo, useScope, useScopeNode } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useDebounced } from '../../shared/useDebounced';
import { useUrlFilters } from '../../shared/url';
import { ordersDocument, type OrderRow } from './documents';
import { OrderStatusChip } from './OrderStatusChip';

/** Orders of the scope, the newest first; found by code, number, phone or name. */
export function OrdersPage() {
  const t = useTranslate();
  const format = useFormat();
  const go = useGo();
  const { nodeId, isHome } = useScope();
  const oneStore = useScopeNode()?.type === 'store';
  const filters = useUrlFilters('search');
  const search = useDebounced(filters.values.search.trim(), 250);
  const filter = { within: isHome ? null : nodeId, search: search === '' ? null : search };
  const list = useCursorQuery(ordersDocument, { filter }, (answer) => answer.orders);
  const columns = useMemo(
    (): readonly Column<OrderRow>[] => [
      { key: 'code', head: t('orders.code'), cell: (order) => <span className="hw-tabular">{order.code}</span>, card: 'title' },
      { key: 'status', head: t('orders.state'), cell: (order) => <OrderStatusChip status={order.status} />, card: 'aside' },
      {
        key: 'umbrella',
        head: t('orders.afterSales'),
        cell: (order) => (order.umbrella === null ? '–' : <UmbrellaChip code={order.umbrella} />),
      },
      { key: 'buyer', head: t('orders.buyer'), cell: (order) => order.buyerName },
      ...(oneStore ? [] : [{ key: 'store', head: t('orders.store'), cell: (order: OrderRow) => order.node.name }]),
      { key: 'paid', head: t('orders.paidAt'), cell: (order) => format.tableTime(order.paidAt) },
      { key: 'amount', head: t('orders.paidAmount'), cell: (order) => format.amount(order.paidAmount), align: 'right' },
      {
        key: 'refunded',
        head: t('orders.refunded'),
        cell: (order) => (order.refundedAmount === 0 ? '–' : format.amount(order.refundedAmount)),
        align: 'right',
      },
    ],
    [t, format, oneStore],
  );
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('orders.none')} hint={t('orders.noneHint')} />
  );
  return (
    <>
      <PageHeader title={t('orders.title')} />
      <TextField
        label={t('orders.search')}
        value={filters.values.search}
        onChange={(event) => filters.set({ search: event.target.value })}
        sx={{ marginBottom: 2, width: { xs: '100%', sm: 320 } }}
      />
      <CursorTable
        label={t('orders.title')}
        columns={columns}
        list={list}
        rowKey={(order) => order.id}
        rowName={(order) => order.code}
        failed={t('orders.failed')}
        empty={empty}
        onOpen={(order) => go(`/orders/${order.id}`)}
      />
    </>
  );
}
