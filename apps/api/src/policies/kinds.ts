import {
  conditionOptions,
  exclusionOptions,
  kinds,
  placeholders,
  type BranchRule,
  type Field,
  type FieldType,
  type Kind,
  type Option,
  type Text,
} from '@headwater/policy';
import type { PolicyFieldView, PolicyKindView } from './kind.types.js';

/** Fields that are tables say so in their type: a form draws rows for them. */
const types: Partial<Record<FieldType, string>> = {
  scope: 'table.scope',
  freightPayer: 'table.freightPayer',
  categoryWindows: 'table.categoryWindows',
  conditions: 'table.conditions',
  autoApprove: 'table.autoApprove',
  evidence: 'table.evidence',
  exclusions: 'table.exclusions',
  restockingFee: 'table.restockingFee',
  returnRouting: 'table.returnRouting',
};
const branchWords: Partial<Record<BranchRule, string>> = { lowerSameMode: 'lower', lowerRows: 'lower' };
const ranged: readonly FieldType[] = ['money', 'days', 'hours', 'count', 'mode'];

const guardableBy = ({ options, type }: Field): string | null => (options ? 'allowed' : ranged.includes(type) ? 'range' : null);

/** What the cells of a table may hold. */
const cellOptions: Partial<Record<FieldType, readonly Option[]>> = { conditions: conditionOptions, exclusions: exclusionOptions };

const told = placeholders.map(({ name, label }) => ({ name, label }));

function fieldView({ groups }: Kind, field: Field): PolicyFieldView {
  const { key, unit, bounds, options, group, label, help, compulsory } = field;
  return {
    ...{ key, unit, bounds, group, label, help, compulsory },
    type: types[field.type] ?? field.type,
    // What a table's cells may hold is offered to its form; no guard is made of it.
    options: cellOptions[field.type] ?? options,
    default: field.default,
    groupLabel: groups.find((each) => each.key === group)?.label ?? label,
    atPayment: field.atPayment,
    branchMay: branchWords[field.branch] ?? field.branch,
    guardable: guardableBy(field),
    maxLength: field.text?.maxLength ?? null,
    placeholders: field.text ? told : null,
  };
}

/** Every kind with its fields, as the console draws them. */
export const kindViews: readonly PolicyKindView[] = kinds.map((kind) => ({
  ...{ key: kind.key, label: kind.label, suspendable: kind.suspendable },
  fields: kind.fields.map((field) => fieldView(kind, field)),
}));

export const fieldViewOf = (kind: Kind['key'], key: string): PolicyFieldView | undefined =>
  kindViews.find((each) => each.key === kind)?.fields.find((field) => field.key === key);

export const placeholderLabels: ReadonlyMap<string, Text> = new Map(placeholders.map(({ name, label }) => [name, label]));
