import type { Locale } from '../../i18n/messages';
import type { LocalText } from '../useLocalText';
import type { RuleField } from './documents';

const token = /\{([^{}]*)\}/gu;

const named: Readonly<Record<Locale, (name: LocalText) => string>> = {
  zh: ({ zh }) => `〔${zh}〕`,
  en: ({ en }) => `[${en}]`,
};

/** A template with its placeholders said by their names; those that are none stay as they were written. */
export const templateWords = (template: string, { placeholders }: RuleField, language: Locale): string =>
  template.replaceAll(token, (whole, name: string) => {
    const known = placeholders?.find((each) => each.name === name);
    return known ? named[language](known.label) : whole;
  });

/** What is wrong with a template as it is typed: a name that is no value's, or a brace that does not pair; null: nothing. */
export function templateFlaw(template: string, { placeholders }: RuleField): { readonly unknown: string } | 'loose' | null {
  if (/[{}]/u.test(template.replaceAll(token, ''))) return 'loose';
  const names = [...template.matchAll(token)].map(([, name = '']) => name);
  const unknown = names.find((name) => !placeholders?.some((each) => each.name === name));
  return unknown === undefined ? null : { unknown };
}
