import InfoOutlined from '@mui/icons-material/InfoOutlined';
import ReportOutlined from '@mui/icons-material/ReportOutlined';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { v } from '../../theme/vars';

const Root = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  minHeight: 48,
  padding: '6px 12px',
  marginBottom: 16,
  borderRadius: 6,
  '& > svg': { width: 20, height: 20, flex: 'none' },
  '& > div': { flex: '1 1 200px', minWidth: 0 },
  '&[data-tone="act"]': { color: v.tone.act.ink, backgroundColor: v.tone.act.ground },
  '&[data-tone="trouble"]': { color: v.tone.trouble.ink, backgroundColor: v.tone.trouble.ground },
});

interface BandProps {
  readonly tone: 'act' | 'trouble';
  /** The way out: an outlined button. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** Something that holds for the whole page and is easily overlooked: another day, a suspension. */
export function Band({ tone, action, children }: BandProps) {
  const Icon = tone === 'act' ? InfoOutlined : ReportOutlined;
  return (
    <Root data-tone={tone}>
      <Icon aria-hidden />
      <div>{children}</div>
      {action}
    </Root>
  );
}
