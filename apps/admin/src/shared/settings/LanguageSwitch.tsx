import Translate from '@mui/icons-material/TranslateOutlined';
import Button from '@mui/material/Button';
import { useSetLocale, useTranslate } from 'ra-core';
import { languageNames, type Locale } from '../../i18n/messages';
import { useLocale } from '../format';

/** Switches to the other language, which the button names in that language. */
export function LanguageSwitch({ onSwitch }: { onSwitch?: (locale: Locale) => void }) {
  const t = useTranslate();
  const setLocale = useSetLocale();
  const other: Locale = useLocale() === 'zh' ? 'en' : 'zh';
  const choose = () => {
    setLocale(other);
    onSwitch?.(other);
  };
  return (
    <Button
      variant="text"
      color="secondary"
      startIcon={<Translate />}
      onClick={choose}
      lang={other}
      title={t('layout.switchLanguage')}
    >
      {languageNames[other]}
    </Button>
  );
}
