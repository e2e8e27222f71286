import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { ScopedLink, useGo } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { billsDocument, type BillRow } from './documents';
import { ImportDialog } from './ImportDialog';

function useColumns(): readonly Column<BillRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'biller',
        head: t('bills.biller'),
        cell: ({ id, biller, period }) => (
          <ScopedLink to={`/money/bills/${id}`}>{`${biller} ${format.month(period)}`}</ScopedLink>
        ),
        card: 'title',
      },
      { key: 'kind', head: t('bills.kind'), cell: ({ kind }) => t(`bills.of.${kind}.kind`) },
      { key: 'lines', head: t('bills.lines'), cell: ({ lineCount }) => format.count(lineCount), align: 'right' },
      { key: 'amount', head: t('bills.amount'), cell: ({ amount }) => format.amount(amount), align: 'right' },
      { key: 'open', head: t('bills.open'), cell: ({ open }) => format.count(open), align: 'right' },
      {
        key: 'sum',
        head: t('bills.openSum'),
        cell: ({ openDifference }) => format.amount(openDifference),
        align: 'right',
        card: 'aside',
      },
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

/** M4: the bills of carriers and insurers, the latest month first. */
export function BillsPage() {
  const t = useTranslate();
  const go = useGo();
  const may = useMay();
  const format = useFormat();
  const columns = useColumns();
  const list = useCursorQuery(billsDocument, {}, (answer) => answer.bills);
  const [importing, setImporting] = useState(false);
  const start = may('bill.import') && (
    <Button variant="contained" onClick={() => setImporting(true)}>
      {t('bills.import.action')}
    </Button>
  );
  const cards = (
    <Button variant="outlined" onClick={() => go('/money/bills/price-cards')}>
      {t('bills.cards.title')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('bills.title')} scoped={false} action={start} others={cards} />
      <CursorTable
        label={t('bills.title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        rowName={({ biller, period }) => `${biller} ${format.month(period)}`}
        failed={t('bills.failed')}
        empty={<EmptyState kind="nothing" text={t('bills.none')} hint={t('bills.noneHint')} />}
        onOpen={({ id }) => go(`/money/bills/${id}`)}
      />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </>
  );
}
