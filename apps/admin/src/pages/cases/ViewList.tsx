import { styled } from '@mui/material/styles';
import { v } from '../../theme/vars';

/** Views of the queue with their counts, under each other. */
export const ViewList = styled('nav')({
  display: 'grid',
  gap: 2,
  alignContent: 'start',
  '& [data-part="saved"]': { display: 'flex', alignItems: 'center', minWidth: 0 },
  '& button[aria-current]': {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    justifyContent: 'space-between',
    gap: 8,
    padding: '7px 10px',
    border: 0,
    borderRadius: 6,
    color: v.ink,
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
  },
  '& button[aria-current]:hover': { backgroundColor: v.sunken },
  '& button[aria-current="true"]': { backgroundColor: v.brandTint, fontWeight: 600 },
});
