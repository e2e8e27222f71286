import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useFormat } from '../../../shared/format';
import { ScopedLink } from '../../../shared/scope';
import { EmptyState } from '../../../shared/states';
import { ListTable, type Column } from '../../../shared/table';
import { BearerName } from '../BearerName';
import type { Statement, StatementDay, StatementLine } from './documents';

function useLineColumns(zone: string): readonly Column<StatementLine>[] {
  const t = useTranslate();
  const format = useFormat(zone);
  return useMemo(
    (): readonly Column<StatementLine>[] => [
      { key: 'at', head: t('money.lines.at'), cell: ({ postedAt }) => format.tableDate(postedAt), width: 96 },
      {
        key: 'cause',
        head: t('money.statement.cause'),
        cell: ({ cause, causePeriod }) => (
          <>
            {t(`money.cause.${cause}`, { _: cause })}
            {causePeriod !== null && (
              <div className="hw-meta">{t('money.statement.belongsTo', { month: format.month(causePeriod) })}</div>
            )}
          </>
        ),
      },
      {
        key: 'case',
        head: t('money.lines.case'),
        cell: ({ caseId, caseCode }) =>
          caseId === null || caseCode === null ? '–' : <ScopedLink to={`/cases/${caseId}`}>{caseCode}</ScopedLink>,
        card: 'title',
      },
      {
        key: 'component',
        head: t('money.dimension.component'),
        cell: ({ component }) => t(`money.component.${component}`, { _: component }),
      },
      {
        key: 'bearer',
        head: t('money.dimension.bearer'),
        cell: ({ bearer, bearerName }) => <BearerName bearer={bearer} name={bearerName} />,
      },
      { key: 'carrier', head: t('money.dimension.carrier'), cell: ({ carrier }) => carrier ?? '–' },
      {
        key: 'amount',
        head: t('money.lines.amount'),
        cell: ({ amount }) => format.amount(amount),
        align: 'right',
        card: 'aside',
      },
    ],
    [t, format],
  );
}

function useDayColumns(): readonly Column<StatementDay>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    (): readonly Column<StatementDay>[] => [
      { key: 'day', head: t('money.lines.at'), cell: ({ day }) => format.day(day), card: 'title' },
      { key: 'bearer', head: t('money.dimension.bearer'), cell: ({ bearer }) => t(`money.bearer.${bearer}`, { _: bearer }) },
      { key: 'lines', head: t('money.statement.lines'), cell: ({ lines }) => format.count(lines), align: 'right' },
      {
        key: 'amount',
        head: t('money.lines.amount'),
        cell: ({ amount }) => format.amount(amount),
        align: 'right',
        card: 'aside',
      },
    ],
    [t, format],
  );
}

/** What the month is made of: line by line, or by day where the lines are too many to read. */
export function Entries({ statement, zone }: { statement: Statement; zone: string }) {
  const t = useTranslate();
  const lineColumns = useLineColumns(zone);
  const dayColumns = useDayColumns();
  const empty = <EmptyState kind="nothing" text={t('money.statement.noEntries')} />;
  const label = t('money.lines.title');
  if (statement.days.length === 0)
    return (
      <ListTable
        label={label}
        columns={lineColumns}
        rows={statement.lines}
        rowKey={({ id }) => id}
        rowName={({ id, caseCode }) => caseCode ?? id}
        empty={empty}
      />
    );
  const keyOf = ({ day, bearer, currency }: StatementDay) => `${day} ${bearer} ${currency}`;
  return <ListTable label={label} columns={dayColumns} rows={statement.days} rowKey={keyOf} rowName={keyOf} empty={empty} />;
}
