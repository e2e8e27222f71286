import { styled } from '@mui/material/styles';
import { dark } from '../../theme/tokens';

const Svg = styled('svg')({ position: 'absolute', inset: 0, width: '100%', height: '100%' });

/** Where the source parts: one stream set by its own bead, one behind a gate, one that runs dry. */
export function Streams() {
  const water = dark.brand;
  return (
    <Svg viewBox="0 0 400 720" preserveAspectRatio="xMidYMid slice" aria-hidden focusable="false">
      <g fill="none" stroke={water} strokeWidth="2" opacity="0.75">
        <path d="M200 150V520" />
        <path d="M200 250C200 330 110 300 110 380V500" />
        <path d="M200 250C200 330 290 300 290 380V440" />
        <path d="M290 440V530" strokeDasharray="6 6" />
        <path d="M110 420C110 470 60 460 60 510V540" />
        <path d="M110 420C110 470 150 460 150 510V530" />
      </g>
      <circle cx="200" cy="150" r="7" fill={water} />
      <circle cx="110" cy="400" r="7" fill={dark.tones.own.ink} />
      <rect x="190" y="352" width="20" height="8" rx="2" fill={water} />
    </Svg>
  );
}
