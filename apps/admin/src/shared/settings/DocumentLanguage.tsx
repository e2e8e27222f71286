import { useEffect } from 'react';
import { languageTag } from '../../i18n/messages';
import { useLocale } from '../format';

/** Tells the browser which language the page is in: fonts, hyphens, and how it is read aloud follow. */
export function DocumentLanguage() {
  const locale = useLocale();
  useEffect(() => {
    document.documentElement.lang = languageTag[locale];
  }, [locale]);
  return null;
}
