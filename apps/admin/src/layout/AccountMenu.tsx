import AccountCircle from '@mui/icons-material/AccountCircleOutlined';
import Logout from '@mui/icons-material/LogoutOutlined';
import Person from '@mui/icons-material/PersonOutlined';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import { styled } from '@mui/material/styles';
import { useLogout, useTranslate } from 'ra-core';
import { useState } from 'react';
import { useViewer } from '../providers/session';
import { useGo } from '../shared/scope';
import { useIsPhone } from '../shared/useIsPhone';
import { useNotice } from '../shared/useNotice';
import { v } from '../theme/vars';
import { SettingsItems } from './SettingsItems';

const Who = styled('li')({
  padding: '8px 16px 12px',
  marginBottom: 4,
  borderBottom: `1px solid ${v.line}`,
  '& b': { display: 'block', fontWeight: 600 },
});

/** Who is signed in, at which units, and the way out. */
export function AccountMenu() {
  const t = useTranslate();
  const viewer = useViewer();
  const go = useGo();
  const phone = useIsPhone();
  const logout = useLogout();
  const notice = useNotice();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = t('layout.account', { name: viewer.name });
  const close = () => setAnchor(null);
  const signOut = () => {
    close();
    logout({}, '/login', false).catch(notice.failed);
  };
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <AccountCircle />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <Who role="none">
          <b>{viewer.name}</b>
          {viewer.grants.map((grant) => (
            <div key={grant.id} className="hw-meta">
              {t(`role.${grant.role}`)} · {grant.node.name}
            </div>
          ))}
        </Who>
        <MenuItem
          onClick={() => {
            close();
            go('/me');
          }}
        >
          <ListItemIcon>
            <Person fontSize="small" />
          </ListItemIcon>
          {t('layout.me')}
        </MenuItem>
        {phone && <SettingsItems />}
        <MenuItem onClick={signOut}>
          <ListItemIcon>
            <Logout fontSize="small" />
          </ListItemIcon>
          {t('layout.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
