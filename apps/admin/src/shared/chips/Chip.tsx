import type { SvgIconComponent } from '@mui/icons-material';
import { styled } from '@mui/material/styles';
import type { Tone } from '../../theme/tokens';
import { v } from '../../theme/vars';

export interface ChipProps {
  readonly tone: Tone;
  readonly icon: SvgIconComponent;
  readonly label: string;
  /** Said after the label by a screen reader, shown on hover: who, since when. */
  readonly note?: string | undefined;
}

const tones: readonly Tone[] = ['act', 'wait', 'flow', 'trouble', 'good', 'done', 'own'];

const Root = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  maxWidth: '100%',
  padding: '0 6px 0 4px',
  borderRadius: 4,
  fontSize: 12,
  lineHeight: '20px',
  whiteSpace: 'nowrap',
  verticalAlign: 'middle',
  '& svg': { width: 14, height: 14, flex: 'none' },
  ...Object.fromEntries(
    tones.map((tone) => [`&[data-tone="${tone}"]`, { color: v.tone[tone].ink, backgroundColor: v.tone[tone].ground }]),
  ),
  '@media (forced-colors: active)': { border: '1px solid' },
});

/** A state told by icon, text and tone. It is read, never pressed. */
export function Chip({ tone, icon: Icon, label, note }: ChipProps) {
  return (
    <Root data-tone={tone} title={note}>
      <Icon aria-hidden />
      <span>{label}</span>
      {note !== undefined && <span className="hw-sr">{note}</span>}
    </Root>
  );
}
