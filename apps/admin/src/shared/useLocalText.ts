import { useLocale } from './format';

/** A text that the API gives in both languages. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** Reads the API's bilingual texts in the language in force. */
export function useLocalText(): (text: LocalText) => string {
  const locale = useLocale();
  return (text) => text[locale];
}
