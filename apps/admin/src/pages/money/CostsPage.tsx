import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { UrlDrawer, useDrawer } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { useScope } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { CostFilters } from './CostFilters';
import { CostLines } from './CostLines';
import { costReportDocument, type CostKey, type CostReport } from './documents';
import { PivotTable } from './PivotTable';
import { pivot, type Pivot } from './pivot';
import { TOP, useCostFilters } from './useCostFilters';

const Total = styled('p')({ margin: '0 0 12px', fontSize: 16, lineHeight: '24px', fontWeight: 600 });

/** The files have the same filters and the same total as the screen. */
function ExportButton({ report, sheet = false }: { report: CostReport | undefined; sheet?: boolean }) {
  const t = useTranslate();
  const may = useMay();
  if (!may('money.export') || report === undefined || report.rows.length === 0) return null;
  return (
    <Button variant={sheet ? 'outlined' : 'contained'} component="a" href={sheet ? report.sheetUrl : report.exportUrl} download>
      {t(sheet ? 'money.costs.sheet' : 'money.costs.export')}
    </Button>
  );
}

/** Which days stand against which: a month that is not over is compared by the days that are. */
function Compared({ comparison }: { comparison: NonNullable<CostReport['comparison']> }) {
  const t = useTranslate();
  const format = useFormat();
  const { month, throughDay } = comparison;
  const against = { month: format.month(month), amount: format.money(comparison.totalAmount) };
  return (
    <p className="hw-hint" style={{ margin: '-8px 0 12px' }}>
      {throughDay === null ? t('money.costs.against', against) : t('money.costs.againstDays', { ...against, day: throughDay })}
    </p>
  );
}

interface ReportProps {
  readonly report: CostReport;
  readonly table: Pivot;
  readonly filters: ReturnType<typeof useCostFilters>;
  readonly onOpen: (keys: readonly CostKey[]) => void;
}

function Report({ report, table, filters, onOpen }: ReportProps) {
  const t = useTranslate();
  const format = useFormat();
  if (report.rows.length === 0 && filters.any) return <EmptyState kind="noMatch" onClear={filters.clear} />;
  if (report.rows.length === 0)
    return <EmptyState kind="nothing" text={t('money.costs.none')} hint={t('money.costs.noneHint')} />;
  return (
    <>
      <Total className="hw-tabular">
        {t('money.costs.total', { amount: format.money(report.totalAmount, report.currency) })}
      </Total>
      {report.comparison && <Compared comparison={report.comparison} />}
      <PivotTable table={table} report={report} by={filters.by} onOpen={onOpen} />
    </>
  );
}

/** What returns cost, by up to three of store, month, bearer, component, reason and carrier; every figure opens its entries (M2). */
export function CostsPage() {
  const t = useTranslate();
  const { nodeId, isHome } = useScope();
  const filters = useCostFilters();
  const drawer = useDrawer('lines');
  const { by } = filters;
  const filter = { ...filters.filter, within: isHome ? null : nodeId };
  const rows = by.length > 1 ? by.slice(0, -1) : by;
  const comparedWith = filters.comparedWith || null;
  const query = useApiQuery(costReportDocument, { filter, by: [...by], rows: [...rows], top: TOP, comparedWith });
  const { data } = query;
  const table = useMemo(() => data && pivot(data.costReport.rows, by, data.wholeRows.rows), [data, by]);
  const open = (keys: readonly CostKey[]) => drawer.open(keys.map((key) => `${key.dimension}=${key.value}`).join('&'));
  return (
    <>
      <PageHeader
        title={t('money.costs.title')}
        date={filters.period || t('money.costs.allMonths')}
        action={<ExportButton report={data?.costReport} />}
        others={<ExportButton report={data?.costReport} sheet />}
      />
      <CostFilters filters={filters} months={data?.costReport.months ?? []} />
      <Loaded query={query} failed={t('money.costs.failed')}>
        {({ costReport }) => table && <Report report={costReport} table={table} filters={filters} onOpen={open} />}
      </Loaded>
      <UrlDrawer drawer={drawer} title={t('money.lines.title')}>
        {(keys) => <CostLines keys={keys} filter={filter} period={filters.period} {...(table && { table })} />}
      </UrlDrawer>
    </>
  );
}
