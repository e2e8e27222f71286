import type { RaThemeOptions } from 'react-admin';
import { baseStyles } from './base';
import { controls } from './controls';
import { inputs } from './inputs';
import { reactAdmin } from './reactAdmin';
import { surfaces } from './surfaces';
import { tables } from './tables';
import { tokens, type Mode, type Tokens } from './tokens';

/** Rail, unfolded and folded. */
export const railWidth = { open: 216, folded: 56 } as const;

const shadows: Readonly<Record<Mode, string>> = { light: '0 8px 28px #16282B2E', dark: '0 8px 28px #00000099' };

const text = (size: number, line: number, weight: 400 | 600 = 400) => ({
  fontSize: size,
  lineHeight: `${line}px`,
  fontWeight: weight,
  letterSpacing: 0,
});

/** Five sizes, two weights (YaHei has no 500): page title, section, emphasised line, key figure, body, meta. */
const typography = {
  fontFamily: 'var(--hw-font)',
  fontWeightRegular: 400,
  fontWeightMedium: 600,
  fontWeightBold: 600,
  h1: text(20, 28, 600),
  h2: text(16, 24, 600),
  h3: text(14, 22, 600),
  h4: { ...text(28, 36, 600), fontVariantNumeric: 'tabular-nums' },
  h5: text(20, 28, 600),
  h6: text(16, 24, 600),
  subtitle1: text(14, 22, 600),
  subtitle2: text(12, 20, 600),
  body1: text(14, 22),
  body2: text(14, 22),
  caption: text(12, 20),
  overline: { ...text(12, 20, 600), textTransform: 'none' as const },
  button: { ...text(14, 22, 600), textTransform: 'none' as const },
};

function palette(t: Tokens, mode: Mode): RaThemeOptions['palette'] {
  return {
    mode,
    primary: { main: t.brand, dark: t.brand, light: t.brand, contrastText: t.onBrand },
    secondary: { main: t.ink, contrastText: t.surface },
    error: { main: t.danger, contrastText: t.onDanger },
    warning: { main: t.tones.act.ink, contrastText: t.tones.act.ground },
    info: { main: t.tones.wait.ink, contrastText: t.tones.wait.ground },
    success: { main: t.tones.good.ink, contrastText: t.tones.good.ground },
    background: { default: t.canvas, paper: t.surface },
    text: { primary: t.ink, secondary: t.ink2, disabled: t.ink3 },
    divider: t.line,
    bulkActionsToolbarBackgroundColor: t.brandTint,
  };
}

function build(mode: Mode): RaThemeOptions {
  const t = tokens[mode];
  return {
    palette: palette(t, mode),
    typography,
    spacing: 4,
    shape: { borderRadius: 6 },
    sidebar: { width: railWidth.open, closedWidth: railWidth.folded },
    components: {
      ...controls,
      ...inputs,
      ...surfaces,
      ...tables,
      ...reactAdmin,
      MuiCssBaseline: { styleOverrides: baseStyles(t, shadows[mode], mode) },
    },
  };
}

export const theme = build('light');
export const darkTheme = build('dark');
