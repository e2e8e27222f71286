import type { Components, Theme } from '@mui/material/styles';
import { v } from './vars';

/** Devices that are touched need larger targets than those with a pointer. */
const phone = '@media (max-width: 599.95px)';

const ring = { outline: `2px solid ${v.focus}`, outlineOffset: 2 };

/** Buttons and other things to press: no capitals, no elevation, no ripple; 32 px high at least, 44 px on a phone. */
export const controls: Components<Theme> = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: { root: { '&:focus-visible': ring } },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, color: 'primary' },
    styleOverrides: {
      root: {
        minHeight: 36,
        padding: '6px 14px',
        textTransform: 'none',
        letterSpacing: 0,
        whiteSpace: 'nowrap',
        transition: 'background-color 120ms, border-color 120ms, color 120ms',
        [phone]: { minHeight: 44 },
        variants: [
          { props: { size: 'small' }, style: { minHeight: 32, padding: '4px 10px', fontSize: 14, [phone]: { minHeight: 44 } } },
          {
            props: { variant: 'outlined', color: 'primary' },
            style: {
              borderColor: v.lineStrong,
              color: v.ink,
              backgroundColor: v.surface,
              '&:hover': { borderColor: v.brand, backgroundColor: v.brandTint },
            },
          },
          { props: { variant: 'text' }, style: { fontWeight: 400 } },
          { props: { variant: 'outlined' }, style: { fontWeight: 400 } },
        ],
        '& .MuiButton-icon > svg': { fontSize: 18 },
      },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        width: 36,
        height: 36,
        borderRadius: 6,
        color: v.ink2,
        transition: 'background-color 120ms',
        '& svg': { fontSize: 20 },
        [phone]: { width: 44, height: 44 },
      },
    },
  },
  MuiToggleButtonGroup: { defaultProps: { size: 'small' } },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        minHeight: 32,
        padding: '4px 12px',
        textTransform: 'none',
        letterSpacing: 0,
        fontWeight: 400,
        color: v.ink2,
        borderColor: v.lineStrong,
        '&.Mui-selected': { color: v.ink, backgroundColor: v.brandTint, fontWeight: 600 },
        '&.Mui-selected:hover': { backgroundColor: v.brandTint },
        [phone]: { minHeight: 44 },
      },
    },
  },
  MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, color: v.lineStrong } } },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6, color: v.lineStrong } } },
  MuiLink: { defaultProps: { underline: 'hover' }, styleOverrides: { root: { borderRadius: 2 } } },
  MuiTabs: {
    styleOverrides: {
      root: { minHeight: 40, borderBottom: `1px solid ${v.line}` },
      indicator: { height: 2, transition: 'none' },
    },
  },
  MuiTab: {
    styleOverrides: {
      root: {
        minHeight: 40,
        minWidth: 0,
        padding: '8px 12px',
        textTransform: 'none',
        letterSpacing: 0,
        fontWeight: 400,
        color: v.ink2,
        '&.Mui-selected': { color: v.ink, fontWeight: 600 },
        '&:focus-visible': { ...ring, outlineOffset: -2 },
        [phone]: { minHeight: 44 },
      },
    },
  },
};
