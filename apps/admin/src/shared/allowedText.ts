import type { TranslateFunction } from 'ra-core';
import type { Formats } from './format';

type Word = string | number;

const isWord = (value: unknown): value is Word => typeof value === 'string' || typeof value === 'number';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A word of the API as people say it: an instant by the clock, a type of unit by its name. */
export function wordText(word: Word, t: TranslateFunction, format: Formats): string {
  if (typeof word === 'number') return String(word);
  return INSTANT.test(word) ? format.nearTime(word) : t(`nodeType.${word}`, { _: word });
}

/** What would have been accepted, in words: `5–30`, `大区、商城`, `≥ 1`; null where there is nothing to say. */
export function allowedText(
  allowed: unknown,
  t: TranslateFunction,
  format: Formats,
  numberText: (value: number) => string = String,
): string | null {
  const tell = (word: Word) => (typeof word === 'number' ? numberText(word) : wordText(word, t, format));
  if (isWord(allowed)) return tell(allowed);
  if (Array.isArray(allowed)) return allowed.filter(isWord).map(tell).join(t('shared.list')) || null;
  if (typeof allowed !== 'object' || allowed === null) return null;
  const { min, max }: { min?: unknown; max?: unknown } = allowed;
  if (isWord(min) && isWord(max)) return `${tell(min)}–${tell(max)}`;
  if (isWord(min)) return `≥ ${tell(min)}`;
  return isWord(max) ? `≤ ${tell(max)}` : null;
}
