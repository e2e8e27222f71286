import { join, type Flaw, type Shape } from '../check/shape.js';
import type { TextRule } from '../kinds/field.js';
import { languages, type Language, type Text } from '../values/text.js';
import { placeholderNames } from './placeholders.js';
import { render } from './render.js';
import { hasLooseBrace, namesIn } from './template.js';
import { longestValues } from './values.js';

const lengthOf = (template: string, language: Language): number =>
  Array.from(render(template.trim(), longestValues, language) ?? '').length;

/** A placeholder stands at the end of the path, in its braces. */
const unknownNames = (template: string, path: string): Flaw[] =>
  namesIn(template)
    .filter((name) => !placeholderNames.includes(name))
    .map((name) => ({ code: 'UNKNOWN_PLACEHOLDER', path: join(path, `{${name}}`), allowed: { oneOf: placeholderNames } }));

/** What is wrong with a template in one language: braces, placeholders, and how long it can become. */
export const template =
  ({ maxLength }: TextRule, language: Language): Shape =>
  (value, path) => {
    if (typeof value !== 'string') return [{ code: 'WRONG_TYPE', path, allowed: { type: 'string' } }];
    if (hasLooseBrace(value)) return [{ code: 'UNCLOSED_BRACE', path, allowed: { oneOf: placeholderNames } }];
    const unknown = unknownNames(value, path);
    if (unknown.length > 0) return unknown;
    return lengthOf(value, language) > maxLength ? [{ code: 'OUT_OF_BOUNDS', path, allowed: { min: 0, maxLength } }] : [];
  };

/** A text is said in both languages, or in none. */
export function inBothLanguages(text: Text, path: string): Flaw[] {
  const blank = languages.filter((language) => text[language].trim() === '');
  return blank.length === 1 ? blank.map((each) => ({ code: 'LANGUAGE_MISSING', path: join(path, each), allowed: null })) : [];
}
