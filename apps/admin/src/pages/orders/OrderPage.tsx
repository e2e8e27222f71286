import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../providers/hooks';
import { CaseStateChip, UmbrellaChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { ZoneOf } from '../../shared/node';
import { OrderRulesButton } from '../../shared/orderRules';
import { Facts, PageHeader, Sheet } from '../../shared/page';
import { ScopedLink } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { ApplyDialog } from './ApplyDialog';
import { BuyerLinks } from './BuyerLinks';
import { Contacts } from './Contacts';
import { orderDocument, type Order } from './documents';
import { Notices } from './Notices';
import { OrderLines } from './OrderLines';
import { OrderSums } from './OrderSums';
import { OrderStatusChip } from './OrderStatusChip';
import { WhatIfButton } from './WhatIf';
import { Windows } from './Windows';

const Columns = styled('div')({
  display: 'grid',
  gap: 16,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(0, 2fr) minmax(280px, 1fr)',
  '& > div': { display: 'grid', gap: 16, minWidth: 0 },
  '@media (max-width: 899.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 12,
  '& li': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  '& li > .hw-num': { marginLeft: 'auto' },
});

function OrderFacts({ order }: { order: Order }) {
  const t = useTranslate();
  const format = useFormat();
  const at = (instant: string | null) => instant && format.textTime(instant);
  return (
    <Facts
      rows={[
        [t('orders.buyer'), [order.buyerName, order.buyerPhone].filter(Boolean).join(' ')],
        [t('orders.channel'), t(`orders.channels.${order.channel}`)],
        [t('orders.externalNo'), order.externalNo],
        [t('orders.paidAt'), at(order.paidAt)],
        [t('orders.shippedAt'), at(order.shippedAt)],
        [t('orders.promisedAt'), at(order.promisedAt)],
        [t('orders.deliveredAt'), at(order.deliveredAt)],
        [t('orders.completedAt'), at(order.completedAt)],
        [t('orders.cancelledAt'), at(order.cancelledAt)],
      ]}
    />
  );
}

function Cases({ order }: { order: Order }) {
  const t = useTranslate();
  const format = useFormat();
  if (order.cases.length === 0) return <p className="hw-hint">{t('orders.noCase')}</p>;
  return (
    <List>
      {order.cases.map((item) => (
        <li key={item.id}>
          <ScopedLink to={`/cases/${item.id}`}>{item.code}</ScopedLink>
          <CaseStateChip state={item.state} payoutFailed={item.payoutFailed} />
          <span className="hw-meta">
            {t(`orders.type.${item.type}`)} · {format.nearTime(item.appliedAt)}
          </span>
          <span className="hw-num">{format.money(item.requestedAmount, order.currency)}</span>
        </li>
      ))}
    </List>
  );
}

function Detail({ order }: { order: Order }) {
  const t = useTranslate();
  const [applying, setApplying] = useState(false);
  const may = (action: string) => order.allowedActions.includes(action);
  return (
    <>
      <PageHeader
        title={t('orders.one', { code: order.code })}
        scoped={false}
        meta={order.node.name}
        aside={
          <>
            <OrderStatusChip status={order.status} />
            {order.umbrella !== null && <UmbrellaChip code={order.umbrella} />}
          </>
        }
        action={
          may('case.apply') && (
            <Button variant="contained" onClick={() => setApplying(true)}>
              {t('orders.apply.title')}
            </Button>
          )
        }
      />
      <Columns>
        <div>
          <Sheet title={t('orders.lines')} flush>
            <OrderLines order={order} />
            <OrderSums order={order} />
          </Sheet>
          <Sheet title={t('orders.cases')}>
            <Cases order={order} />
          </Sheet>
        </div>
        <div>
          <Sheet title={t('orders.windows.title')}>
            <Windows order={order} />
          </Sheet>
          <Notices order={order} />
          {order.paidAt !== null && (
            <Sheet title={t('orders.whatIf.title')}>
              <p className="hw-hint">{t('orders.whatIf.hint')}</p>
              <WhatIfButton order={order} />
            </Sheet>
          )}
          {order.paidAt !== null && (
            <Sheet title={t('orderRules.title')}>
              <p className="hw-hint">{t('orderRules.hint')}</p>
              <OrderRulesButton orderId={order.id} />
            </Sheet>
          )}
          <Sheet title={t('orders.contact.title')}>
            <Contacts order={order} />
          </Sheet>
          <Sheet title={t('orders.facts')}>
            <OrderFacts order={order} />
          </Sheet>
          <Sheet title={t('orders.link.title')}>
            <BuyerLinks order={order} />
          </Sheet>
        </div>
      </Columns>
      {applying && <ApplyDialog order={order} onClose={() => setApplying(false)} />}
    </>
  );
}

/** One order: what was sold, until when it can come back, its cases, and the buyer's key. */
export function OrderPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApiQuery(orderDocument, { id });
  return (
    <Loaded query={query} failed={t('orders.failed')}>
      {({ order }) =>
        order ? (
          <ZoneOf nodeId={order.node.id}>
            <Detail key={order.id} order={order} />
          </ZoneOf>
        ) : (
          <EmptyState kind="nothing" text={t('orders.gone')} />
        )
      }
    </Loaded>
  );
}
