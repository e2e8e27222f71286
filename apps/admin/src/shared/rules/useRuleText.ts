import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useFormat } from '../format';
import type { RuleField, RuleSource } from './documents';
import { fieldIn } from './fieldIn';
import { guardText } from './guardText';
import { problemText, type Problem } from './problemText';
import { sourceText } from './sourceText';
import { useKnownKinds } from './useKinds';
import { amountText, valueText, type Speech, type ValueText } from './valueText';
import { weave } from './weave';

export interface RuleTexts {
  readonly speech: Speech;
  readonly value: (field: RuleField, value: unknown) => ValueText;
  readonly amount: (field: RuleField, amount: number) => string;
  readonly guard: (field: RuleField, guard: unknown) => string | null;
  readonly source: (source: RuleSource) => string;
  readonly problem: (problem: Problem) => string;
  /** A field's name, by its key. */
  readonly label: (key: string) => string;
  /** A sentence with such texts in it, spaced as its language wants. */
  readonly say: (key: string, values: Readonly<Record<string, unknown>>) => string;
}

/** Values, bounds, sources and problems of rules in the language in force. */
export function useRuleText(): RuleTexts {
  const t = useTranslate();
  const format = useFormat();
  const kinds = useKnownKinds();
  return useMemo(() => {
    const speech: Speech = { t, format, localText: (text) => text[format.locale] };
    return {
      speech,
      value: (field, value) => valueText(field, value, speech),
      amount: (field, amount) => amountText(field, amount, speech),
      guard: (field, guard) => guardText(field, guard, speech),
      source: (source) => sourceText(source, t),
      problem: (problem) => problemText(problem, kinds, speech),
      label: (key) => fieldIn(kinds, key)?.label[format.locale] ?? key,
      say: (key, values) => weave(t, key, values),
    };
  }, [t, format, kinds]);
}
