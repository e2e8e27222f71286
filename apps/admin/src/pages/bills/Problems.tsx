import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useFormat } from '../../shared/format';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { billProblemsDocument, type BillProblem } from './documents';

/** Lines of the file that did not come in, each with its cell and why. */
export function Problems({ billId }: { billId: string }) {
  const t = useTranslate();
  const format = useFormat();
  const list = useCursorQuery(billProblemsDocument, { billId }, (answer) => answer.billProblems);
  const columns = useMemo(
    (): readonly Column<BillProblem>[] => [
      { key: 'line', head: t('bills.problem.line'), cell: ({ line }) => format.count(line), card: 'title' },
      { key: 'cell', head: t('bills.problem.cell'), cell: ({ cell }) => cell || '–' },
      { key: 'value', head: t('bills.problem.value'), cell: ({ value }) => value || '–' },
      { key: 'why', head: t('bills.problem.why'), cell: ({ code }) => t(`bills.problem.${code}`, { _: code }), width: 200 },
    ],
    [t, format],
  );
  return (
    <CursorTable
      label={t('bills.outcome.problems')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      rowName={({ line }) => format.count(line)}
      failed={t('bills.problem.failed')}
      empty={<EmptyState kind="allDone" text={t('bills.problem.none')} />}
    />
  );
}
