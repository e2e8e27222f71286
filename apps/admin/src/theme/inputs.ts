import type { Components, Theme } from '@mui/material/styles';
import { v } from './vars';

const phone = '@media (max-width: 599.95px)';

/** The label stands above its field, so the outline needs no notch for it. */
const closedOutline = { top: 0, '& legend': { display: 'none' } };

/** Fields: outlined on the surface, label above, 36 px high; 16 px text on a phone, below which iOS zooms in on focus. */
export const inputs: Components<Theme> = {
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'none', size: 'small', fullWidth: true } },
  MuiFormControl: {
    defaultProps: { variant: 'outlined', margin: 'none', size: 'small', fullWidth: true },
    styleOverrides: { root: { gap: 4 } },
  },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: {
        position: 'static',
        transform: 'none',
        maxWidth: 'none',
        fontSize: 14,
        lineHeight: '22px',
        color: v.ink2,
        whiteSpace: 'normal',
        pointerEvents: 'auto',
        '&.Mui-focused': { color: v.ink2 },
        '&.Mui-error': { color: v.tone.trouble.ink },
      },
    },
  },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        backgroundColor: v.surface,
        '& .MuiOutlinedInput-notchedOutline': { ...closedOutline, borderColor: v.lineStrong },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: v.ink2 },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: v.focus, borderWidth: 2 },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: v.tone.trouble.ink },
        '&.Mui-disabled': { backgroundColor: v.sunken },
      },
      input: {
        height: 'auto',
        padding: '6px 10px',
        lineHeight: '22px',
        minHeight: 22,
        '&::placeholder': { color: v.ink3, opacity: 1 },
        '&:focus-visible': { outline: 'none' },
        [phone]: { fontSize: 16, padding: '10px 12px' },
      },
      multiline: { padding: 0 },
    },
  },
  MuiSelect: { styleOverrides: { select: { '&:focus-visible': { outline: 'none' } } } },
  MuiFormHelperText: {
    styleOverrides: {
      root: {
        margin: 0,
        fontSize: 12,
        lineHeight: '20px',
        color: v.ink3,
        '&.Mui-error': { color: v.tone.trouble.ink },
        // React-admin keeps a blank line under every field; rows of a form are spaced by the form instead.
        '&:empty': { display: 'none' },
      },
    },
  },
  MuiFormLabel: { styleOverrides: { asterisk: { color: v.tone.trouble.ink } } },
  MuiInputAdornment: { styleOverrides: { root: { color: v.ink3 } } },
};
