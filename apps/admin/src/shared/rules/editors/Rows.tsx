import Add from '@mui/icons-material/AddOutlined';
import MoreVert from '@mui/icons-material/MoreVertOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useRef, useState, type ReactNode } from 'react';
import type { InputLook } from '../../fields';
import { v } from '../../../theme/vars';
import { useIsPhone } from '../../useIsPhone';
import { RowMenu } from './RowMenu';
import { stepped, type RowStep } from './rowSteps';

/** Inputs side by side as far as there is room. */
export const Wrap = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: '8px 12px',
  '& > .MuiFormControl-root': { flex: '0 0 auto', maxWidth: '100%' },
});

const Sideways = styled('div')({ overflowX: 'auto', width: '100%' });

const Table = styled('table')({
  width: '100%',
  borderCollapse: 'collapse',
  '& th, & td': { padding: '2px 4px', verticalAlign: 'middle', borderTop: `1px solid ${v.line}` },
  '& thead th': { borderTop: 0, fontSize: 12, lineHeight: '20px', fontWeight: 400, color: v.ink2, textAlign: 'left' },
  '& tbody th': { fontWeight: 400, color: v.ink2, fontVariantNumeric: 'tabular-nums' },
});

const Cards = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 8,
  width: '100%',
  '& > li': { display: 'grid', gap: 8, padding: 12, border: `1px solid ${v.line}`, borderRadius: 6, backgroundColor: v.canvas },
  '& header': { display: 'flex', alignItems: 'center', justifyContent: 'space-between', fontWeight: 600 },
});

const Foot = styled('div')({ display: 'grid', gap: 8, justifyItems: 'start', width: '100%', '& p': { color: v.ink2 } });

interface Cell<R> {
  readonly row: R;
  readonly change: (patch: Partial<R>) => void;
  /** How the cell's input is named and how wide it is: by the head of its column, on a phone by a label above it. */
  readonly look: InputLook;
}

export interface RowColumn<R> {
  readonly key: string;
  readonly head: string;
  /** What its input needs to be read. */
  readonly width: number;
  readonly cell: (cell: Cell<R>) => ReactNode;
}

interface RowsProps<R> {
  readonly rows: readonly R[];
  readonly onChange: (rows: readonly R[]) => void;
  readonly columns: readonly RowColumn<R>[];
  readonly fresh: R;
  readonly labelId: string;
  /** What an empty table means, where nothing else says it. */
  readonly none?: string;
}

interface LinesProps<R> extends Pick<RowsProps<R>, 'rows' | 'columns' | 'labelId'> {
  readonly onRow: (index: number, patch: Partial<R>) => void;
  readonly menuOf: (index: number) => ReactNode;
}

/** One head for all rows; every input says which row and column it is of. */
function Lines<R>({ rows, columns, labelId, onRow, menuOf }: LinesProps<R>) {
  const t = useTranslate();
  const named = (index: number, head: string) => `${t('rules.form.row', { n: index + 1 })} · ${head}`;
  return (
    <Sideways>
      <Table aria-labelledby={labelId}>
        <thead>
          <tr>
            <th scope="col">{t('rules.form.number')}</th>
            {columns.map(({ key, head, width }) => (
              <th key={key} scope="col" style={{ minWidth: width }}>
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="hw-sr">{t('rules.form.steps')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows have no identity but their place: the first that matches decides.
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {columns.map(({ key, head, cell }) => (
                <td key={key}>
                  {cell({
                    row,
                    change: (patch) => onRow(index, patch),
                    look: { ariaLabel: named(index, head), width: '100%' },
                  })}
                </td>
              ))}
              <td>{menuOf(index)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Sideways>
  );
}

/** The same on a phone: a card for each row, a label above each input. */
function Stacked<R>({ rows, columns, labelId, onRow, menuOf }: LinesProps<R>) {
  const t = useTranslate();
  return (
    <Cards aria-labelledby={labelId}>
      {rows.map((row, index) => (
        <li key={index} aria-label={t('rules.form.row', { n: index + 1 })}>
          <header>
            {t('rules.form.row', { n: index + 1 })}
            {menuOf(index)}
          </header>
          {columns.map(({ key, head, cell }) => (
            <div key={key}>{cell({ row, change: (patch) => onRow(index, patch), look: { label: head, width: '100%' } })}</div>
          ))}
        </li>
      ))}
    </Cards>
  );
}

function MenuButton({ index, onOpen }: { index: number; onOpen: () => void }) {
  const t = useTranslate();
  return (
    <IconButton
      data-row-menu={index}
      aria-label={t('rules.form.rowMenu', { n: index + 1 })}
      aria-haspopup="menu"
      onClick={onOpen}
    >
      <MoreVert />
    </IconButton>
  );
}

/** The row whose menu is open, or was last. */
interface Chosen {
  readonly index: number;
  readonly open: boolean;
}

/** A table whose first matching row decides: rows to add, to remove, and to move up and down. */
export function Rows<R extends object>({ rows, onChange, columns, fresh, labelId, none }: RowsProps<R>) {
  const t = useTranslate();
  const root = useRef<HTMLDivElement>(null);
  const [{ index, open }, setChosen] = useState<Chosen>({ index: 0, open: false });
  const Shape = useIsPhone() ? Stacked : Lines;
  const buttonOf = (at: number) => root.current?.querySelector<HTMLElement>(`[data-row-menu="${String(at)}"]`) ?? null;
  const step = (what: RowStep) => {
    const next = stepped(rows, index, what, fresh);
    setChosen({ index: next.at, open: false });
    onChange(next.rows);
  };
  return (
    <Foot ref={root}>
      {rows.length > 0 && (
        <Shape
          {...{ rows, columns, labelId }}
          onRow={(at, patch) => onChange(rows.map((each, other) => (other === at ? { ...each, ...patch } : each)))}
          menuOf={(at) => <MenuButton index={at} onOpen={() => setChosen({ index: at, open: true })} />}
        />
      )}
      <RowMenu
        {...{ index, open }}
        length={rows.length}
        anchorOf={buttonOf}
        onStep={step}
        onClose={() => setChosen({ index, open: false })}
        onClosed={() => (buttonOf(index) ?? root.current?.querySelector<HTMLElement>('[data-add-row]'))?.focus()}
      />
      {(rows.length > 0 || none !== undefined) && <p>{rows.length === 0 ? none : t('rules.form.firstMatch')}</p>}
      <Button variant="outlined" size="small" startIcon={<Add />} data-add-row onClick={() => onChange([...rows, fresh])}>
        {t('rules.form.addRow')}
      </Button>
    </Foot>
  );
}
