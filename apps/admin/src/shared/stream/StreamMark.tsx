import Lock from '@mui/icons-material/LockOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { v } from '../../theme/vars';

/** `flow`: the rule runs through unchanged. `own`: the unit sets its own. `gate`: the unit locks it for all below. */
export type StreamKind = 'flow' | 'own' | 'gate';
export type StreamLine = 'solid' | 'dashed' | 'none';

export interface StreamMarkProps {
  readonly mark: StreamKind;
  /** The line from the unit above; `none` at the source. */
  readonly above?: StreamLine;
  /** The line to the units below; `none` at the end. */
  readonly below?: StreamLine;
}

const Box = styled('span')({
  position: 'relative',
  display: 'block',
  flex: 'none',
  alignSelf: 'stretch',
  width: 20,
  minHeight: 22,
  '--at': '11px',
});

const Line = styled('span')({
  position: 'absolute',
  left: 9,
  width: 0,
  borderLeft: `2px solid ${v.brand}`,
  '&[data-part="above"]': { top: 0, height: 'var(--at)' },
  '&[data-part="below"]': { top: 'var(--at)', bottom: 0 },
  '&[data-line="dashed"]': { borderLeftStyle: 'dashed', borderLeftColor: v.tone.trouble.ink },
});

const Bead = styled('span')({
  position: 'absolute',
  left: 5,
  top: 'calc(var(--at) - 5px)',
  width: 10,
  height: 10,
  borderRadius: 5,
  backgroundColor: v.tone.own.ink,
});

const Gate = styled('span')({
  position: 'absolute',
  left: 1,
  top: 'calc(var(--at) - 9px)',
  width: 18,
  height: 18,
  display: 'grid',
  placeItems: 'center',
  borderRadius: 4,
  color: v.surface,
  backgroundColor: v.brand,
  '& svg': { width: 12, height: 12 },
});

/** One unit's piece of the stream: stands in a row's first cell or before a line of a list, as high as its row. */
export function StreamMark({ mark, above = 'solid', below = 'solid' }: StreamMarkProps) {
  const t = useTranslate();
  return (
    <Box>
      {above !== 'none' && <Line data-part="above" data-line={above} />}
      {below !== 'none' && <Line data-part="below" data-line={below} />}
      {mark === 'own' && <Bead />}
      {mark === 'gate' && (
        <Gate>
          <Lock aria-hidden />
        </Gate>
      )}
      {mark !== 'flow' && <span className="hw-sr">{t(`shared.stream.${mark}`)}</span>}
    </Box>
  );
}
