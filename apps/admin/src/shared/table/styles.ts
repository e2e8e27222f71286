import { styled } from '@mui/material/styles';
import { v } from '../../theme/vars';

/** A sheet that scrolls by itself, so that head and first column stay; the bars of the frame take the rest of the height. */
export const Sheet = styled('div')({
  position: 'relative',
  overflow: 'auto',
  maxHeight: 'max(320px, calc(100dvh - 224px))',
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  backgroundColor: v.surface,
  scrollPadding: '48px 8px 8px 160px',
});

export const Grid = styled('table')({
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 0,
  fontSize: 14,
  lineHeight: '22px',
  '& th, & td': { padding: '8px 12px', textAlign: 'left', borderBottom: `1px solid ${v.line}`, verticalAlign: 'middle' },
  '& td:not([data-align], [data-actions])': { minWidth: 112 },
  '&[data-density="compact"] td': { padding: '4px 12px' },
  '& tr:last-child td': { borderBottom: 0 },
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    padding: '6px 12px',
    color: v.ink2,
    backgroundColor: v.surface,
    fontSize: 12,
    lineHeight: '20px',
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  '& th:first-of-type, & td:first-of-type': { position: 'sticky', left: 0, zIndex: 1, backgroundColor: v.surface },
  '& th[data-actions], & td[data-actions]': {
    position: 'sticky',
    right: 0,
    zIndex: 1,
    width: 1,
    padding: '4px 8px',
    whiteSpace: 'nowrap',
    backgroundColor: v.surface,
    boxShadow: `inset 1px 0 ${v.line}`,
  },
  '& thead th:first-of-type, & thead th[data-actions]': { zIndex: 3 },
  '& tbody tr[data-row-key]': { cursor: 'pointer' },
  '& tbody tr[data-row-key]:hover > td': { backgroundColor: v.canvas },
  '& tbody tr[aria-selected="true"] > td': { backgroundColor: v.brandTint },
  // An outline would run under the cells that stay in place; a ring of shadows runs over them.
  '& tbody tr:focus-visible': { outline: 'none' },
  '& tbody tr:focus-visible > td': { boxShadow: `inset 0 2px ${v.focus}, inset 0 -2px ${v.focus}` },
  '& tbody tr:focus-visible > td:first-of-type': {
    boxShadow: `inset 0 2px ${v.focus}, inset 0 -2px ${v.focus}, inset 2px 0 ${v.focus}`,
  },
  '& tbody tr:focus-visible > td:last-of-type': {
    boxShadow: `inset 0 2px ${v.focus}, inset 0 -2px ${v.focus}, inset -2px 0 ${v.focus}`,
  },
  '& [data-align="right"]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& td[data-check], & th[data-check], &[data-density="compact"] td[data-check]': {
    width: 36,
    minWidth: 36,
    padding: '0 0 0 8px',
  },
});

export const SortButton = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  margin: '-4px -6px',
  padding: '4px 6px',
  border: 0,
  borderRadius: 4,
  color: 'inherit',
  background: 'none',
  font: 'inherit',
  cursor: 'pointer',
  '&:hover': { color: v.ink },
  '& svg': { width: 14, height: 14 },
});

export const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 12,
  minHeight: 44,
  padding: '8px 0',
  color: v.ink2,
  fontSize: 12,
  lineHeight: '20px',
});

export const Cards = styled('ul')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 });

export const Card = styled('li')({
  padding: 12,
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  backgroundColor: v.surface,
  '&[data-row-key]': { cursor: 'pointer' },
  '&[aria-current="true"]': { backgroundColor: v.brandTint },
  '& header': { display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start', gap: 8, marginBottom: 4 },
  '& header > [data-part="title"]': { flex: 1, fontWeight: 600, minWidth: 0 },
  '& header .MuiCheckbox-root': { padding: 12, margin: '-11px -4px -11px -12px' },
  '& dl': { display: 'grid', gridTemplateColumns: 'minmax(72px, max-content) 1fr', gap: '2px 12px', margin: 0 },
  '& dt': { color: v.ink2, fontSize: 12, lineHeight: '22px' },
  '& dd': { margin: 0, minWidth: 0 },
});
