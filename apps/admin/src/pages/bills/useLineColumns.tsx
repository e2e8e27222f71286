import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useFormat } from '../../shared/format';
import type { Column } from '../../shared/table';
import type { BillLine } from './documents';

interface Shown {
  /** Only undecided lines, whose status needs no column. */
  readonly open: boolean;
  /** Our case stands beside the list. */
  readonly beside: boolean;
}

export function useLineColumns({ open, beside }: Shown): readonly Column<BillLine>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(() => {
    const caseColumn: Column<BillLine> = {
      key: 'case',
      head: t('bills.case'),
      cell: ({ parcel }) => parcel?.cases.map(({ code }) => code).join(t('shared.list')) ?? '–',
    };
    return [
      { key: 'tracking', head: t('bills.line.tracking'), cell: ({ tracking }) => tracking, card: 'title' },
      { key: 'billed', head: t('bills.line.billedHead'), cell: ({ billed }) => format.amount(billed), align: 'right' },
      { key: 'expected', head: t('bills.line.expectedHead'), cell: ({ expected }) => format.amount(expected), align: 'right' },
      {
        key: 'difference',
        head: t('bills.line.differenceHead'),
        cell: ({ difference }) => format.amount(difference),
        align: 'right',
        card: 'aside',
      },
      ...(beside ? [] : [caseColumn]),
      ...(open
        ? []
        : [{ key: 'status', head: t('bills.line.status'), cell: ({ status }: BillLine) => t(`bills.status.${status}`) }]),
    ];
  }, [t, format, open, beside]);
}
