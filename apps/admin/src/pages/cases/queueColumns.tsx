import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { CaseStateChip } from '../../shared/chips';
import { useScopeNode } from '../../shared/scope';
import type { Column } from '../../shared/table';
import { NextStep } from './CaseActions';
import type { CaseAction, CaseRow } from './documents';
import type { View } from './QueueViews';
import { useFigureColumns } from './useFigureColumns';
import { LookClosely, Reminded, useGoodsAndPhotos, useReasonLabel } from './words';

const Due = styled('div')({
  // Wider where the zone is named beside the time.
  width: 'min-content',
  minWidth: 196,
  // Beside the preview there is no more room.
  '@media (max-width: 1399.95px)': { minWidth: 160 },
  '@media (max-width: 599.95px)': { width: 'auto', minWidth: 0 },
  '& [data-part="outcome"]': { fontSize: 12, lineHeight: '20px' },
});

const What = styled('div')({
  minWidth: 168,
  '@media (max-width: 599.95px)': { minWidth: 0 },
  '& > div:first-of-type': { fontWeight: 600 },
  '& .hw-meta': { fontWeight: 400 },
});

/** Why, what, and where unless all rows are of one store: enough to decide by. */
function CaseSummary({ item, store }: { item: CaseRow; store: boolean }) {
  const goods = useGoodsAndPhotos();
  const reason = useReasonLabel();
  return (
    <What>
      <div>{reason(item)}</div>
      <div className="hw-meta">{goods(item)}</div>
      <div className="hw-meta">
        <span className="hw-tabular">{item.code}</span>
        {store && ` · ${item.node.name}`}
      </div>
      <Reminded item={item} />
      <LookClosely item={item} />
    </What>
  );
}

/** Views whose name is the step that all their rows are at. */
const ofOneStep: readonly View[] = ['toDo', 'toReceive', 'toDispatch', 'dispatchLate', 'dispute', 'disputeLate'];

export interface Asked {
  readonly item: CaseRow;
  readonly action: CaseAction;
}

const nextOf = (head: string, onAct: (asked: Asked) => void): Column<CaseRow> => ({
  key: 'next',
  head,
  cell: (item) => <NextStep item={item} onChoose={(action) => onAct({ item, action })} />,
});

/** The queue's columns: when and what happens by itself, what it is about, the next step where no preview offers it, where it stands, how much. */
export function useQueueColumns(view: View, onAct: ((asked: Asked) => void) | null): readonly Column<CaseRow>[] {
  const t = useTranslate();
  const { deadline, amount } = useFigureColumns(Due);
  const store = useScopeNode()?.type !== 'store';
  return useMemo(() => {
    const step: Column<CaseRow> = {
      key: 'state',
      head: t('cases.queue.step'),
      cell: (item) => <CaseStateChip state={item.state} payoutFailed={item.payoutFailed} />,
      card: 'aside',
    };
    return [
      deadline,
      { key: 'case', head: t('cases.queue.case'), cell: (item) => <CaseSummary item={item} store={store} />, card: 'title' },
      ...(onAct ? [nextOf(t('cases.queue.next'), onAct)] : []),
      ...(ofOneStep.includes(view) ? [] : [step]),
      amount,
    ];
  }, [t, deadline, amount, store, view, onAct]);
}
