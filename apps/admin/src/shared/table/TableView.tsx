import ArrowDownward from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Checkbox from '@mui/material/Checkbox';
import { useStore, useTranslate } from 'ra-core';
import type { KeyboardEvent, RefObject } from 'react';
import type { Density } from '../../providers/store';
import type { ListKeys } from '../keyboard';
import type { Column, Selection, Sorting } from './columns';
import { Grid, SortButton } from './styles';

export interface ViewProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly keys: ListKeys<Row, HTMLElement>;
  readonly onOpen?: ((row: Row) => void) | undefined;
  readonly selection?: Selection | undefined;
  readonly sorting?: Sorting | undefined;
  readonly currentKey?: string | undefined;
}

function Head<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const by = column.sort;
  if (by === undefined || !sorting) {
    return (
      <th
        scope="col"
        data-align={column.align}
        data-actions={column.actions}
        style={{ width: column.width, minWidth: column.width }}
      >
        {column.head}
      </th>
    );
  }
  const active = sorting.by === by;
  const Arrow = sorting.descending ? ArrowDownward : ArrowUpward;
  const order = active ? (sorting.descending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" data-align={column.align} style={{ width: column.width, minWidth: column.width }} aria-sort={order}>
      <SortButton type="button" onClick={() => sorting.onSort(by)}>
        {column.head}
        {active && <Arrow aria-hidden />}
      </SortButton>
    </th>
  );
}

function SelectShown<Row>({ rows, rowKey, selection }: Pick<ViewProps<Row>, 'rows' | 'rowKey'> & { selection: Selection }) {
  const t = useTranslate();
  const shown = rows.map(rowKey);
  const chosen = shown.filter((key) => selection.keys.has(key)).length;
  return (
    <th scope="col" data-check>
      <Checkbox
        checked={chosen > 0 && chosen === shown.length}
        indeterminate={chosen > 0 && chosen < shown.length}
        onChange={() => selection.onToggleShown(chosen === shown.length ? [] : shown)}
        slotProps={{ input: { 'aria-label': t('shared.table.selectShown') } }}
      />
    </th>
  );
}

/** A click with Shift held: it reaches from the box clicked before. */
const isShifted = (event: Event): boolean => event instanceof MouseEvent && event.shiftKey;

function Row<R>({ row, ...view }: ViewProps<R> & { row: R }) {
  const t = useTranslate();
  const { columns, rowKey, rowName, keys, onOpen, selection, currentKey } = view;
  const key = rowKey(row);
  const interactive = onOpen !== undefined || selection !== undefined;
  const open = (event: { target: EventTarget }) => {
    const pressed = event.target instanceof Element && event.target.closest('a, button, input, label');
    if (!pressed) onOpen?.(row);
  };
  return (
    <tr
      {...(interactive && keys.rowProps(row))}
      aria-selected={selection ? selection.keys.has(key) : key === currentKey}
      onClick={open}
    >
      {selection && (
        <td data-check>
          <Checkbox
            checked={selection.keys.has(key)}
            onChange={({ nativeEvent }) => selection.onToggle(key, isShifted(nativeEvent) ? view.rows.map(rowKey) : undefined)}
            slotProps={{ input: { 'aria-label': t('shared.table.select', { name: rowName(row) }) } }}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} data-align={column.align} data-actions={column.actions}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** The table as such: sticky head and first column, rows of 40 or 32 px. */
export function TableView<R>(view: ViewProps<R>) {
  const { label, columns, rows, rowKey, keys, selection, sorting } = view;
  const [density] = useStore<Density>('density', 'comfortable');
  const list = keys.listProps as { ref: RefObject<HTMLTableElement | null>; onKeyDown: (event: KeyboardEvent) => void };
  return (
    <Grid aria-label={label} data-density={density} {...list}>
      <thead>
        <tr>
          {selection && <SelectShown rows={rows} rowKey={rowKey} selection={selection} />}
          {columns.map((column) => (
            <Head key={column.key} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={rowKey(row)} {...view} row={row} />
        ))}
      </tbody>
    </Grid>
  );
}
