import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useListKeys } from '../keyboard';
import { useIsPhone } from '../useIsPhone';
import { CardView } from './CardView';
import type { Column } from './columns';
import { TableView } from './TableView';

/** Stands in a sheet that has the lines already. */
const Scroll = styled('div')({ overflowX: 'auto' });

interface ListTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** All there are; a list that grows by pages is a `CursorTable`. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  readonly empty: ReactNode;
  readonly onOpen?: (row: Row) => void;
}

/** The rows of one record, in a sheet of its page: versions, assignments. Cards on a phone, the keys of a list. */
export function ListTable<Row>({ empty, ...view }: ListTableProps<Row>) {
  const phone = useIsPhone();
  const { label, rows, rowKey, onOpen } = view;
  const keys = useListKeys<Row>({ rows, keyOf: rowKey, title: label, onOpen });
  if (rows.length === 0) return empty;
  if (phone) return <CardView {...view} keys={keys} />;
  return (
    <Scroll role="group" aria-label={label} tabIndex={onOpen ? -1 : 0}>
      <TableView {...view} keys={keys} />
    </Scroll>
  );
}
