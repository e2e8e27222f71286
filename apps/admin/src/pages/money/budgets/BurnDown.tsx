import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { Money } from '../../../shared/figures';
import { useFormat } from '../../../shared/format';
import { EmptyState } from '../../../shared/states';
import { ListTable, type Column } from '../../../shared/table';
import { v } from '../../../theme/vars';
import { burnDown, type Point } from './burnDown';
import type { BudgetDay, BudgetWithDays } from './documents';

const [WIDTH, HEIGHT] = [420, 180];
const EDGE = 8;
/** Room for the amount over the drawing. */
const TOP = 24;

const Root = styled('figure')({
  margin: 0,
  '& svg': { display: 'block', width: '100%', height: 'auto', overflow: 'visible' },
  '& [data-line="zero"]': { stroke: v.tone.trouble.ink, strokeWidth: 1 },
  '& polyline': { fill: 'none', stroke: v.chart.hq, strokeWidth: 2, vectorEffect: 'non-scaling-stroke' },
  '& [data-line="committed"]': { strokeDasharray: '6 4' },
  '& [data-line="forecast"]': { stroke: v.ink2, strokeDasharray: '2 4' },
  '& text': { fill: v.ink2, fontSize: 12 },
  '& figcaption': { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', color: v.ink2, fontSize: 12, lineHeight: '20px' },
  '& figcaption span': { display: 'inline-flex', alignItems: 'center', gap: 6 },
  '& figcaption i': { width: 20, borderTop: `2px solid ${v.chart.hq}` },
  '& figcaption i[data-line="committed"]': { borderTopStyle: 'dashed' },
  '& figcaption i[data-line="forecast"]': { borderTop: `2px dotted ${v.ink2}` },
  '& details': { marginTop: 8 },
});

/** How the month burnt down: left of what is spent, of what is committed too, and the forecast; the days behind it as a table. */
export function BurnDown({ budget }: { budget: BudgetWithDays }) {
  const t = useTranslate();
  const format = useFormat();
  const lines = useMemo(() => burnDown(budget), [budget]);
  const { least, most, daysInMonth } = lines;
  const x = (day: number) => EDGE + ((day - 1) / Math.max(1, daysInMonth - 1)) * (WIDTH - 2 * EDGE);
  const y = (left: number) => TOP + ((most - left) / Math.max(1, most - least)) * (HEIGHT - TOP - EDGE);
  const points = (all: readonly Point[]) => all.map(({ day, left }) => `${x(day).toFixed(1)},${y(left).toFixed(1)}`).join(' ');
  const columns = useMemo(
    (): readonly Column<BudgetDay>[] => [
      { key: 'day', head: t('money.budgets.day'), cell: ({ day }) => format.day(day), card: 'title' },
      { key: 'spent', head: t('money.budgets.spent'), cell: ({ spent }) => <Money fen={spent} bare />, align: 'right' },
      {
        key: 'committed',
        head: t('money.budgets.committed'),
        cell: ({ committed }) => <Money fen={committed} bare />,
        align: 'right',
      },
    ],
    [t, format],
  );
  if (budget.days.length === 0) return <EmptyState kind="nothing" text={t('money.budgets.noDays')} />;
  const label = t('money.budgets.burnDown', {
    month: format.month(budget.month),
    remaining: format.money(budget.remaining, budget.currency),
    forecast: format.money(budget.forecast, budget.currency),
  });
  return (
    <Root>
      <svg viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" aria-label={label}>
        <line data-line="zero" x1={EDGE} x2={WIDTH - EDGE} y1={y(0)} y2={y(0)} />
        <polyline data-line="spent" points={points(lines.spent)} />
        <polyline data-line="committed" points={points(lines.committed)} />
        {lines.forecast && <polyline data-line="forecast" points={points(lines.forecast)} />}
        <text x={EDGE} y={TOP - 10}>
          {format.money(most, budget.currency)}
        </text>
      </svg>
      <figcaption>
        {(['spent', 'committed', 'forecast'] as const).map((line) => (
          <span key={line}>
            <i aria-hidden data-line={line} />
            {t(`money.budgets.line.${line}`)}
          </span>
        ))}
      </figcaption>
      <details>
        <summary>{t('money.budgets.days')}</summary>
        <ListTable
          label={t('money.budgets.days')}
          columns={columns}
          rows={budget.days}
          rowKey={({ day }) => day}
          rowName={({ day }) => format.day(day)}
          empty={null}
        />
      </details>
    </Root>
  );
}
