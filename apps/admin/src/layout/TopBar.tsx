import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { LanguageSwitch, ThemeSwitch } from '../shared/settings';
import { useIsPhone } from '../shared/useIsPhone';
import { v } from '../theme/vars';
import { AccountMenu } from './AccountMenu';
import { PhoneSearch } from './PhoneSearch';
import { ScopePicker } from './ScopePicker';
import { SearchBox } from './SearchBox';
import { useSaveLanguage } from './useSaveLanguage';

const Root = styled('header')({
  position: 'sticky',
  top: 0,
  zIndex: 9,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 56,
  padding: '0 24px',
  backgroundColor: v.surface,
  borderBottom: `1px solid ${v.line}`,
  '& [data-part="scope"]': { flex: '0 1 auto', minWidth: 0, display: 'flex' },
  '& [data-part="search"]': { flex: '1 1 240px', maxWidth: 360, minWidth: 160, marginLeft: 'auto' },
  '& [data-part="search"] .MuiOutlinedInput-root': { padding: '0 10px' },
  '& [data-part="search"] .MuiOutlinedInput-root .MuiAutocomplete-input': { padding: '6px 0' },
  '@media (max-width: 599.95px)': { padding: '0 8px', gap: 4, '& [data-part="scope"]': { flex: 1 } },
});

/** Where all of it looks: scope; and what is at hand on every page: search, language, theme, account. */
export function TopBar({ onKeys }: { onKeys: () => void }) {
  const t = useTranslate();
  const phone = useIsPhone();
  const saveLanguage = useSaveLanguage();
  return (
    <Root data-noprint>
      <div data-part="scope">
        <ScopePicker />
      </div>
      {phone ? (
        <PhoneSearch />
      ) : (
        <>
          <div data-part="search">
            <SearchBox />
          </div>
          <Tooltip title={t('layout.keys.open')}>
            <IconButton aria-label={t('layout.keys.open')} onClick={onKeys}>
              <KeyboardOutlined />
            </IconButton>
          </Tooltip>
          <LanguageSwitch onSwitch={saveLanguage} />
          <ThemeSwitch />
        </>
      )}
      <AccountMenu />
    </Root>
  );
}
