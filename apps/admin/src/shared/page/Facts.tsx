import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { v } from '../../theme/vars';

const Root = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'minmax(88px, max-content) 1fr',
  gap: '6px 16px',
  margin: 0,
  '& dt': { color: v.ink2 },
  '& dd': { margin: 0, minWidth: 0 },
});

/** Names and values of one record; a value that is not there is left out, not shown empty. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <Root>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </Root>
  );
}
