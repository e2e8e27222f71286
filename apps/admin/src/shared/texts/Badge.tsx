import { styled } from '@mui/material/styles';
import { v } from '../../theme/vars';

/** A badge as it stands on the goods. */
export const Badge = styled('span')({
  display: 'inline-block',
  padding: '0 6px',
  borderRadius: 4,
  border: `1px solid ${v.tone.good.ink}`,
  color: v.tone.good.ink,
  fontSize: 12,
  lineHeight: '20px',
  whiteSpace: 'nowrap',
});
