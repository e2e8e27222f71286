import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { UrlDrawer, useDrawer } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { OrderTrail } from '../../shared/orderRules';
import { PageHeader } from '../../shared/page';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { auditEventsDocument, type AuditEvent, type AuditFilter } from './documents';
import { EventDrawer } from './EventDrawer';
import { exportPath } from './exportPath';
import { Filters } from './Filters';
import { OrderSearch } from './OrderSearch';
import { useAuditFilters } from './useAuditFilters';
import { useSentence } from './useSentence';

function useColumns(sentence: (event: AuditEvent) => string): readonly Column<AuditEvent>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'at',
        head: t('audit.at'),
        cell: (event) => <span className="hw-tabular hw-nowrap">{format.tableTime(event.at)}</span>,
        width: 152,
      },
      { key: 'sentence', head: t('audit.event'), cell: sentence, card: 'title' },
      { key: 'unit', head: t('audit.unit'), cell: (event) => event.node?.name ?? '–', width: 240 },
    ],
    [t, format, sentence],
  );
}

/** The file has the same filters as the screen. */
function ExportButton({ filter }: { filter: AuditFilter }) {
  const t = useTranslate();
  const may = useMay();
  const { locale } = useFormat();
  if (!may('audit.export')) return null;
  return (
    <Button variant="contained" component="a" href={exportPath(filter, locale)} download>
      {t('audit.export')}
    </Button>
  );
}

/** The audit log (X2): a sentence per event, the newest first. */
export function AuditPage() {
  const t = useTranslate();
  const filters = useAuditFilters();
  const may = useMay();
  const drawer = useDrawer('event');
  const promise = useDrawer('promise');
  const sentence = useSentence();
  const columns = useColumns(sentence);
  const list = useCursorQuery(auditEventsDocument, { filter: filters.filter }, (answer) => answer.auditEvents);
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('audit.none')} hint={t('audit.noneHint')} />
  );
  return (
    <>
      <PageHeader title={t('audit.title')} action={list.rows.length > 0 && <ExportButton filter={filters.filter} />} />
      {may('order.read') && <OrderSearch onOpen={(id) => promise.open(id)} />}
      <Filters filters={filters} example={list.rows[0]} />
      <CursorTable
        label={t('audit.title')}
        columns={columns}
        list={list}
        rowKey={(event) => event.id}
        rowName={sentence}
        failed={t('audit.failed')}
        empty={empty}
        onOpen={(event) => drawer.open(event.id)}
        {...(drawer.value !== null && { currentKey: drawer.value })}
      />
      <UrlDrawer drawer={drawer} title={t('audit.one')}>
        {(id) => <EventDrawer id={id} />}
      </UrlDrawer>
      <UrlDrawer drawer={promise} title={t('orderRules.title')}>
        {(id) => <OrderTrail orderId={id} />}
      </UrlDrawer>
    </>
  );
}
