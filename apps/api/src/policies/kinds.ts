import { kinds, type BranchRule, type Field, type FieldType, type Kind } from '@headwater/policy';
import type { PolicyFieldView, PolicyKindView } from './kind.types.js';

/** Fields that are tables say so in their type: a form draws rows for them. */
const types: Partial<Record<FieldType, string>> = { scope: 'table.scope', freightPayer: 'table.freightPayer' };
const branchWords: Partial<Record<BranchRule, string>> = { lowerSameMode: 'lower' };
const ranged: readonly FieldType[] = ['money', 'days', 'hours', 'count', 'mode'];

const guardableBy = ({ options, type }: Field): string | null => (options ? 'allowed' : ranged.includes(type) ? 'range' : null);

function fieldView({ groups }: Kind, field: Field): PolicyFieldView {
  const { key, unit, bounds, options, group, label, help, compulsory } = field;
  return {
    ...{ key, unit, bounds, options, group, label, help, compulsory },
    type: types[field.type] ?? field.type,
    default: field.default,
    groupLabel: groups.find((each) => each.key === group)?.label ?? label,
    class: field.class,
    branchMay: branchWords[field.branch] ?? field.branch,
    guardable: guardableBy(field),
  };
}

/** Every kind with its fields, as the console draws them. */
export const kindViews: readonly PolicyKindView[] = kinds.map((kind) => ({
  ...{ key: kind.key, label: kind.label, suspendable: kind.suspendable },
  fields: kind.fields.map((field) => fieldView(kind, field)),
}));

export const fieldViewOf = (kind: Kind['key'], key: string): PolicyFieldView | undefined =>
  kindViews.find((each) => each.key === kind)?.fields.find((field) => field.key === key);
