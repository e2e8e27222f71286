import type { Liability, LiabilityFact } from '@headwater/after-sales';
import type { LiabilityFactView, LiabilityView } from './case.view.js';
import { isInstant, liabilityFactText, liabilityFlipText, liabilityRuleText } from './words/liability.js';

const factView = (each: LiabilityFact): LiabilityFactView => ({
  key: each.fact,
  text: liabilityFactText(each),
  at: isInstant(each) ? Number(each.value) : null,
  assumed: each.basis === 'assumed',
});

/** A14, for staff: who is at fault, by which rule, on which facts, and what would flip it. */
export const liabilityView = (liability: Liability | null): LiabilityView | null =>
  liability && {
    party: liability.party,
    rule: liability.rule,
    assumed: liability.basis === 'assumed',
    text: liabilityRuleText(liability),
    facts: (liability.facts ?? []).map(factView),
    flip: liabilityFlipText(liability),
  };
