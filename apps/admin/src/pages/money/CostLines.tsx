import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useFormat } from '../../shared/format';
import { ScopedLink } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { BearerName } from './BearerName';
import { KeyLabel } from './KeyLabel';
import type { Pivot } from './pivot';
import { costLinesDocument, type CostFilter, type CostLine } from './documents';

const Subject = styled('div')({
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'baseline',
  gap: 16,
  margin: '0 0 12px',
});

/** `store=ID&bearer=HQ` of the row that was opened, over the page's own filter. */
function narrowed(filter: CostFilter, keys: string): { filter: CostFilter; store: string | null } {
  const given = new URLSearchParams(keys);
  const one = (name: string, rest: readonly string[] | null | undefined) =>
    given.has(name) ? [given.get(name) ?? ''] : (rest ?? null);
  return {
    store: given.get('store'),
    filter: {
      ...filter,
      months: one('month', filter.months) as string[] | null,
      bearers: one('bearer', filter.bearers) as string[] | null,
      components: one('component', filter.components) as string[] | null,
      reasons: one('reason', filter.reasons) as string[] | null,
      carriers: one('carrier', filter.carriers) as string[] | null,
    },
  };
}

interface FigureProps {
  readonly keys: string;
  readonly table: Pivot;
  readonly period: string;
  readonly months: CostFilter['months'];
}

/** Which figure it is: the row's names, the column where one was pressed, the sum, as the report has them. */
function Figure({ keys, table, period, months }: FigureProps) {
  const t = useTranslate();
  const format = useFormat();
  const given = new URLSearchParams(keys);
  const row = table.rows.find((it) => it.keys.every((key) => given.get(key.dimension) === key.value));
  if (row === undefined) return null;
  const store = given.get('store');
  const month = given.get('month') ?? (months?.length === 1 ? (months[0] ?? null) : null);
  const column = table.columns.find((it) => given.get(it.dimension) === it.value);
  return (
    <Subject>
      <div>
        {[...row.keys, ...(column ? [column] : [])].map((key, index) => (
          <span key={key.dimension}>
            {index > 0 && ' · '}
            <KeyLabel item={key} />
          </span>
        ))}
        {period !== '' && ` · ${period}`}
      </div>
      {store !== null && month !== null && (
        <ScopedLink to={`/money/statements/${store}/${month}`}>{t('money.costs.statement')}</ScopedLink>
      )}
      <strong className="hw-num">{format.money((column && row.cells.get(column.value)) ?? row.total)}</strong>
    </Subject>
  );
}

interface CostLinesProps {
  readonly keys: string;
  readonly filter: CostFilter;
  readonly period: string;
  readonly table?: Pivot;
}

/** The entries behind a figure, each with the way to its case. */
export function CostLines({ keys, filter, period, table }: CostLinesProps) {
  const t = useTranslate();
  const format = useFormat();
  const list = useCursorQuery(costLinesDocument, narrowed(filter, keys), (answer) => answer.costLines);
  const columns = useMemo(
    (): readonly Column<CostLine>[] => [
      {
        key: 'case',
        head: t('money.lines.case'),
        cell: (line) => (line.caseId === null ? '–' : <ScopedLink to={`/cases/${line.caseId}`}>{line.caseCode}</ScopedLink>),
        card: 'title',
      },
      { key: 'at', head: t('money.lines.at'), cell: (line) => format.tableTime(line.postedAt) },
      {
        key: 'component',
        head: t('money.dimension.component'),
        cell: (line) => {
          const component = t(`money.component.${line.component}`, { _: line.component });
          return line.assumed ? t('money.lines.assumed', { component }) : component;
        },
      },
      {
        key: 'bearer',
        head: t('money.dimension.bearer'),
        cell: ({ bearer, bearerNode }) =>
          bearer === null ? '–' : <BearerName bearer={bearer} name={bearerNode?.name ?? null} />,
      },
      { key: 'amount', head: t('money.lines.amount'), cell: (line) => format.amount(line.amount), align: 'right', card: 'aside' },
    ],
    [t, format],
  );
  return (
    <>
      {table && <Figure keys={keys} table={table} period={period} months={filter.months} />}
      <CursorTable
        label={t('money.lines.title')}
        columns={columns}
        list={list}
        rowKey={(line) => line.id}
        rowName={(line) => line.caseCode ?? line.id}
        failed={t('money.lines.failed')}
        empty={<EmptyState kind="nothing" text={t('money.lines.none')} />}
      />
    </>
  );
}
