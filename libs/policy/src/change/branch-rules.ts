import type { Allowed, PolicyProblemCode } from '../check/problem.js';
import type { BranchRule } from '../kinds/field.js';
import { isKinder } from '../use/freight.js';
import { costsNoMore } from '../use/restocking-fee.js';
import { amountOf } from '../values/amount.js';
import type { FieldValue, FreightPayerTable, Mode, RestockingFees } from '../values/types.js';

interface Limit {
  readonly code: PolicyProblemCode;
  readonly keeps: (wanted: FieldValue, inherited: FieldValue) => boolean;
  readonly allowed: (inherited: FieldValue) => Allowed | null;
}

const amount = (value: FieldValue): number => amountOf(value) ?? NaN;

/** What a branch's own people must keep to, against what the branch inherits. */
export const branchLimits: Partial<Record<BranchRule, Limit>> = {
  longer: {
    code: 'BRANCH_LONGER_ONLY',
    keeps: (wanted, inherited) => amount(wanted) >= amount(inherited),
    allowed: (inherited) => ({ min: amount(inherited) }),
  },
  shorter: {
    code: 'BRANCH_SHORTER_ONLY',
    keeps: (wanted, inherited) => amount(wanted) <= amount(inherited),
    allowed: (inherited) => ({ max: amount(inherited) }),
  },
  kinder: {
    code: 'BRANCH_KINDER_ONLY',
    keeps: (wanted, inherited) =>
      typeof wanted === 'boolean'
        ? wanted || inherited === false
        : isKinder(wanted as FreightPayerTable, inherited as FreightPayerTable),
    allowed: () => null,
  },
  lowerRows: {
    code: 'BRANCH_LOWER_ONLY',
    keeps: (wanted, inherited) => costsNoMore(wanted as RestockingFees, inherited as RestockingFees),
    allowed: () => null,
  },
  lowerSameMode: {
    code: 'BRANCH_LOWER_ONLY',
    keeps: (wanted, inherited) => (wanted as Mode).kind === (inherited as Mode).kind && amount(wanted) <= amount(inherited),
    allowed: (inherited) => ({ oneOf: [(inherited as Mode).kind], max: amount(inherited) }),
  },
};
