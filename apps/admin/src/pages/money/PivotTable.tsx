import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import type { CostKey, CostReport, Dimension } from './documents';
import { moveInGrid } from './gridArrows';
import { KeyLabel } from './KeyLabel';
import type { Pivot, PivotRow } from './pivot';

const Frame = styled('div')({
  overflow: 'auto',
  maxHeight: 'max(320px, calc(100dvh - 300px))',
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  backgroundColor: v.surface,
  scrollPadding: '96px 8px 8px 200px',
});

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 0,
  '& th, & td': { padding: '8px 12px', textAlign: 'left', borderBottom: `1px solid ${v.line}` },
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: v.surface,
    color: v.ink2,
    fontSize: 12,
    lineHeight: '20px',
    whiteSpace: 'nowrap',
  },
  '& th:first-of-type, & td:first-of-type': { position: 'sticky', left: 0, zIndex: 1, backgroundColor: v.surface },
  '& td:first-of-type': { minWidth: 120 },
  '& thead th:first-of-type': { zIndex: 3 },
  '& [data-num]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& tr[data-total] > *': { position: 'sticky', top: 37, zIndex: 1, backgroundColor: v.canvas, fontWeight: 600 },
  '& tr[data-total] > td:first-of-type': { zIndex: 2 },
  '& tbody tr:last-child > *': { borderBottom: 0 },
});

type Open = (keys: readonly CostKey[]) => void;

/** A cell that can be pressed; one of the table is in the tab order, arrows reach the others. */
function Cell({
  column,
  first = false,
  onPress,
  children,
}: {
  column: string;
  first?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <Link
      component="button"
      type="button"
      data-cell={column}
      tabIndex={first ? 0 : -1}
      color={column === 'name' ? 'primary' : 'inherit'}
      onClick={onPress}
      sx={{ textAlign: 'inherit', font: 'inherit' }}
    >
      {children}
    </Link>
  );
}

interface HeadProps {
  readonly table: Pivot;
  readonly dimensions: readonly Dimension[];
  readonly isCompared: boolean;
}

function Head({ table, dimensions, isCompared }: HeadProps) {
  const t = useTranslate();
  return (
    <thead>
      <tr>
        {dimensions.map((dimension) => (
          <th key={dimension} scope="col">
            {t(`money.dimension.${dimension}`)}
          </th>
        ))}
        {table.columns.map((column) => (
          <th key={column.value} scope="col" data-num>
            <KeyLabel item={column} />
            {t('money.unit')}
          </th>
        ))}
        <th scope="col" data-num>
          {t('money.costs.cost')}
        </th>
        {isCompared && (
          <>
            <th scope="col" data-num>
              {t('money.costs.before')}
            </th>
            <th scope="col" data-num>
              {t('money.costs.difference')}
            </th>
          </>
        )}
        <th scope="col" data-num>
          {t('money.costs.cases')}
        </th>
      </tr>
    </thead>
  );
}

/** What a row cost in the other month, and how much more it is now; nothing where no months are compared. */
function Before({ amount, before }: { amount: number; before: number | null }) {
  const format = useFormat();
  if (before === null) return null;
  const difference = amount - before;
  return (
    <>
      <td data-num>{format.amount(before)}</td>
      <td data-num>{`${difference > 0 ? '+' : ''}${format.amount(difference)}`}</td>
    </>
  );
}

/** The sum of everything, pinned above its parts; columns add up where all rows are shown. */
function Total({ table, report, span }: { table: Pivot; report: CostReport; span: number }) {
  const t = useTranslate();
  const format = useFormat();
  const sumOf = (value: string) => table.rows.reduce((sum, row) => sum + (row.cells.get(value) ?? 0), 0);
  return (
    <tr data-total>
      <td colSpan={span}>{t('money.costs.sum')}</td>
      {table.columns.map((column) => (
        <td key={column.value} data-num>
          {report.otherRows === 0 ? format.amount(sumOf(column.value)) : '–'}
        </td>
      ))}
      <td data-num>{format.amount(report.totalAmount)}</td>
      <Before amount={report.totalAmount} before={report.comparison?.totalAmount ?? null} />
      <td data-num />
    </tr>
  );
}

function Row({ row, table, first, onOpen }: { row: PivotRow; table: Pivot; first: boolean; onOpen: Open }) {
  const format = useFormat();
  return (
    <tr>
      {row.keys.map((key, index) => (
        <td key={key.dimension}>
          {index === 0 ? (
            <Cell column="name" first={first} onPress={() => onOpen(row.keys)}>
              <KeyLabel item={key} />
            </Cell>
          ) : (
            <KeyLabel item={key} />
          )}
        </td>
      ))}
      {table.columns.map((column) => (
        <td key={column.value} data-num>
          {row.cells.has(column.value) ? (
            <Cell column={column.value} onPress={() => onOpen([...row.keys, column])}>
              {format.amount(row.cells.get(column.value))}
            </Cell>
          ) : (
            '–'
          )}
        </td>
      ))}
      <td data-num>
        <Cell column="total" onPress={() => onOpen(row.keys)}>
          {format.amount(row.total)}
        </Cell>
      </td>
      <Before amount={row.total} before={row.before} />
      <td data-num>{row.cases === null ? '–' : format.count(row.cases)}</td>
    </tr>
  );
}

interface PivotTableProps {
  readonly table: Pivot;
  readonly report: CostReport;
  readonly by: readonly Dimension[];
  readonly onOpen: Open;
}

/** Totals stand first and tie to the parts: what is beyond the rows shown is one line of its own. Every figure opens its entries. */
export function PivotTable({ table, report, by, onOpen }: PivotTableProps) {
  const t = useTranslate();
  const format = useFormat();
  const dimensions = table.columns.length > 0 ? by.slice(0, -1) : by;
  const isCompared = report.comparison !== null;
  const shownBefore = table.rows.reduce((sum, row) => sum + (row.before ?? 0), 0);
  const otherBefore = report.comparison && report.comparison.totalAmount - shownBefore;
  return (
    <Frame role="region" aria-label={t('money.costs.title')}>
      <Table onKeyDown={moveInGrid}>
        <Head table={table} dimensions={dimensions} isCompared={isCompared} />
        <tbody>
          <Total table={table} report={report} span={dimensions.length} />
          {table.rows.map((row, index) => (
            <Row key={row.id} row={row} table={table} first={index === 0} onOpen={onOpen} />
          ))}
          {(report.otherRows > 0 || (otherBefore ?? 0) !== 0) && (
            <tr>
              <td colSpan={dimensions.length + table.columns.length}>{t('money.costs.others', { n: report.otherRows })}</td>
              <td data-num>{format.amount(report.otherAmount)}</td>
              <Before amount={report.otherAmount} before={otherBefore} />
              <td data-num />
            </tr>
          )}
        </tbody>
      </Table>
    </Frame>
  );
}
