import { useTranslate, type TranslateFunction } from 'ra-core';
import { useCallback } from 'react';
import { isApiError, type ApiError } from '../../providers/apiError';
import { allowedText, wordText } from '../allowedText';
import { useFormat, type Formats } from '../format';
import { problemsIn, useRuleText, weave } from '../rules';
import type { LocalText } from '../useLocalText';
import { meanwhileText } from './meanwhile';

type Values = Record<string, string | number>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWord = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** The details that a message can name: texts, figures, and instants told as people tell them. */
function plain(details: unknown, t: TranslateFunction, format: Formats): Values {
  if (!isRecord(details)) return {};
  const words = Object.entries(details).filter((entry): entry is [string, string | number] => isWord(entry[1]));
  return Object.fromEntries(
    words.map(([key, word]) => [key, typeof word === 'number' ? word : wordText(word, t, format)] as const),
  );
}

const MOST = 3;

const isNamed = (unit: unknown): unit is { readonly name: string } => isRecord(unit) && typeof unit['name'] === 'string';

/** The units to blame, the first few by name. */
function unitsIn(details: unknown, t: TranslateFunction): string | null {
  const units: readonly unknown[] = isRecord(details) && Array.isArray(details['units']) ? details['units'] : [];
  const names = units.filter(isNamed).map(({ name }) => name);
  return names.slice(0, MOST).join(t('shared.list')) || null;
}

/** Fields whose limit is an amount. */
const ofMoney: readonly (string | undefined)[] = ['freightPaid', 'amount'];

function limitText({ field, allowed }: ApiError, t: TranslateFunction, format: Formats): string | null {
  return allowedText(allowed, t, format, ofMoney.includes(field) ? (fen) => format.money(fen) : String);
}

/** Keys of the messages that there may be for the code, the most telling first: with who set the limit, with the limit, bare. */
function keysOf({ code, setBy }: ApiError, allowed: string | null): string[] {
  const key = `error.${code}`;
  return [...(setBy && allowed ? [`${key}_setBy`] : []), ...(allowed ? [`${key}_allowed`] : []), key];
}

/** The sentence for a code; one that stands against a change beforehand too is told in the same words here. */
export function errorText(error: unknown, t: TranslateFunction, format: Formats): string {
  if (!isApiError(error)) return t('error.INTERNAL');
  const { code, details, field = '', setBy } = error;
  const allowed = limitText(error, t, format);
  const values = {
    ...{ n: 0, ...plain(details, t, format), code },
    ...{ field: t(`field.${field}`, { _: field }), allowed: allowed ?? '', setBy: setBy ?? '' },
  };
  const texts = keysOf(error, allowed).map((key) => t(key, { ...values, _: '' }));
  const told = texts.find((text) => text !== '');
  if (told !== undefined) return told;
  const choices = { allowed: allowed ?? 'none', by: setBy ?? 'none', units: unitsIn(details, t) ?? 'none' };
  const problem = weave(t, `problem.${code}`, { ...values, ...choices, _: '' });
  return problem === '' ? t('error.other', values) : t('shared.sentence', { text: problem });
}

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
  const { problem, label } = useRuleText();
  return useCallback(
    (error) => {
      const details = isApiError(error) ? error.details : null;
      const told = toldIn(details).map((text) => unended(text[format.locale]));
      const since = meanwhileText(details, { t, format, label });
      if (since !== null) return t('error.STALE_VERSION_since', { since });
      const reasons = told.length > 0 ? told : problemsIn(details).map(problem);
      if (reasons.length === 0) return errorText(error, t, format);
      return t('shared.sentence', { text: reasons.slice(0, MOST).join(t('shared.and')) });
    },
    [t, format, problem, label],
  );
}
