import type { Text } from '../kinds/field.js';
import type { FieldKey, KindKey, RulesOf } from '../values/types.js';

export const lintRules = [
  'legalFloor',
  'qualityShorterThanNoReason',
  'reminderAfterDecision',
  'pauseLongerThanClock',
  'noTimeToPay',
  'unreachableRow',
  'riskWithoutEffect',
  'excludedUnconfirmed',
  'coversNothing',
  'paysNothing',
  'returnWithoutAddress',
  'routedNowhere',
  'numberInText',
  'valueWithoutMeaning',
  'badgeWithoutSubsidy',
] as const;
export type LintRule = (typeof lintRules)[number];

/** Something that is allowed and yet hardly meant: which rule, which field and row, what is the matter and the way out. */
export interface Finding {
  readonly rule: LintRule;
  readonly kind: KindKey;
  readonly field: FieldKey;
  /** Of a table, from 0. */
  readonly row: number | null;
  readonly text: Text;
}

/** The effective rules of one unit, of all kinds: some findings hang on several. */
export type Rules = { readonly [K in KindKey]: RulesOf[K] };
