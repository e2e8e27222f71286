import { useApiQuery } from '../../providers/hooks';
import { rulesDocument, type EffectiveRules, type FieldState, type KindKey, type RuleField, type RuleSource } from './documents';
import type { Inherited, LockAbove } from './model';

/** What comes down to a unit in one field: value, lock and bounds from above. */
export interface FromAbove {
  readonly inherited: Inherited | null;
  readonly lock: LockAbove | null;
  readonly guard: unknown;
  readonly guardBy: readonly RuleSource[];
}

interface Inheritance {
  readonly of: (field: RuleField) => FromAbove;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

const product: RuleSource = {
  ...{ node: null, track: null, policyName: null, versionNumber: null, authorName: null, since: null },
  isDefault: true,
  rolloutId: null,
};

/** At the source nothing comes from above: the product's default and its own bounds. */
const fromProduct = (field: RuleField): FromAbove => ({
  inherited: { value: field.default, source: product },
  lock: null,
  guard: null,
  guardBy: [],
});

const fromParent = ({ value, source, lock, guard, guardBy }: FieldState): FromAbove => ({
  inherited: { value, source },
  lock,
  guard,
  guardBy,
});

/** Where the parent is out of reach, what the unit itself shows of it: its own values hide what they cover. */
function fromBelow({ value, source, lock, guard, guardBy }: FieldState, unitId: string): FromAbove {
  const others = guardBy.filter(({ node }) => node?.id !== unitId);
  return {
    inherited: source.node?.id === unitId ? null : { value, source },
    lock: lock?.node.id === unitId ? null : lock,
    guard: others.length === guardBy.length ? guard : null,
    guardBy: others,
  };
}

function answer(unit: EffectiveRules | undefined, parent: EffectiveRules | undefined, field: RuleField): FromAbove {
  if (!unit) return fromProduct(field);
  const state = (rules: EffectiveRules) => rules.fields.find(({ key }) => key === field.key);
  const above = parent && state(parent);
  if (above) return fromParent(above);
  if (unit.node.path.length <= 1) return fromProduct(field);
  const own = state(unit);
  return own ? fromBelow(own, unit.node.id) : fromProduct(field);
}

/** What a unit would inherit where a version is put on it: what holds at its parent, locks and bounds included. */
export function useInheritance(kind: KindKey, unitId: string): Inheritance {
  const unit = useApiQuery(rulesDocument, { kind, nodeId: unitId });
  const rules = unit.isPlaceholderData ? undefined : unit.data?.effectiveRules;
  const parentId = rules?.node.path.at(-2)?.id;
  const parent = useApiQuery(rulesDocument, { kind, nodeId: parentId ?? '' }, { enabled: parentId !== undefined });
  const above = parent.isPlaceholderData || parentId === undefined ? undefined : parent.data?.effectiveRules;
  const waitsForParent = parentId !== undefined && above === undefined && parent.error === null;
  return {
    of: (field) => answer(rules, above, field),
    isPending: (rules === undefined && unit.error === null) || waitsForParent,
    error: rules === undefined ? unit.error : null,
    retry: () => void unit.refetch(),
  };
}
