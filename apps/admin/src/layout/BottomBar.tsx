import MoreHoriz from '@mui/icons-material/MoreHorizOutlined';
import Drawer from '@mui/material/Drawer';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { MenuEntry } from '../pages/registry';
import { useMay } from '../providers/session';
import { useScopedPath } from '../shared/scope';
import { dark } from '../theme/tokens';
import { v } from '../theme/vars';
import { landingOf } from './landing';
import { MenuGroups } from './MenuGroups';
import { useCurrentEntry } from './MenuLink';
import { useMenu } from './registryContext';

const AT_HAND = 4;

const Bar = styled('nav')({
  '--hw-focus': dark.focus,
  position: 'fixed',
  insetInline: 0,
  bottom: 0,
  zIndex: 10,
  display: 'flex',
  color: v.onRail,
  backgroundColor: v.rail,
  paddingBottom: 'env(safe-area-inset-bottom)',
  '& a, & button': {
    flex: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 2,
    minHeight: 56,
    padding: '4px 2px',
    border: 0,
    color: 'inherit',
    background: 'none',
    font: 'inherit',
    fontSize: 12,
    lineHeight: '14px',
    textDecoration: 'none',
    textAlign: 'center',
  },
  '& span': { maxWidth: '100%' },
  '& svg': { width: 22, height: 22 },
  '& [aria-current="page"]': { color: '#FFFFFF', fontWeight: 600, boxShadow: 'inset 0 2px #5CC2B8' },
  '& :focus-visible': { outlineOffset: -4 },
});

const Paper = styled('div')({
  padding: '16px 8px calc(16px + env(safe-area-inset-bottom))',
  color: v.onRail,
  backgroundColor: v.rail,
  '--hw-focus': dark.focus,
});

function Tab({ entry }: { entry: MenuEntry }) {
  const t = useTranslate();
  const scoped = useScopedPath();
  const current = useCurrentEntry();
  const Icon = entry.icon;
  return (
    <Link to={scoped(entry.to)} aria-current={current === entry.to ? 'page' : undefined}>
      <Icon aria-hidden />
      <span>{t(entry.label)}</span>
    </Link>
  );
}

/** The page that the viewer lands on, then those with a key of their own: they are the ones that people go to most. */
function atHand(menu: readonly MenuEntry[], landing: string): readonly MenuEntry[] {
  const rank = (entry: MenuEntry) => (entry.to === landing ? 0 : entry.goKey === undefined ? 2 : 1);
  return [...menu].sort((a, b) => rank(a) - rank(b)).slice(0, AT_HAND);
}

/** The menu on a phone: four pages at hand, all of them one tap further. */
export function BottomBar() {
  const t = useTranslate();
  const menu = useMenu();
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <Bar data-noprint aria-label={t('layout.menu')}>
      {atHand(menu, landingOf(menu, may)).map((entry) => (
        <Tab key={entry.to} entry={entry} />
      ))}
      {menu.length > AT_HAND && (
        <button type="button" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
          <MoreHoriz aria-hidden />
          <span>{t('layout.more')}</span>
        </button>
      )}
      <Drawer
        anchor="bottom"
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('layout.menu') } }}
      >
        <Paper>
          <MenuGroups onGo={() => setOpen(false)} />
        </Paper>
      </Drawer>
    </Bar>
  );
}
