import { useCallback } from 'react';
import { useLocale } from './format';

/** A text that the API gives in both languages. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** Reads the API's bilingual texts in the language in force; the same function until that changes. */
export function useLocalText(): (text: LocalText) => string {
  const locale = useLocale();
  return useCallback((text) => text[locale], [locale]);
}
