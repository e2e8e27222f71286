import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { dictionary } from './dictionary';
import { flatten, locales, type Locale } from './messages';

const entries = (locale: Locale) => dictionary.flatMap((part) => flatten(part[locale]));
const zh = new Map(entries('zh'));
const en = new Map(entries('en'));

/** The names of the values that a message takes, inside plurals and selects too. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (element: { type: number; value?: unknown; options?: Record<string, { value: unknown[] }> }) => {
    if (element.type >= 1 && element.type <= 6) names.add(String(element.value));
    for (const option of Object.values(element.options ?? {})) option.value.forEach((each) => visit(each as never));
  };
  new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst().forEach((element) => visit(element));
  return [...names].sort();
}

function sources(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/(messages|glossary|ra)\.ts$|\.spec\.tsx?$/.test(entry.name)
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

const code = sources(join(import.meta.dirname, '..')).join('\n');
/** Keys written out, and the beginnings of keys that are put together from a code. */
const written = new Set([...code.matchAll(/['"`]([a-z][\w]*(?:\.[\w]+)+)['"`]/gi)].map((match) => match[1]!));
const beginnings = [...code.matchAll(/`([a-z][\w]*(?:\.[\w]*)*\.)\$\{/gi)].map((match) => match[1]!);

const isUsed = (key: string) => written.has(key) || beginnings.some((beginning) => key.startsWith(beginning));

describe('the dictionary', () => {
  it.each(locales)('says each thing once in %s', (locale) => {
    const keys = entries(locale).map(([key]) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('has the same keys in both languages', () => {
    expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([]);
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
  });

  it('takes the same values in both languages', () => {
    const differing = [...zh].filter(([key, text]) => argumentsOf(text).join() !== argumentsOf(en.get(key) ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leaves no text empty', () => {
    const empty = [...zh, ...en].filter(([key, text]) => text.trim() === '' && key !== 'ra.boolean.null');
    expect(empty).toEqual([]);
  });

  it('keeps Chinese out of English', () => {
    expect([...en].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('puts a space between Chinese and Latin letters or digits', () => {
    const glued = [...zh].filter(([, text]) =>
      /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text.replace(/\{[^{}]*\}/g, ' ')),
    );
    expect(glued.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('holds no key that nothing uses', () => {
    const known = [...zh.keys()].filter((key) => !key.startsWith('ra.'));
    expect(known.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('holds every key that is used', () => {
    const used = [...code.matchAll(/(?:\bt\(|\blabel:)\s*['"]([^'"]+)['"]/g)].map((match) => match[1]!);
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((key) => !zh.has(key))).toEqual([]);
  });
});
