import type { Components, Theme } from '@mui/material/styles';
import { v } from './vars';

/** Rows of 40 px, or 32 px where the density is small; figures stand in columns. */
export const tables: Components<Theme> = {
  MuiTableCell: {
    styleOverrides: {
      root: { padding: '8px 12px', fontSize: 14, lineHeight: '22px', borderBottom: `1px solid ${v.line}`, color: v.ink },
      sizeSmall: { padding: '4px 12px' },
      head: {
        color: v.ink2,
        fontSize: 12,
        lineHeight: '20px',
        fontWeight: 600,
        backgroundColor: v.surface,
        whiteSpace: 'nowrap',
      },
    },
  },
  MuiTableRow: {
    styleOverrides: {
      root: {
        '&.MuiTableRow-hover:hover': { backgroundColor: v.sunken },
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: v.brandTint },
      },
    },
  },
  MuiTableSortLabel: { styleOverrides: { root: { '&.Mui-active': { color: v.ink } } } },
};
