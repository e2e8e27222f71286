import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useApiQuery } from '../../../providers/hooks';
import { useFormat } from '../../../shared/format';
import { PageHeader, Sheet } from '../../../shared/page';
import { ScopedLink } from '../../../shared/scope';
import { EmptyState, Loaded } from '../../../shared/states';
import { ListTable, type Column } from '../../../shared/table';
import { priceCardDocument, type Card } from './documents';
import { RemoveButton } from './RemoveButton';
import { useCardName } from './useCardName';

type Row = Card['rows'][number];

function useColumns(): readonly Column<Row>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(() => {
    const head = (key: keyof Row) => ({ key, head: t(`bills.cards.${key}`) });
    const grams = (key: 'firstGrams' | 'stepGrams'): Column<Row> => ({
      ...head(key),
      cell: (row) => format.count(row[key]),
      align: 'right',
    });
    const price = (key: 'firstPrice' | 'stepPrice'): Column<Row> => ({
      ...head(key),
      cell: (row) => format.amount(row[key]),
      align: 'right',
    });
    return [
      { ...head('zone'), cell: ({ zone }) => zone || t('bills.cards.everywhere'), card: 'title' },
      grams('firstGrams'),
      price('firstPrice'),
      grams('stepGrams'),
      price('stepPrice'),
    ];
  }, [t, format]);
}

/** I5: a carrier's price card, zone by zone. */
function CardView({ card }: { card: Card }) {
  const t = useTranslate();
  const format = useFormat();
  const columns = useColumns();
  const name = useCardName()(card);
  const { fileName: file, rowCount: n, currency, importedByName, importedAt } = card;
  const who = importedByName ?? t('bills.commandLine');
  const meta = (
    <>
      <ScopedLink to="/money/bills/price-cards">{t('bills.cards.title')}</ScopedLink>
      {' · '}
      {t('bills.cards.meta', { file, n, currency, who, at: format.textTime(importedAt) })}
    </>
  );
  return (
    <>
      <PageHeader title={name} scoped={false} meta={meta} others={<RemoveButton id={card.id} name={name} />} />
      <Sheet flush>
        <ListTable
          label={name}
          columns={columns}
          rows={card.rows}
          rowKey={({ id }) => id}
          rowName={({ zone }) => zone || t('bills.cards.everywhere')}
          empty={null}
        />
      </Sheet>
    </>
  );
}

export function CardPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApiQuery(priceCardDocument, { id });
  return (
    <Loaded query={query} failed={t('bills.cards.failed')}>
      {({ priceCard }) =>
        priceCard ? <CardView card={priceCard} /> : <EmptyState kind="nothing" text={t('bills.cards.absent')} />
      }
    </Loaded>
  );
}
