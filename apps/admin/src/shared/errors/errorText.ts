import { useTranslate, type TranslateFunction } from 'ra-core';
import { useCallback } from 'react';
import type { Locale } from '../../i18n/messages';
import { isApiError, type ApiError } from '../../providers/apiError';
import { useFormat, type Formats } from '../format';
import { problemsIn, useRuleText } from '../rules';
import type { LocalText } from '../useLocalText';

type Values = Record<string, string | number>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWord = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** What would have been accepted, in words: `5–30`, `A、B`, `≥ 1`. */
export function allowedText(allowed: unknown, locale: Locale): string | null {
  if (isWord(allowed)) return String(allowed);
  if (Array.isArray(allowed)) return allowed.filter(isWord).join(locale === 'zh' ? '、' : ', ');
  if (!isRecord(allowed)) return null;
  const { min, max } = allowed;
  if (isWord(min) && isWord(max)) return `${min}–${max}`;
  if (isWord(min)) return `≥ ${min}`;
  return isWord(max) ? `≤ ${max}` : null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** The details that a message can name: texts, figures, and instants told as people tell them. */
function plain(details: unknown, format: Formats): Values {
  if (!isRecord(details)) return {};
  const tell = (value: unknown): unknown => (typeof value === 'string' && INSTANT.test(value) ? format.nearTime(value) : value);
  return Object.fromEntries(
    Object.entries(details)
      .map(([key, value]) => [key, tell(value)] as const)
      .filter((entry): entry is [string, string | number] => isWord(entry[1])),
  );
}

/** Keys of the messages that there may be for the code, the most telling first: with who set the limit, with the limit, bare. */
function keysOf({ code, setBy }: ApiError, allowed: string | null): string[] {
  const key = `error.${code}`;
  return [...(setBy && allowed ? [`${key}_setBy`] : []), ...(allowed ? [`${key}_allowed`] : []), key];
}

export function errorText(error: unknown, t: TranslateFunction, format: Formats): string {
  if (!isApiError(error)) return t('error.INTERNAL');
  const allowed = allowedText(error.allowed, format.locale);
  const field = error.field ?? '';
  const values = {
    ...plain(error.details, format),
    code: error.code,
    field: t(`field.${field}`, { _: field }),
    allowed: allowed ?? '',
    setBy: error.setBy ?? '',
  };
  const texts = keysOf(error, allowed).map((key) => t(key, { ...values, _: '' }));
  return texts.find((text) => text !== '') ?? t('error.other', values);
}

const MOST = 3;

const isLocalText = (value: unknown): value is LocalText =>
  isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';

/** What the API itself says of a refusal, in both languages: one sentence, or one for each check that was not passed. */
function toldIn(details: unknown): readonly LocalText[] {
  if (!isRecord(details)) return [];
  const checks: readonly unknown[] = Array.isArray(details['checks']) ? details['checks'] : [];
  const texts = [details['text'], ...checks.map((check) => (isRecord(check) ? check['text'] : null))];
  return texts.filter(isLocalText);
}

const unended = (text: string) => text.replace(/[.。]$/, '');

/** Turns whatever a request rejected with into a sentence of the language in force; a refusal by the rules tells its reasons. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslate();
  const format = useFormat();
  const { problem } = useRuleText();
  return useCallback(
    (error) => {
      const details = isApiError(error) ? error.details : null;
      const told = toldIn(details).map((text) => unended(text[format.locale]));
      const reasons = told.length > 0 ? told : problemsIn(details).map(problem);
      if (reasons.length === 0) return errorText(error, t, format);
      return t('shared.sentence', { text: reasons.slice(0, MOST).join(t('shared.and')) });
    },
    [t, format, problem],
  );
}
