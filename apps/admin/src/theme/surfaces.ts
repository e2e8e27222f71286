import type { Components, Theme } from '@mui/material/styles';
import { v } from './vars';

const overlay = { border: `1px solid ${v.line}`, boxShadow: v.shadow, backgroundImage: 'none' };

/** Sheets with a line and no shadow; only what floats over the page casts one. */
export const surfaces: Components<Theme> = {
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: { root: { backgroundImage: 'none', backgroundColor: v.surface } },
  },
  MuiCard: { styleOverrides: { root: { border: `1px solid ${v.line}` } } },
  MuiPopover: { styleOverrides: { paper: overlay } },
  MuiAutocomplete: {
    styleOverrides: {
      paper: { ...overlay, marginTop: 4 },
      option: { minHeight: 36 },
    },
  },
  MuiMenu: { styleOverrides: { paper: overlay, list: { padding: 4 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        minHeight: 36,
        borderRadius: 4,
        fontSize: 14,
        '&:focus-visible': { outlineOffset: -2 },
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: v.brandTint },
        '@media (max-width: 599.95px)': { minHeight: 44 },
      },
    },
  },
  MuiDialog: {
    defaultProps: { transitionDuration: 120 },
    styleOverrides: {
      paper: { ...overlay, borderRadius: 6, '@media (max-width: 599.95px)': { margin: 16, width: 'calc(100% - 32px)' } },
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { padding: '20px 24px 8px', fontSize: 20, lineHeight: '28px', fontWeight: 600 } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 24px' } } },
  MuiDialogActions: {
    styleOverrides: { root: { padding: '16px 24px 20px', gap: 8, '& > :not(style) ~ :not(style)': { marginLeft: 0 } } },
  },
  MuiBackdrop: {
    styleOverrides: { root: { backgroundColor: '#0A121480', '&.MuiBackdrop-invisible': { backgroundColor: 'transparent' } } },
  },
  MuiDrawer: {
    defaultProps: { transitionDuration: 200 },
    styleOverrides: { paper: { border: 0, borderLeft: `1px solid ${v.line}`, boxShadow: v.shadow, backgroundImage: 'none' } },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 300, arrow: false },
    styleOverrides: {
      tooltip: {
        backgroundColor: v.ink,
        color: v.surface,
        fontSize: 12,
        lineHeight: '20px',
        fontWeight: 400,
        padding: '4px 8px',
        maxWidth: 320,
      },
    },
  },
  MuiAlert: {
    defaultProps: { variant: 'standard' },
    styleOverrides: {
      root: {
        padding: '8px 12px',
        fontSize: 14,
        lineHeight: '22px',
        alignItems: 'flex-start',
        '& .MuiAlert-icon': { color: 'inherit', fontSize: 20, padding: '1px 0', marginRight: 8, opacity: 1 },
        '& .MuiAlert-message': { padding: 0, minWidth: 0 },
        '& .MuiAlert-action': { padding: 0, margin: '-3px 0 -3px auto' },
        variants: (
          [
            ['error', 'trouble'],
            ['warning', 'act'],
            ['info', 'wait'],
            ['success', 'good'],
          ] as const
        ).map(([severity, tone]) => ({
          props: { severity },
          style: { color: v.tone[tone].ink, backgroundColor: v.tone[tone].ground },
        })),
      },
    },
  },
  MuiSnackbarContent: { styleOverrides: { root: { backgroundColor: v.ink, color: v.surface, boxShadow: v.shadow } } },
  MuiDivider: { styleOverrides: { root: { borderColor: v.line } } },
  MuiSkeleton: { defaultProps: { animation: false }, styleOverrides: { root: { backgroundColor: v.line, borderRadius: 4 } } },
  MuiLinearProgress: { styleOverrides: { root: { height: 2, backgroundColor: 'transparent' } } },
};
