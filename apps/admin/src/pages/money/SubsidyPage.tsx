import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { ManyChoice } from '../../shared/fields';
import { KeyFigure } from '../../shared/figures';
import { useFormat } from '../../shared/format';
import { PageHeader, Sheet } from '../../shared/page';
import { ScopedLink, useScope } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { ListTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { useIsPhone } from '../../shared/useIsPhone';
import { subsidyRatesDocument, type StoreSubsidy, type SubsidyRates } from './documents';

/** Stores that are listed, fewer where each is a card: what is beyond them is in the total. */
const TOP = { phone: 20, wide: 100 };

const Figures = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
  gap: 16,
});

function Total({ rates }: { rates: SubsidyRates }) {
  const t = useTranslate();
  const format = useFormat();
  const { total, currency } = rates;
  const money = (amount: number | null) => (amount === null ? '–' : format.money(amount, currency));
  return (
    <Sheet>
      <Figures>
        <KeyFigure label={t('money.subsidy.subsidy')} value={money(total.subsidy)} />
        <KeyFigure
          label={t('money.subsidy.perOrder')}
          value={money(total.perOrder)}
          note={t('money.subsidy.ofOrders', { n: total.orders })}
        />
        <KeyFigure
          label={t('money.subsidy.perReturn')}
          value={money(total.perReturn)}
          note={t('money.subsidy.ofReturns', { n: total.returns })}
        />
        <KeyFigure
          label={t('money.subsidy.rate')}
          value={total.rate === null ? '–' : format.percent(total.rate)}
          note={t('money.subsidy.ofSales', { amount: money(total.paidAmount) })}
        />
      </Figures>
      <p className="hw-hint">{t('money.subsidy.hint')}</p>
    </Sheet>
  );
}

function Stores({ rates, months }: { rates: SubsidyRates; months: string }) {
  const t = useTranslate();
  const format = useFormat();
  const columns = useMemo((): readonly Column<StoreSubsidy>[] => {
    const amount = (fen: number | null) => (fen === null ? '–' : format.amount(fen));
    const costs = months === '' ? '' : `&months=${months}`;
    const num = (key: string, head: string, cell: (row: StoreSubsidy) => string): Column<StoreSubsidy> => ({
      ...{ key, head: t(`money.subsidy.${head}`), cell, align: 'right' },
    });
    return [
      {
        key: 'store',
        head: t('money.subsidy.store'),
        cell: ({ id, name }) => (
          <ScopedLink to={`/money/costs?by=store,component${costs}&drawer=${encodeURIComponent(`lines:store=${id}`)}`}>
            {name}
          </ScopedLink>
        ),
        card: 'title',
      },
      { ...num('amount', 'amount', ({ subsidy }) => amount(subsidy)), card: 'aside' },
      num('orders', 'orders', ({ orders }) => format.count(orders)),
      num('perOrder', 'perOrderHead', ({ perOrder }) => amount(perOrder)),
      num('returns', 'returns', ({ returns }) => format.count(returns)),
      num('perReturn', 'perReturnHead', ({ perReturn }) => amount(perReturn)),
      num('sold', 'sold', ({ paidAmount }) => format.amount(paidAmount)),
      num('rate', 'rate', ({ rate }) => (rate === null ? '–' : format.percent(rate))),
    ];
  }, [t, format, months]);
  return (
    <Sheet flush>
      <ListTable
        label={t('money.subsidy.title')}
        columns={columns}
        rows={rates.stores}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        empty={<EmptyState kind="nothing" text={t('money.subsidy.none')} hint={t('money.subsidy.noneHint')} />}
      />
      {rates.otherStores > 0 && <p className="hw-hint">{t('money.subsidy.others', { n: rates.otherStores })}</p>}
    </Sheet>
  );
}

/** M2: what free returns cost for each order, each return and of what was sold, in all and store by store. */
export function SubsidyPage() {
  const t = useTranslate();
  const format = useFormat();
  const { nodeId, isHome } = useScope();
  const { values, set } = useUrlFilters('months');
  const top = TOP[useIsPhone() ? 'phone' : 'wide'];
  const chosen = values.months === '' ? [] : values.months.split(',');
  const query = useApiQuery(subsidyRatesDocument, { within: isHome ? null : nodeId, months: chosen, top });
  const period = chosen.map((month) => format.month(month)).join(' · ') || t('money.costs.allMonths');
  const choose = (months: readonly string[]) => set({ months: months.length === 0 ? null : months.join(',') });
  return (
    <>
      <PageHeader title={t('money.subsidy.title')} date={period} />
      <ManyChoice
        id="subsidy-months"
        label={t('money.dimension.month')}
        value={chosen}
        options={(query.data?.subsidyRates.months ?? chosen).map((month) => [month, format.month(month)])}
        any={t('money.costs.allMonths')}
        told={period}
        onChange={choose}
        sx={{ width: 240, marginBottom: '16px' }}
      />
      <Loaded query={query} failed={t('money.subsidy.failed')}>
        {({ subsidyRates }) => (
          <div style={{ display: 'grid', gap: 16 }}>
            <Total rates={subsidyRates} />
            <Stores rates={subsidyRates} months={values.months} />
          </div>
        )}
      </Loaded>
    </>
  );
}
