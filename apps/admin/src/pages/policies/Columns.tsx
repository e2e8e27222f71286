import { styled } from '@mui/material/styles';

/** The rules of a version, and beside them, or below on a narrow screen, what is known of it. */
export const Columns = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'minmax(0, 1fr) 320px',
  alignItems: 'start',
  '& > aside': { display: 'grid', gap: 16, position: 'sticky', top: 72 },
  '@media (max-width: 1199.95px)': { gridTemplateColumns: 'minmax(0, 1fr)', '& > aside': { position: 'static' } },
});
