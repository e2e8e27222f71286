import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useFormat } from '../../shared/format';
import type { Column } from '../../shared/table';
import type { BillLine, Kind } from './documents';

interface Shown {
  readonly kind: Kind;
  /** Only undecided lines, whose status needs no column. */
  readonly open: boolean;
  /** Our side stands beside the list. */
  readonly beside: boolean;
}

export function useLineColumns({ kind, open, beside }: Shown): readonly Column<BillLine>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(() => {
    const ours = (line: BillLine) => (kind === 'carrier' ? (line.parcel?.cases ?? []) : line.orders);
    const oursColumn: Column<BillLine> = {
      key: 'ours',
      head: t(kind === 'carrier' ? 'bills.case' : 'bills.order'),
      cell: (line) =>
        ours(line)
          .map(({ code }) => code)
          .join(t('shared.list')) || '–',
    };
    return [
      { key: 'number', head: t(`bills.of.${kind}.number`), cell: ({ number }) => number, card: 'title' },
      { key: 'billed', head: t('bills.line.billedHead'), cell: ({ billed }) => format.amount(billed), align: 'right' },
      { key: 'expected', head: t('bills.line.expectedHead'), cell: ({ expected }) => format.amount(expected), align: 'right' },
      {
        key: 'difference',
        head: t('bills.line.differenceHead'),
        cell: ({ difference }) => format.amount(difference),
        align: 'right',
        card: 'aside',
      },
      ...(beside ? [] : [oursColumn]),
      ...(open
        ? []
        : [{ key: 'status', head: t('bills.line.status'), cell: ({ status }: BillLine) => t(`bills.status.${status}`) }]),
    ];
  }, [t, format, kind, open, beside]);
}
