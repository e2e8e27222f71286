import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { useFormat } from '../format';
import { ZoneOf } from '../node';
import { Facts } from '../page';
import { useKinds } from '../rules';
import { ScopedLink } from '../scope';
import { EmptyState, Loaded } from '../states';
import { orderRulesDocument, type OrderRules } from './documents';
import { KindTrail } from './KindTrail';

function Head({ rules, orderId }: { rules: OrderRules; orderId: string }) {
  const t = useTranslate();
  const format = useFormat();
  const at = (instant: string | null) => instant && format.tableTime(instant);
  return (
    <>
      <p>
        <ScopedLink to={`/orders/${orderId}`}>{t('orderRules.of', { code: rules.code })}</ScopedLink>
      </p>
      <Facts
        rows={[
          [t('orderRules.node'), rules.node.name],
          [t('orderRules.paidAt'), at(rules.paidAt)],
          [t('orderRules.knownAt'), at(rules.knownAt)],
          ...(rules.paidAt === null ? [] : rules.lines).map(
            ({ name, freeReturns }) => [name, t(freeReturns ? 'orderRules.covered' : 'orderRules.notCovered')] as const,
          ),
        ]}
      />
    </>
  );
}

function Kinds({ rules }: { rules: OrderRules }) {
  const t = useTranslate();
  const kinds = useKinds();
  if (rules.kinds.length === 0) return <EmptyState kind="nothing" text={t('orderRules.unpaid')} />;
  return (
    <Loaded query={kinds} failed={t('orderRules.failed')}>
      {(schemas) =>
        rules.kinds.map((each) => {
          const schema = schemas.find(({ key }) => key === each.kind);
          return schema && <KindTrail key={each.kind} rules={each} schema={schema} />;
        })
      }
    </Loaded>
  );
}

/** What applied to an order at payment: each field's value, who wrote and who assigned it, and whether that can be reproduced. */
export function OrderTrail({ orderId }: { orderId: string }) {
  const t = useTranslate();
  const query = useApiQuery(orderRulesDocument, { orderId });
  return (
    <Loaded query={query} failed={t('orderRules.failed')}>
      {({ orderRules }) => (
        <ZoneOf nodeId={orderRules.node.id}>
          <Head rules={orderRules} orderId={orderId} />
          <Kinds rules={orderRules} />
        </ZoneOf>
      )}
    </Loaded>
  );
}
