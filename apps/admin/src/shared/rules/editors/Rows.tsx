import Add from '@mui/icons-material/AddOutlined';
import ArrowUpward from '@mui/icons-material/ArrowUpwardOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { v } from '../../../theme/vars';

/** Inputs side by side as far as there is room. */
export const Wrap = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: '8px 12px',
  '& > .MuiFormControl-root': { flex: '0 0 auto', maxWidth: '100%' },
});

const List = styled('ol')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 });

const Row = styled('li')({
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  gap: 8,
  padding: '8px 8px 12px 12px',
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  backgroundColor: v.canvas,
});

const Foot = styled('div')({ display: 'grid', gap: 8, justifyItems: 'start', '& p': { color: v.ink2 } });

interface RowsProps<R> {
  readonly rows: readonly R[];
  readonly onChange: (rows: readonly R[]) => void;
  readonly fresh: R;
  readonly labelId: string;
  /** What an empty table means, where nothing else says it. */
  readonly none?: string;
  readonly children: (row: R, change: (patch: Partial<R>) => void) => ReactNode;
}

interface ButtonsProps {
  readonly index: number;
  readonly onUp: () => void;
  readonly onRemove: () => void;
}

function RowButtons({ index, onUp, onRemove }: ButtonsProps) {
  const t = useTranslate();
  const [up, remove] = [t('rules.form.moveUp', { n: index + 1 }), t('rules.form.removeRow', { n: index + 1 })];
  return (
    <div>
      {index > 0 && (
        <Tooltip title={up}>
          <IconButton aria-label={up} onClick={onUp}>
            <ArrowUpward />
          </IconButton>
        </Tooltip>
      )}
      <Tooltip title={remove}>
        <IconButton aria-label={remove} onClick={onRemove}>
          <Delete />
        </IconButton>
      </Tooltip>
    </div>
  );
}

const raised = <R,>(rows: readonly R[], index: number): readonly R[] => [
  ...rows.slice(0, index - 1),
  ...rows.slice(index, index + 1),
  ...rows.slice(index - 1, index),
  ...rows.slice(index + 1),
];

/** A table whose first matching row decides: rows to add, to remove and to move up. */
export function Rows<R extends object>({ rows, onChange, fresh, labelId, none, children }: RowsProps<R>) {
  const t = useTranslate();
  return (
    <Foot>
      {rows.length > 0 && (
        <List aria-labelledby={labelId}>
          {rows.map((row, index) => (
            // Rows have no identity but their place: the first that matches decides.
            <Row key={index} aria-label={t('rules.form.row', { n: index + 1 })}>
              <Wrap>
                {children(row, (patch) => onChange(rows.map((each, at) => (at === index ? { ...each, ...patch } : each))))}
              </Wrap>
              <RowButtons
                index={index}
                onUp={() => onChange(raised(rows, index))}
                onRemove={() => onChange(rows.filter((_, at) => at !== index))}
              />
            </Row>
          ))}
        </List>
      )}
      {(rows.length > 0 || none !== undefined) && <p>{rows.length === 0 ? none : t('rules.form.firstMatch')}</p>}
      <Button variant="outlined" size="small" startIcon={<Add />} onClick={() => onChange([...rows, fresh])}>
        {t('rules.form.addRow')}
      </Button>
    </Foot>
  );
}
