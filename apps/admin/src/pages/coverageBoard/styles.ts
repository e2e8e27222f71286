import { styled } from '@mui/material/styles';
import { v } from '../../theme/vars';

/** Wider than this, rows are a table; narrower, each is a card. */
const phone = '@media (max-width: 599.95px)';

export const Sheet = styled('div')({
  overflow: 'auto',
  maxHeight: 'max(320px, calc(100dvh - 248px))',
  border: `1px solid ${v.line}`,
  borderRadius: 6,
  backgroundColor: v.surface,
  scrollPadding: '48px 8px 8px 8px',
  [phone]: { maxHeight: 'none', border: 0, backgroundColor: 'transparent', overflow: 'visible' },
});

export const Table = styled('table')({
  width: '100%',
  borderCollapse: 'separate',
  borderSpacing: 0,
  '& th, & td': { padding: '4px 12px', height: 32, textAlign: 'left', borderBottom: `1px solid ${v.line}`, whiteSpace: 'nowrap' },
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    color: v.ink2,
    backgroundColor: v.surface,
    fontSize: 12,
    lineHeight: '20px',
    fontWeight: 600,
  },
  '& [data-align="right"]': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& td:first-of-type, & th:first-of-type': { position: 'sticky', left: 0, zIndex: 1, backgroundColor: v.surface },
  '& thead th:first-of-type': { zIndex: 3 },
  '& tbody tr:last-child td': { borderBottom: 0 },
  '& td[data-stream]': { position: 'relative', paddingLeft: 40 },
  '& tbody tr[aria-level]': { cursor: 'pointer' },
  '& tbody tr[aria-level]:hover > td': { backgroundColor: v.canvas },
  '& tbody tr[data-out="true"]': { color: v.ink2 },
  '& tbody tr[aria-selected="true"] > td': { backgroundColor: v.brandTint },
  '& tbody tr:focus-visible': { outline: 'none' },
  '& tbody tr:focus-visible > td': { boxShadow: `inset 0 2px ${v.focus}, inset 0 -2px ${v.focus}` },
  [phone]: {
    '&, & tbody': { display: 'grid', gap: 8 },
    '& thead': { display: 'none' },
    '& tbody tr[aria-level]': {
      display: 'grid',
      gridTemplateColumns: 'minmax(88px, max-content) 1fr',
      gap: '2px 12px',
      padding: '8px 12px',
      marginLeft: 'calc(var(--level) * 8px)',
      border: `1px solid ${v.line}`,
      borderRadius: 6,
      backgroundColor: v.surface,
    },
    '& tbody tr[aria-selected="true"]': { backgroundColor: v.brandTint },
    '& tbody tr:focus-visible': { outline: `2px solid ${v.focus}`, outlineOffset: 2 },
    '& td, & tbody tr:focus-visible > td': {
      display: 'contents',
      height: 'auto',
      padding: 0,
      border: 0,
      whiteSpace: 'normal',
      boxShadow: 'none',
    },
    '& td[data-align="right"]': { textAlign: 'left' },
    '& td:first-of-type > *': { gridColumn: '1 / -1' },
    '& td:first-of-type': { position: 'static' },
    '& td[data-head]::before': { content: 'attr(data-head)', color: v.ink2, fontSize: 12, lineHeight: '22px' },
    '& td[colspan] > *': { gridColumn: '1 / -1' },
  },
});

export const Name = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minHeight: 32,
  paddingLeft: 'calc(var(--level) * 20px)',
  '& [data-part="name"]': { overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: 280 },
  '& .MuiCheckbox-root': { padding: 4 },
  'tr[aria-selected="true"] &': { fontWeight: 600 },
  [phone]: {
    paddingLeft: 0,
    fontWeight: 600,
    '& [data-part="name"]': { whiteSpace: 'normal', maxWidth: 'none' },
    '& .MuiCheckbox-root': { width: 44, height: 44, margin: '-6px 0' },
  },
});

export const Toggle = styled('button')({
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  width: 28,
  height: 28,
  padding: 0,
  border: 0,
  borderRadius: 4,
  color: v.ink2,
  background: 'none',
  cursor: 'pointer',
  '& svg': { width: 18, height: 18 },
  [phone]: { width: 44, height: 44, margin: '-6px 0 -6px -12px' },
});

export const NoToggle = styled('span')({ flex: 'none', width: 28, [phone]: { width: 0 } });

/** On, suspended and off of a subtree, in one bar; its figures stand beside it. */
export const Bar = styled('span')({
  position: 'relative',
  display: 'inline-flex',
  flex: 'none',
  width: 96,
  height: 8,
  overflow: 'hidden',
  borderRadius: 2,
  backgroundColor: v.sunken,
  outline: `1px solid ${v.lineStrong}`,
  '& > i:first-of-type': { backgroundColor: v.brand },
  '& > i:last-of-type': { backgroundColor: v.tone.trouble.ink },
});

export const Line = styled('span')({
  display: 'inline-flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 8px',
  minWidth: 0,
});

/** The stream in a cell: as high as its row, whatever the cell holds, so that it runs on into the next one. */
export const Mark = styled('span')({
  position: 'absolute',
  insetBlock: 0,
  left: 12,
  display: 'flex',
  '& > span': { '--at': '50%' },
  [phone]: { display: 'none' },
});
