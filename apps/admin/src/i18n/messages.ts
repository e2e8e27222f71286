/** The console's two languages; 简体中文 is the one that the chain works in. */
export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** What browsers, screen readers and `Intl` call them. */
export const languageTag: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

/** Each language by its own name. */
export const languageNames: Readonly<Record<Locale, string>> = { zh: '简体中文', en: 'English' };

/** A tree of ICU messages; the path to a leaf, joined by dots, is its key. */
export interface Messages {
  readonly [key: string]: string | Messages;
}

type SameKeys<M> = { readonly [K in keyof M]: M[K] extends string ? string : SameKeys<M[K]> };

export interface Bilingual {
  readonly zh: Messages;
  readonly en: Messages;
}

/** Both languages of one part, side by side: a key that one of them lacks or has too much is a compile error. */
export function defineMessages<Z extends Messages>(both: { readonly zh: Z; readonly en: SameKeys<NoInfer<Z>> }): Bilingual {
  return both;
}

/** Parts as one; each has keys of its own. */
export const joined = (...parts: readonly Bilingual[]): Bilingual => ({
  zh: Object.assign({}, ...parts.map(({ zh }) => zh)) as Messages,
  en: Object.assign({}, ...parts.map(({ en }) => en)) as Messages,
});

/** `{a: {b: 'x'}}` → `[['a.b', 'x']]`. */
export function flatten(messages: Messages, prefix = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}
