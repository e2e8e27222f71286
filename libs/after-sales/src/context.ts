import type { Instant } from './facts.js';
import type { CaseRules } from './rules.js';

/** What a decision depends on beside the case: the moment, the rules in force for it, and the branch's IANA time zone. */
export interface CaseContext {
  readonly now: Instant;
  readonly rules: CaseRules;
  readonly timeZone: string;
}
