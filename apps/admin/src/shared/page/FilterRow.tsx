import { styled } from '@mui/material/styles';

/** Select fields above a list or a report, side by side; two abreast on a phone, so that what they filter is still seen. */
export const FilterRow = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, 180px)',
  alignItems: 'start',
  gap: 12,
  marginBottom: 16,
  '@media (max-width: 599.95px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
});
