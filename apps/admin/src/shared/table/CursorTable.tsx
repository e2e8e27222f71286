import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import type { CursorRows } from '../../providers/hooks';
import { useListKeys, type LetterKey } from '../keyboard';
import { ErrorState, RefetchBar, RowsSkeleton } from '../states';
import { useIsPhone } from '../useIsPhone';
import { CardView } from './CardView';
import type { Column, Selection, Sorting } from './columns';
import { MoreRows } from './MoreRows';
import { Sheet } from './styles';
import { DensitySwitch } from './DensitySwitch';
import { TableView } from './TableView';

export interface CursorTableProps<Row> {
  /** The list's name, for screen readers and the overlay of keys. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly list: CursorRows<Row>;
  readonly rowKey: (row: Row) => string;
  /** What the row is called, for its checkbox. */
  readonly rowName: (row: Row) => string;
  /** An `EmptyState`. */
  readonly empty: ReactNode;
  /** What it means when the list does not come: 「售后单没有载入」. */
  readonly failed: string;
  readonly onOpen?: (row: Row) => void;
  readonly onMove?: (row: Row) => void;
  readonly letters?: readonly LetterKey<Row>[];
  readonly selection?: Selection;
  readonly sorting?: Sorting;
  /** The row whose drawer or preview is open. */
  readonly currentKey?: string;
}

/**
 * A list by keyset pages (`useCursorQuery`): sticky head and first column, cards on a phone, keys (`useListKeys`), the bar while asking again,
 * and its own empty and error states. Old rows stay while newer ones load, and stay when these fail.
 */
export function CursorTable<Row>({ list, empty, failed, ...props }: CursorTableProps<Row>) {
  const t = useTranslate();
  const phone = useIsPhone();
  const { label, rowKey, onOpen, onMove, letters, selection } = props;
  const onToggle = selection && ((row: Row) => selection.onToggle(rowKey(row)));
  const keys = useListKeys<Row>({ rows: list.rows, keyOf: rowKey, title: label, onOpen, onMove, letters, onToggle });
  const view = { ...props, rows: list.rows, keys };
  const kept = list.rows.length > 0 ? t('shared.state.keptRows') : undefined;

  if (list.isPending) return <RowsSkeleton />;
  const error = list.error && <ErrorState failed={failed} error={list.error} onRetry={list.retry} {...(kept && { kept })} />;
  if (list.rows.length === 0) return error ?? empty;
  return (
    <div style={{ position: 'relative' }}>
      <RefetchBar on={list.isRefetching} />
      {error}
      {phone ? (
        <CardView {...view} />
      ) : (
        <Sheet role="region" aria-label={label} tabIndex={onOpen || selection ? -1 : 0}>
          <TableView {...view} />
        </Sheet>
      )}
      <MoreRows list={list}>
        <DensitySwitch />
      </MoreRows>
    </div>
  );
}
