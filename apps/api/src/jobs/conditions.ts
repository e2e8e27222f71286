import type { CoverageState } from '@headwater/policy';
import type { NodeType } from '@headwater/org-tree';
import type { ReturnCount } from '../orders/return-days.js';
import type { Ownership } from '../tree/org-node.entity.js';
import type { NodeFacts } from '../tree/tree-snapshot.js';

/** P5: a closed set of conditions, all of which hold for a branch that is chosen; one that is left out holds for all. */
export interface BranchConditions {
  readonly ownership?: readonly Ownership[] | null;
  /** Types of the unit right above. */
  readonly parentTypes?: readonly NodeType[] | null;
  /** Province codes. */
  readonly regions?: readonly string[] | null;
  readonly coverage?: readonly CoverageState[] | null;
  /** Basis points of lines delivered. */
  readonly returnRateBelow?: number | null;
  readonly returnRateAbove?: number | null;
  /** A rate of fewer lines says nothing. */
  readonly leastLines?: number | null;
}

/** A branch as conditions see it. */
export interface ConditionedBranch {
  readonly node: NodeFacts;
  readonly parent: NodeFacts | undefined;
  readonly coverage: CoverageState;
  readonly returns: ReturnCount | undefined;
}

export type ConditionCode = 'ownership' | 'parentType' | 'region' | 'coverage' | 'fewLines' | 'rateTooHigh' | 'rateTooLow';

export interface Unmet {
  readonly code: ConditionCode;
  /** Basis points, or lines. */
  readonly limit: number | null;
}

/** Lines that a rate is taken from at the least, where nothing else is said. */
const LEAST_LINES = 30;

/** Cases per line delivered in basis points; null where nothing was delivered. */
export const rateOf = (returns: ReturnCount | undefined): number | null =>
  returns === undefined || returns.delivered <= 0 ? null : Math.round((returns.applied * 10_000) / returns.delivered);

const isOneOf = <T>(allowed: readonly T[] | null | undefined, value: T | null | undefined): boolean =>
  allowed == null || allowed.length === 0 || (value != null && allowed.includes(value));

/** Which conditions a branch does not meet; none: it is chosen. */
export function unmetBy(conditions: BranchConditions, { node, parent, coverage, returns }: ConditionedBranch): Unmet[] {
  const plain = (code: ConditionCode, met: boolean): Unmet[] => (met ? [] : [{ code, limit: null }]);
  return [
    ...plain('ownership', isOneOf(conditions.ownership, node.ownership)),
    ...plain('parentType', isOneOf(conditions.parentTypes, parent?.type)),
    ...plain('region', isOneOf(conditions.regions, node.provinceCode)),
    ...plain('coverage', isOneOf(conditions.coverage, coverage)),
    ...unmetRate(conditions, returns),
  ];
}

/** Whether anything is said about the return rate at all. */
export const asksRate = ({ returnRateBelow, returnRateAbove }: BranchConditions): boolean =>
  returnRateBelow != null || returnRateAbove != null;

function unmetRate(conditions: BranchConditions, returns: ReturnCount | undefined): Unmet[] {
  if (!asksRate(conditions)) return [];
  const { returnRateBelow: below, returnRateAbove: above } = conditions;
  const least = conditions.leastLines ?? LEAST_LINES;
  const rate = rateOf(returns);
  if (rate === null || (returns?.delivered ?? 0) < least) return [{ code: 'fewLines', limit: least }];
  return [
    ...(below != null && rate >= below ? [{ code: 'rateTooHigh', limit: below } as const] : []),
    ...(above != null && rate <= above ? [{ code: 'rateTooLow', limit: above } as const] : []),
  ];
}
