import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { menuGroups } from '../pages/registry';
import { MenuLink } from './MenuLink';
import { useMenu } from './registryContext';

const Groups = styled('div')({
  display: 'grid',
  gap: 12,
  '& ul': { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 2 },
  '& h2': { margin: 0, padding: '0 12px 4px', fontSize: 12, lineHeight: '20px', fontWeight: 400, color: 'inherit' },
  '& hr': { margin: '0 12px 8px', border: 0, borderTop: '1px solid #FFFFFF2E' },
});

interface MenuGroupsProps {
  readonly folded?: boolean;
  readonly onGo?: () => void;
}

/** The menu by groups; a group without a page for this viewer is left out. The group of one page needs no heading. */
export function MenuGroups({ folded = false, onGo }: MenuGroupsProps) {
  const t = useTranslate();
  const menu = useMenu();
  const groups = menuGroups.map((group) => ({ group, entries: menu.filter((entry) => entry.group === group) }));
  return (
    <Groups>
      {groups
        .filter(({ entries }) => entries.length > 0)
        .map(({ group, entries }, index) => (
          <div key={group}>
            {group !== 'home' && !folded && <h2>{t(`layout.group.${group}`)}</h2>}
            {folded && index > 0 && <hr />}
            <ul aria-label={t(`layout.group.${group}`)}>
              {entries.map((entry) => (
                <li key={entry.to}>
                  <MenuLink entry={entry} folded={folded} {...(onGo && { onGo })} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Groups>
  );
}
