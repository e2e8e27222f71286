import { styled } from '@mui/material/styles';
import { v } from '../../theme/vars';

/** Rows of fields: the stream, the name, the value with what belongs to it, what may be done. */
export const FieldRows = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });

export const RowFrame = styled('li')({
  display: 'grid',
  gridTemplateColumns: '20px minmax(120px, 200px) minmax(0, 1fr) auto',
  gridTemplateAreas: '"mark name body actions"',
  columnGap: 12,
  alignItems: 'start',
  minHeight: 40,
  padding: '0 8px 0 16px',
  borderTop: `1px solid ${v.line}`,
  '&:first-of-type': { borderTop: 0 },
  '& > *': { paddingBlock: 8 },
  '& > [data-part="mark"]': { gridArea: 'mark', alignSelf: 'stretch', paddingBlock: 0, display: 'flex' },
  '& > [data-part="mark"] > span': { '--at': '19px' },
  '& > [data-part="name"]': { gridArea: 'name', minWidth: 0 },
  '& > [data-part="body"]': {
    gridArea: 'body',
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 6,
    justifyItems: 'start',
  },
  '& > [data-part="actions"]': {
    gridArea: 'actions',
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    paddingBlock: 2,
    minHeight: 36,
  },
  '& [data-part="value"]': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', width: '100%' },
  '& [data-part="value"]:empty': { display: 'none' },
  // It has to be there before it says something, and takes no room until then.
  '& [role="status"]:empty': { marginTop: -6 },
  // A table takes the whole row, below its name.
  '&[data-table="true"]': {
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gridTemplateAreas: '"mark name actions" "mark body body"',
  },
  '& [data-part="value"][data-wide="true"] > :first-of-type:not(button, label)': { flex: '1 0 100%', minWidth: 0 },
  '& [data-part="source"]': { color: v.ink2, display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 6px' },
  '&[data-changed="true"]': { boxShadow: `inset 3px 0 ${v.tone.own.ink}` },
  '&[tabindex]:focus-visible': { outline: `2px solid ${v.focus}`, outlineOffset: -2 },
  '@media (max-width: 899.95px)': {
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    gridTemplateAreas: '"mark name actions" "mark body body"',
    paddingInline: '8px 4px',
    '& > [data-part="body"]': { paddingTop: 0 },
  },
});

export const Notes = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 2,
  fontSize: 12,
  lineHeight: '20px',
  color: v.ink2,
  '& li': { display: 'flex', alignItems: 'flex-start', gap: 6 },
  '& li[data-tone="trouble"]': { color: v.tone.trouble.ink },
  '& li[data-tone="act"]': { color: v.tone.act.ink },
  '& li[data-tone="wait"]': { color: v.tone.wait.ink },
  '& svg': { width: 16, height: 16, flex: 'none', marginTop: 2 },
});
