import type { RaThemeOptions } from 'react-admin';
import { v } from './vars';

/** What react-admin draws itself, brought to the same look as the console's own parts. */
export const reactAdmin: RaThemeOptions['components'] = {
  RaLayout: {
    styleOverrides: {
      root: { minWidth: 0, backgroundColor: v.canvas, '& .RaLayout-content': { padding: 24, backgroundColor: v.canvas } },
    },
  },
  RaAppBar: {
    styleOverrides: {
      root: { backgroundColor: v.surface, color: v.ink, borderBottom: `1px solid ${v.line}`, boxShadow: 'none' },
    },
  },
  RaMenuItemLink: {
    styleOverrides: {
      root: {
        minHeight: 40,
        margin: '0 8px',
        padding: '0 12px',
        borderRadius: 6,
        color: v.onRail,
        '& .RaMenuItemLink-icon': { minWidth: 32, color: 'inherit' },
        '&:hover': { backgroundColor: '#FFFFFF14' },
        '&.RaMenuItemLink-active': { color: '#FFFFFF', backgroundColor: '#FFFFFF1F', fontWeight: 600 },
      },
    },
  },
  RaList: {
    styleOverrides: {
      root: {
        '& .RaList-main': { gap: 16 },
        '& .RaList-content': { border: `1px solid ${v.line}`, boxShadow: 'none', overflow: 'hidden' },
      },
    },
  },
  RaDataTable: {
    styleOverrides: {
      root: {
        '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
        '& .RaDataTable-headerCell': { position: 'sticky', top: 0, zIndex: 2 },
        '& .RaDataTable-rowCell': { fontVariantNumeric: 'tabular-nums' },
        '& .RaDataTable-table td:first-of-type, & .RaDataTable-table th:first-of-type': {
          position: 'sticky',
          left: 0,
          backgroundColor: 'inherit',
        },
        '& .RaDataTable-row': { backgroundColor: v.surface },
      },
    },
  },
  RaBulkActionsToolbar: {
    styleOverrides: {
      root: { '& .RaBulkActionsToolbar-toolbar': { backgroundColor: v.brandTint, color: v.ink, transition: 'none' } },
    },
  },
  RaEmpty: {
    styleOverrides: {
      root: { '& .RaEmpty-message': { color: v.ink2 }, '& .RaEmpty-icon': { width: 40, height: 40, color: v.ink3 } },
    },
  },
  RaSidebar: { styleOverrides: { root: { '& .RaSidebar-paper': { backgroundColor: v.rail } } } },
};
