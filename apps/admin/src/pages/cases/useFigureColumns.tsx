import { useTranslate } from 'ra-core';
import { useMemo, type ComponentType, type PropsWithChildren } from 'react';
import { Deadline } from '../../shared/figures';
import { useFormat } from '../../shared/format';
import type { Column } from '../../shared/table';
import type { CaseRow } from './documents';

/**
 * When what happens by itself, and how much is at stake: the decided amount, or else the one asked for.
 * @param Due what keeps the deadline as wide as its list wants it; the same component in each render
 */
export function useFigureColumns(
  Due: ComponentType<PropsWithChildren>,
): Readonly<Record<'deadline' | 'amount', Column<CaseRow>>> {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => ({
      deadline: {
        key: 'deadline',
        head: t('cases.queue.deadline'),
        cell: ({ deadline }) =>
          deadline ? (
            <Due>
              <Deadline at={deadline.at} outcome={deadline.outcomeText} />
            </Due>
          ) : (
            '–'
          ),
      },
      amount: {
        key: 'amount',
        head: t('cases.queue.amount'),
        cell: (item) => format.amount(item.approvedAmount ?? item.requestedAmount),
        align: 'right',
      },
    }),
    [t, format, Due],
  );
}
