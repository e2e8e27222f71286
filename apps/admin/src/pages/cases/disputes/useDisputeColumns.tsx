import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import type { Column } from '../../../shared/table';
import type { CaseRow } from '../documents';
import { useFigureColumns } from '../useFigureColumns';
import { Reminded, useGoods, useReasonLabel } from '../words';

const What = styled('div')({ minWidth: 120, overflowWrap: 'anywhere', '& > div:first-of-type': { fontWeight: 600 } });
const Due = styled('div')({ minWidth: 128, '& [data-part="outcome"]': { fontSize: 12, lineHeight: '20px' } });

/** Until when, about what, and how much: the rest is beside the list. */
export function useDisputeColumns(): readonly Column<CaseRow>[] {
  const t = useTranslate();
  const { deadline, amount } = useFigureColumns(Due);
  const goods = useGoods();
  const reason = useReasonLabel();
  return useMemo(
    () => [
      {
        key: 'case',
        head: t('cases.queue.case'),
        cell: (item) => (
          <What>
            <div>{reason(item)}</div>
            <div className="hw-meta">{goods(item)}</div>
            <div className="hw-meta">
              <span className="hw-tabular">{item.code}</span>
              {` · ${item.node.name}`}
            </div>
            <Reminded item={item} />
          </What>
        ),
        card: 'title',
      },
      deadline,
      amount,
    ],
    [t, deadline, amount, goods, reason],
  );
}
