import Skeleton from '@mui/material/Skeleton';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { v } from '../../theme/vars';
import { Waiting } from './Waiting';

const Stack = styled('div')({ display: 'flex', flexDirection: 'column', gap: 12, padding: 16 });
const Row = styled('div')({ display: 'flex', gap: 24, alignItems: 'center', height: 28, borderBottom: `1px solid ${v.line}` });

function Announced({ children }: { children: ReactNode }) {
  const t = useTranslate();
  return (
    <Waiting>
      <div role="status">
        <span className="hw-sr">{t('shared.state.loading')}</span>
        <div aria-hidden>{children}</div>
      </div>
    </Waiting>
  );
}

const widths = ['28%', '18%', '12%', '16%'];

/** The layout of a table that is on its way. */
export function RowsSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Announced>
      <Stack>
        {Array.from({ length: rows }, (_, row) => (
          <Row key={row}>
            {widths.map((width) => (
              <Skeleton key={width} variant="rounded" width={width} height={12} />
            ))}
          </Row>
        ))}
      </Stack>
    </Announced>
  );
}

/** The layout of a page of text and figures that is on its way. */
export function BlockSkeleton({ lines = 4 }: { lines?: number }) {
  return (
    <Announced>
      <Stack>
        <Skeleton variant="rounded" width="32%" height={20} />
        {Array.from({ length: lines }, (_, line) => (
          <Skeleton key={line} variant="rounded" width={`${88 - (line % 3) * 14}%`} height={12} />
        ))}
      </Stack>
    </Announced>
  );
}
