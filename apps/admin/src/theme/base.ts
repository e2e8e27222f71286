import { light, type Tokens } from './tokens';
import { v, variables } from './vars';

/** Space left free at the edges that bars cover, so that what takes the focus is never under one. */
const bars = { top: 72, bottom: 72 };

const reducedMotion = {
  '*, *::before, *::after': {
    animationDuration: '0.01ms !important',
    animationIterationCount: '1 !important',
    transitionDuration: '0.01ms !important',
    scrollBehavior: 'auto !important',
  },
};

/** On paper: the page alone, in the light palette, from edge to edge. */
const paper = {
  '@page': { size: 'A4', margin: '14mm 12mm' },
  '@media print': {
    ':root': { ...variables(light, 'none'), colorScheme: 'light' },
    'body, #root > *': { backgroundColor: '#fff', fontSize: 12 },
    '[data-noprint], header [data-part="actions"]': { display: 'none !important' },
    main: { padding: '0 !important' },
    'tr, li': { breakInside: 'avoid' },
    thead: { display: 'table-header-group' },
    '*': { overflow: 'visible !important' },
  },
};

/** Styles of the page itself and the few classes that table cells share (a class costs nothing per cell, `sx` does). */
export function baseStyles(t: Tokens, shadow: string, scheme: 'light' | 'dark') {
  return {
    ':root': { ...variables(t, shadow), colorScheme: scheme },
    html: { scrollPaddingTop: bars.top, scrollPaddingBottom: bars.bottom },
    body: { backgroundColor: v.canvas, color: v.ink, fontFamily: 'var(--hw-font)', overflowWrap: 'break-word' },
    'h1, h2, h3, p, ul, ol, figure': { margin: 0 },
    'a:not([class])': { color: v.brand },
    ':focus-visible': { outline: `2px solid ${v.focus}`, outlineOffset: 2 },
    'main:focus-visible': { outline: 'none' },
    '.hw-num': { fontVariantNumeric: 'tabular-nums', textAlign: 'right', whiteSpace: 'nowrap' },
    '.hw-tabular': { fontVariantNumeric: 'tabular-nums' },
    '.hw-nowrap': { whiteSpace: 'nowrap' },
    '.hw-meta': { color: v.ink2, fontSize: 12, lineHeight: '20px' },
    '.hw-hint': { color: v.ink3 },
    '.hw-sr': {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
    '@media (prefers-reduced-motion: reduce)': reducedMotion,
    ...paper,
  };
}
