import Checkbox from '@mui/material/Checkbox';
import { useTranslate } from 'ra-core';
import type { KeyboardEvent, RefObject } from 'react';
import type { CardPlace, Column } from './columns';
import { Card, Cards } from './styles';
import type { ViewProps } from './TableView';

const placed = <Row,>(columns: readonly Column<Row>[], place: CardPlace) =>
  columns.filter((column) => (column.card ?? 'line') === place);

function RowCard<Row>({ row, ...view }: ViewProps<Row> & { row: Row }) {
  const t = useTranslate();
  const { columns, rowKey, rowName, keys, onOpen, selection, currentKey } = view;
  const key = rowKey(row);
  return (
    <Card
      {...((onOpen ?? selection) && keys.rowProps(row))}
      aria-current={selection ? undefined : key === currentKey}
      onClick={(event) => {
        if (event.target instanceof Element && !event.target.closest('a, button, input, label')) onOpen?.(row);
      }}
    >
      <header>
        {selection && (
          <Checkbox
            checked={selection.keys.has(key)}
            onChange={() => selection.onToggle(key)}
            slotProps={{ input: { 'aria-label': t('shared.table.select', { name: rowName(row) }) } }}
          />
        )}
        <div data-part="title">
          {placed(columns, 'title').map((column) => (
            <div key={column.key}>{column.cell(row)}</div>
          ))}
        </div>
        <div>
          {placed(columns, 'aside').map((column) => (
            <div key={column.key}>{column.cell(row)}</div>
          ))}
        </div>
      </header>
      <dl>
        {placed(columns, 'line').map((column) => (
          <div key={column.key} style={{ display: 'contents' }}>
            <dt>{column.head}</dt>
            <dd>{column.cell(row)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** A table's rows as cards, for a phone. */
export function CardView<Row>(view: ViewProps<Row>) {
  const list = view.keys.listProps as { ref: RefObject<HTMLUListElement | null>; onKeyDown: (event: KeyboardEvent) => void };
  return (
    <Cards aria-label={view.label} {...list}>
      {view.rows.map((row) => (
        <RowCard key={view.rowKey(row)} {...view} row={row} />
      ))}
    </Cards>
  );
}
