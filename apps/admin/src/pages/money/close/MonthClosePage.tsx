import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useApiMutation, useApiQuery } from '../../../providers/hooks';
import { ActionDialog } from '../../../shared/dialog';
import { useFormat } from '../../../shared/format';
import { PageHeader, Sheet } from '../../../shared/page';
import { ScopedLink } from '../../../shared/scope';
import { EmptyState, Loaded } from '../../../shared/states';
import { ListTable, type Column } from '../../../shared/table';
import { useNotice } from '../../../shared/useNotice';
import { Checks } from './Checks';
import { closeMonthDocument, monthCloseDocument, type ClosedMonth, type MonthClose, type NextMonth } from './documents';

const isReady = ({ next, checks }: MonthClose): boolean =>
  next !== null && checks.every(({ blocks, count }) => !blocks || count === 0);

function CloseDialog({ next, onClose }: { next: NextMonth; onClose: () => void }) {
  const t = useTranslate();
  const format = useFormat();
  const { done } = useNotice();
  const close = useApiMutation(closeMonthDocument);
  const month = format.month(next.period);
  const confirm = async () => {
    await close.mutateAsync({ period: next.period });
    done(t('money.close.done', { month }));
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('money.close.action', { month })}
      effect={t('money.close.effect', { month, n: next.entries })}
      onConfirm={confirm}
    />
  );
}

function Closed({ months }: { months: readonly ClosedMonth[] }) {
  const t = useTranslate();
  const format = useFormat();
  const columns = useMemo(
    (): readonly Column<ClosedMonth>[] => [
      {
        key: 'month',
        head: t('money.dimension.month'),
        cell: ({ period }) => <ScopedLink to={`/money/costs?months=${period}`}>{format.month(period)}</ScopedLink>,
        card: 'title',
      },
      { key: 'by', head: t('money.close.by'), cell: ({ personName }) => personName },
      { key: 'at', head: t('money.close.at'), cell: ({ closedAt }) => format.tableTime(closedAt) },
      { key: 'entries', head: t('money.close.entries'), cell: ({ entries }) => format.count(entries), align: 'right' },
    ],
    [t, format],
  );
  return (
    <ListTable
      label={t('money.close.closed')}
      columns={columns}
      rows={months}
      rowKey={({ period }) => period}
      rowName={({ period }) => format.month(period)}
      empty={<EmptyState kind="nothing" text={t('money.close.noneClosed')} />}
    />
  );
}

/** M3: the month to close, what stands in its way, and the months that are closed. */
export function MonthClosePage() {
  const t = useTranslate();
  const format = useFormat();
  const query = useApiQuery(monthCloseDocument, {});
  const [closing, setClosing] = useState(false);
  const next = query.data?.monthClose.next ?? null;
  return (
    <>
      <PageHeader
        title={t('money.close.title')}
        scoped={false}
        {...(next && { date: format.month(next.period) })}
        action={
          query.data &&
          next &&
          isReady(query.data.monthClose) && (
            <Button variant="contained" onClick={() => setClosing(true)}>
              {t('money.close.action', { month: format.month(next.period) })}
            </Button>
          )
        }
      />
      <Loaded query={query} failed={t('money.close.failed')}>
        {({ monthClose }) => (
          <div style={{ display: 'grid', gap: 16 }}>
            <Sheet
              title={
                monthClose.next
                  ? t('money.close.checks', { month: format.month(monthClose.next.period) })
                  : t('money.close.checksNone')
              }
            >
              {monthClose.next ? (
                <Checks checks={monthClose.checks} next={monthClose.next} />
              ) : (
                <EmptyState kind="allDone" text={t('money.close.nothing')} />
              )}
            </Sheet>
            <Sheet title={t('money.close.closed')} flush>
              <Closed months={monthClose.closed} />
            </Sheet>
          </div>
        )}
      </Loaded>
      {closing && next && <CloseDialog next={next} onClose={() => setClosing(false)} />}
    </>
  );
}
