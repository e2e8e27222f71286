import DarkMode from '@mui/icons-material/DarkModeOutlined';
import LightMode from '@mui/icons-material/LightModeOutlined';
import Translate from '@mui/icons-material/TranslateOutlined';
import ListItemIcon from '@mui/material/ListItemIcon';
import MenuItem from '@mui/material/MenuItem';
import { useSetLocale, useTranslate } from 'ra-core';
import { useTheme } from 'react-admin';
import { useLocale } from '../shared/format';
import { languageNames } from '../i18n/messages';
import { useSaveLanguage } from './useSaveLanguage';

/** Language and theme in the account's menu, where the top bar has no room for them. */
export function SettingsItems() {
  const t = useTranslate();
  const setLocale = useSetLocale();
  const saveLanguage = useSaveLanguage();
  const [theme, setTheme] = useTheme();
  const other = useLocale() === 'zh' ? 'en' : 'zh';
  const otherTheme = theme === 'dark' ? 'light' : 'dark';
  const Icon = otherTheme === 'dark' ? DarkMode : LightMode;
  const switchLanguage = () => {
    setLocale(other);
    saveLanguage(other);
  };
  return (
    <div role="none">
      <MenuItem onClick={switchLanguage} lang={other}>
        <ListItemIcon>
          <Translate fontSize="small" />
        </ListItemIcon>
        {languageNames[other]}
      </MenuItem>
      <MenuItem onClick={() => setTheme(otherTheme)}>
        <ListItemIcon>
          <Icon fontSize="small" />
        </ListItemIcon>
        {t(`layout.theme.${otherTheme}`)}
      </MenuItem>
    </div>
  );
}
