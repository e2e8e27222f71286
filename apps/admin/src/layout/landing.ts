import type { MenuEntry } from '../pages/registry';

/** Who works where first (console.md, section 1), told by what only they may do. */
const firstPages: readonly (readonly [permission: string, path: string])[] = [
  ['home.read', '/'],
  ['case.approve', '/queue'],
  ['audit.read', '/audit'],
  ['moneyHome.read', '/money'],
];

/** The page that a viewer lands on: the first of his that the console has, else whatever his menu starts with, else his own page. */
export function landingOf(menu: readonly MenuEntry[], may: (permission: string) => boolean): string {
  const paths = new Set(menu.map((entry) => entry.to.split('?')[0]));
  const own = firstPages.find(([permission, path]) => may(permission) && paths.has(path));
  return own?.[1] ?? menu[0]?.to ?? '/me';
}
