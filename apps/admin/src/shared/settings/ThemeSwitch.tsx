import DarkMode from '@mui/icons-material/DarkModeOutlined';
import LightMode from '@mui/icons-material/LightModeOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'ra-core';
import { useTheme } from 'react-admin';

/** Light or dark; the system's choice until somebody makes one here. */
export function ThemeSwitch() {
  const t = useTranslate();
  const [theme, setTheme] = useTheme();
  const other = theme === 'dark' ? 'light' : 'dark';
  const label = t(`layout.theme.${other}`);
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={() => setTheme(other)}>
        {other === 'dark' ? <DarkMode /> : <LightMode />}
      </IconButton>
    </Tooltip>
  );
}
