import type { Eligibility } from './check.js';
import type { EligibilityCheck, EligibilityRule } from './rule.js';

/**
 * A15: the rules of the chain's own making that staff may go against. What is sold, paid for, received or left of it is no rule but
 * a fact, and nobody overrules a fact.
 */
export const overrulable = [
  'typeAllowed',
  'noReasonAllowed',
  'window',
  'evidence',
  'contactFirst',
  'applicationsLeft',
] as const satisfies readonly EligibilityRule[];
export type OverrulableRule = (typeof overrulable)[number];

interface OverrulableCheck extends EligibilityCheck {
  readonly rule: OverrulableRule;
}

const isOverrulable = (check: EligibilityCheck): check is OverrulableCheck =>
  (overrulable as readonly EligibilityRule[]).includes(check.rule);

/** What stands against an application: `fixed` against everybody, `ruled` until somebody who may overrules it. */
export function standingAgainst({ checks }: Pick<Eligibility, 'checks'>): {
  readonly fixed: readonly EligibilityCheck[];
  readonly ruled: readonly OverrulableCheck[];
} {
  const against = checks.filter(({ passes }) => !passes);
  return { fixed: against.filter((each) => !isOverrulable(each)), ruled: against.filter(isOverrulable) };
}

/** A4: the rules that hold for the buyer and that staff set aside by opening the case for him. */
export function setAside({ checks, basis }: Pick<Eligibility, 'checks' | 'basis'>): OverrulableRule[] {
  const leftOut = checks.some(({ rule, passes, facts }) => rule === 'noReasonAllowed' && passes && facts['category'] !== null);
  return [...(leftOut ? (['noReasonAllowed'] as const) : []), ...(basis === 'staff' && !leftOut ? (['window'] as const) : [])];
}
