import { IntlMessageFormat } from 'intl-messageformat';
import type { I18nProvider } from 'ra-core';
import { flatten, languageNames, languageTag, locales, type Bilingual, type Locale } from './messages';

type Values = Record<string, unknown>;

/** One language: formats a key's ICU message, each pattern parsed once. */
class Catalog {
  private readonly parsed = new Map<string, IntlMessageFormat>();
  private readonly texts: ReadonlyMap<string, string>;

  constructor(
    private readonly locale: Locale,
    parts: readonly Bilingual[],
  ) {
    this.texts = new Map(parts.flatMap((part) => flatten(part[locale])));
  }

  translate(key: string, values: Values): string {
    const fallback = typeof values['_'] === 'string' ? values['_'] : key;
    return this.format(this.texts.get(key) ?? fallback, values);
  }

  /** A message that lacks a value is shown as it is written: a page that says something odd is better than none. */
  private format(pattern: string, values: Values): string {
    if (!pattern.includes('{')) return pattern;
    try {
      return String(this.parse(pattern).format(values));
    } catch (error) {
      console.error(`Message cannot be formatted: ${pattern}`, error);
      return pattern;
    }
  }

  private parse(pattern: string): IntlMessageFormat {
    let format = this.parsed.get(pattern);
    if (!format) {
      format = new IntlMessageFormat(pattern, languageTag[this.locale], undefined, { ignoreTag: true });
      this.parsed.set(pattern, format);
    }
    return format;
  }
}

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** The first of the browser's languages that the console has, 简体中文 where it has none of them. */
export function preferredLocale(languages: readonly string[]): Locale {
  const known = languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLocale);
  return known ?? 'zh';
}

/** React-admin's i18n over ICU messages: plurals, `{n, number}`, `{x, select, …}`; see {@link defineMessages}. */
export function createI18nProvider(parts: readonly Bilingual[], initial: Locale): I18nProvider {
  const catalogs: Readonly<Record<Locale, Catalog>> = { zh: new Catalog('zh', parts), en: new Catalog('en', parts) };
  let current = initial;
  return {
    translate: (key: string, values: Values = {}) => catalogs[current].translate(key, values),
    changeLocale: (locale: string) => {
      if (isLocale(locale)) current = locale;
      return Promise.resolve();
    },
    getLocale: () => current,
    getLocales: () => locales.map((locale) => ({ locale, name: languageNames[locale] })),
  };
}
