import { styled } from '@mui/material/styles';

const Svg = styled('svg')({ width: 28, height: 28, flex: 'none' });

/** The sign of the console: a spring that parts into streams. */
export function BrandMark() {
  return (
    <Svg viewBox="0 0 32 32" aria-hidden focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
        <circle cx="16" cy="6" r="2" fill="currentColor" stroke="none" />
        <path d="M16 6v20" />
        <path d="M16 12c0 6-8 4-8 11v3" />
        <path d="M16 12c0 6 8 4 8 11v3" />
      </g>
    </Svg>
  );
}
