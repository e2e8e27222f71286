import Tooltip from '@mui/material/Tooltip';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { Link, useLocation } from 'react-router';
import type { MenuEntry } from '../pages/registry';
import { useScopedPath } from '../shared/scope';
import { useMenu } from './registryContext';

const Item = styled(Link)({
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 36,
  padding: '0 12px',
  borderRadius: 6,
  color: 'inherit',
  textDecoration: 'none',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  transition: 'background-color 120ms',
  '& svg': { width: 20, height: 20, flex: 'none' },
  '&:hover': { backgroundColor: '#FFFFFF14' },
  '&[aria-current="page"]': { color: '#FFFFFF', backgroundColor: '#FFFFFF1F', fontWeight: 600 },
  // The stream runs past the page that is open.
  '&[aria-current="page"]::before': {
    content: '""',
    position: 'absolute',
    insetBlock: 8,
    left: 0,
    width: 2,
    borderRadius: 1,
    backgroundColor: '#5CC2B8',
  },
  '@media (max-width: 599.95px)': { minHeight: 44 },
});

const pathOf = (to: string) => to.split('?')[0] ?? to;

/** Whether the page shown is the entry's own or one below it. */
function holds(pathname: string, to: string): boolean {
  const path = pathOf(to);
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
}

/** The one entry that the page shown belongs to: of `/money` and `/money/costs`, the nearer. */
export function useCurrentEntry(): string | null {
  const menu = useMenu();
  const { pathname } = useLocation();
  const candidates = menu.map((entry) => entry.to).filter((to) => holds(pathname, to));
  return candidates.reduce<string | null>((best, to) => (best === null || to.length > best.length ? to : best), null);
}

interface MenuLinkProps {
  readonly entry: MenuEntry;
  /** Icons alone; the name is a tooltip and stays readable for screen readers. */
  readonly folded?: boolean;
  readonly onGo?: () => void;
}

export function MenuLink({ entry, folded = false, onGo }: MenuLinkProps) {
  const t = useTranslate();
  const scoped = useScopedPath();
  const current = useCurrentEntry();
  const Icon = entry.icon;
  const name = t(entry.label);
  return (
    <Tooltip title={folded ? name : ''} placement="right">
      <Item to={scoped(entry.to)} aria-current={current === entry.to ? 'page' : undefined} onClick={onGo}>
        <Icon aria-hidden />
        <span className={folded ? 'hw-sr' : undefined}>{name}</span>
      </Item>
    </Tooltip>
  );
}
