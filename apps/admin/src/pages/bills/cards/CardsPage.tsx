import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../../providers/hooks';
import { useMay } from '../../../providers/session';
import { useFormat } from '../../../shared/format';
import { PageHeader } from '../../../shared/page';
import { ScopedLink, useGo } from '../../../shared/scope';
import { EmptyState } from '../../../shared/states';
import { CursorTable, type Column } from '../../../shared/table';
import { CardImportDialog } from './CardImportDialog';
import { priceCardsDocument, type CardRow } from './documents';
import { useCardName } from './useCardName';

function useColumns(): readonly Column<CardRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'carrier',
        head: t('bills.cards.carrier'),
        cell: ({ id, carrier }) => <ScopedLink to={`/money/bills/price-cards/${id}`}>{carrier}</ScopedLink>,
        card: 'title',
      },
      { key: 'from', head: t('bills.cards.validFrom'), cell: ({ validFrom }) => format.day(validFrom), card: 'aside' },
      { key: 'zones', head: t('bills.cards.zones'), cell: ({ rowCount }) => format.count(rowCount), align: 'right' },
      { key: 'file', head: t('bills.cards.file'), cell: ({ fileName }) => fileName },
      {
        key: 'imported',
        head: t('bills.imported'),
        cell: ({ importedByName, importedAt }) =>
          t('bills.importedBy', { who: importedByName ?? t('bills.commandLine'), at: format.tableTime(importedAt) }),
      },
    ],
    [t, format],
  );
}

/** I5: the price cards of carriers, the latest first. */
export function CardsPage() {
  const t = useTranslate();
  const go = useGo();
  const may = useMay();
  const columns = useColumns();
  const cardName = useCardName();
  const list = useCursorQuery(priceCardsDocument, {}, (answer) => answer.priceCards);
  const [importing, setImporting] = useState(false);
  const start = may('bill.import') && (
    <Button variant="contained" onClick={() => setImporting(true)}>
      {t('bills.cards.import.action')}
    </Button>
  );
  const bills = <ScopedLink to="/money/bills">{t('bills.title')}</ScopedLink>;
  return (
    <>
      <PageHeader title={t('bills.cards.title')} scoped={false} meta={bills} action={start} />
      <CursorTable
        label={t('bills.cards.title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        rowName={cardName}
        failed={t('bills.cards.failed')}
        empty={<EmptyState kind="nothing" text={t('bills.cards.none')} hint={t('bills.cards.noneHint')} />}
        onOpen={({ id }) => go(`/money/bills/price-cards/${id}`)}
      />
      {importing && <CardImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}
