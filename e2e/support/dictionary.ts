import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';

export type Locale = 'zh' | 'en';
export const locales: readonly Locale[] = ['zh', 'en'];

interface Texts {
  readonly [key: string]: string | Texts;
}
type Bilingual = Readonly<Record<Locale, Texts>>;

const workspace = (from: string): string => (existsSync(join(from, 'nx.json')) ? from : workspace(dirname(from)));
const sources = join(workspace(dirname(fileURLToPath(import.meta.url))), 'apps/admin/src');

/** Folders whose keys begin otherwise than they are called. */
const named: Readonly<Record<string, string>> = { coverageBoard: 'coverage' };

const pages = readdirSync(join(sources, 'pages')).filter((folder) => existsSync(join(sources, 'pages', folder, 'messages.ts')));

/** Message files of the console by the first part of their keys; the shared ones carry theirs themselves. */
const files: readonly (readonly [prefix: string, file: string, name: string])[] = [
  ['', 'i18n/glossary.ts', 'glossary'],
  ['', 'shared/messages.ts', 'sharedMessages'],
  ['', 'shared/rules/messages.ts', 'rulesMessages'],
  ['', 'shared/assign/messages.ts', 'assignMessages'],
  ['', 'shared/changeSet/messages.ts', 'changeSetMessages'],
  ['', 'shared/chips/messages.ts', 'chipMessages'],
  ['', 'layout/messages.ts', 'layoutMessages'],
  ...pages.map((folder) => [named[folder] ?? folder, `pages/${folder}/messages.ts`, 'messages'] as const),
];

function flatten(texts: Texts, prefix: string): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}

async function load(locale: Locale): Promise<ReadonlyMap<string, string>> {
  const parts = files.map(async ([prefix, file, name]) => {
    const module = (await import(pathToFileURL(join(sources, file)).href)) as Record<string, Bilingual | undefined>;
    const texts = module[name]?.[locale];
    if (texts === undefined) throw new Error(`${file} has no ${name}`);
    return flatten(texts, prefix === '' ? '' : `${prefix}.`);
  });
  return new Map((await Promise.all(parts)).flat());
}

/** The console's own words, so that a test names a button as the page does and says them nowhere again. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

const tags = { zh: 'zh-CN', en: 'en' } as const;

/** @throws Error for a key that the console does not have */
export async function wordsOf(locale: Locale): Promise<Say> {
  const texts = await load(locale);
  return (key, values = {}) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`the console has no text ${key}`);
    return String(new IntlMessageFormat(text, tags[locale], undefined, { ignoreTag: true }).format(values));
  };
}
