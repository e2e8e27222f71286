import type { Instant } from '../facts.js';
import type { TraceEntry } from '../result.js';

export type EligibilityRule =
  | 'orderPaid'
  | 'orderNotCancelled'
  | 'typeAllowed'
  | 'reasonKnown'
  | 'reasonFitsStage'
  | 'receivedForReturn'
  | 'evidence'
  | 'noReasonAllowed'
  | 'window'
  | 'linesKnown'
  | 'quantityLeft'
  | 'applicationsLeft'
  | 'contactFirst'
  | 'amount';

/** One rule, with what it looked at. `until`: passes until then, exclusive; null: it has no end. */
export interface EligibilityCheck extends TraceEntry {
  readonly rule: EligibilityRule;
  readonly until: Instant | null;
}

export const check = (
  rule: EligibilityRule,
  passes: boolean,
  facts: TraceEntry['facts'],
  until: Instant | null = null,
): EligibilityCheck => ({
  rule,
  passes,
  facts,
  until,
});
