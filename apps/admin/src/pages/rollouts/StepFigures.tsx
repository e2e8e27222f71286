import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import type { Guard, Step } from './documents';

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& caption': { textAlign: 'left', color: v.ink2, paddingBottom: 4, fontSize: 12, lineHeight: '20px' },
  '& th, & td': { padding: '6px 12px 6px 0', borderBottom: `1px solid ${v.line}`, textAlign: 'right' },
  '& th:first-of-type': { textAlign: 'left', fontWeight: 400, color: v.ink2 },
  '& thead th': { fontWeight: 600 },
  '& td': { fontVariantNumeric: 'tabular-nums', verticalAlign: 'top' },
  '& th': { verticalAlign: 'top' },
  '& td > span': { display: 'inline-block', marginLeft: 6 },
});

type Row = readonly [name: string, of: (guard: Guard) => ReactNode];

function useRows(): readonly Row[] {
  const t = useTranslate();
  const format = useFormat();
  const none = t('rollouts.figures.none');
  const rate = (bps: number | null, n: number, all: number) =>
    bps === null ? (
      none
    ) : (
      <>
        {format.percent(bps)}
        <span className="hw-meta">{t('rollouts.figures.of', { n, all })}</span>
      </>
    );
  return [
    [t('rollouts.figures.orders'), ({ orders }) => format.count(orders)],
    [t('rollouts.figures.subsidy'), ({ subsidyPerOrder }) => (subsidyPerOrder === null ? none : format.amount(subsidyPerOrder))],
    [t('rollouts.figures.rejection'), ({ rejectionBps, rejected, cases }) => rate(rejectionBps, rejected, cases)],
    [t('rollouts.figures.dispute'), ({ disputeBps, disputed, cases }) => rate(disputeBps, disputed, cases)],
  ];
}

/** P11: how it went in the pilot and elsewhere since a step; how many orders and cases stand behind each figure. */
export function StepFigures({ step }: { step: Step }) {
  const t = useTranslate();
  const format = useFormat();
  const rows = useRows();
  const { figures } = step;
  if (figures === null) return <p className="hw-hint">{t('rollouts.figures.older')}</p>;
  const { inPilot, others } = figures;
  if (inPilot === null || others === null) return <p className="hw-hint">{t('rollouts.figures.tooMany')}</p>;
  const times = { from: format.tableTime(figures.from), to: format.tableTime(figures.to) };
  return (
    <Table>
      <caption>
        {t('rollouts.figures.caption', { n: step.number, ...times })}
        {figures.sampled && <div>{t('rollouts.figures.sampled', times)}</div>}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('rollouts.figures.name')}</th>
          <th scope="col">{t('rollouts.figures.inPilot')}</th>
          <th scope="col">{t('rollouts.figures.others')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{of(inPilot)}</td>
            <td>{of(others)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
