import { styled } from '@mui/material/styles';

/** What is compared with what: one beside the other, and between them the way to swap. */
export const Sides = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
  alignItems: 'end',
  marginBottom: 16,
  '& > fieldset': { display: 'flex', flexWrap: 'wrap', gap: 12, margin: 0, padding: 0, border: 0, minWidth: 0 },
  '& > fieldset > legend': { padding: 0, marginBottom: 4, fontWeight: 600 },
  '& > fieldset > div:first-of-type': { width: 'min(280px, 100%)' },
  '@media (max-width: 899.95px)': { gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'start' },
});
