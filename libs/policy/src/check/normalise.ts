import type { Directive, Directives, Guard } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { fieldOf } from '../kinds/registry.js';
import type { Text } from '../values/text.js';
import type { AutoApproveRow, ReturnRouting } from '../values/decisions.js';
import type {
  Bearers,
  CategoryWindows,
  CategoryWindowsRow,
  ConditionsRow,
  ExclusionRow,
  FieldValue,
  KindKey,
  ReturnAddress,
  ScopeRow,
  Shares,
} from '../values/types.js';
import { channels, reasonClasses } from '../values/words.js';

/** The entries in the schema's order, each once. */
const inOrder = <T extends string>(entries: readonly T[], order: readonly string[]): T[] =>
  order.filter((each): each is T => (entries as readonly string[]).includes(each));

const inAlphabet = (entries: readonly string[]): string[] => [...new Set(entries.map((entry) => entry.trim()))].sort();

/** A row for goods of any campaign names none. */
function scopeRow({ campaign, ...row }: ScopeRow): ScopeRow {
  const code = campaign?.normalize('NFKC').trim() ?? '';
  return {
    ...row,
    categories: row.categories && inAlphabet(row.categories),
    channels: row.channels && inOrder(row.channels, channels),
    ...(code !== '' && { campaign: code }),
  };
}

/** A supplier or a partner that bears nothing is not named. */
const shares = ({ HQ, branch, supplier = 0, partner = 0 }: Shares): Shares => ({
  ...{ HQ, branch },
  ...(supplier > 0 && { supplier }),
  ...(partner > 0 && { partner }),
});

const bearers = ({ rows, otherwise, fallback }: Bearers): Bearers => ({
  rows: rows.map((row) => ({ ...row, shares: shares(row.shares) })),
  otherwise: shares(otherwise),
  fallback,
});

const windowsRow = (row: CategoryWindowsRow): CategoryWindowsRow => ({ ...row, category: row.category.trim() });
const exclusionRow = (row: ExclusionRow): ExclusionRow => ({ ...row, category: row.category.trim() });
const conditionsRow = ({ category, items }: ConditionsRow): ConditionsRow => ({
  category: category && category.trim(),
  items: items.map((item) => item.trim()),
});
const autoApproveRow = (row: AutoApproveRow): AutoApproveRow => ({
  ...row,
  reasonClasses: row.reasonClasses && inOrder(row.reasonClasses, reasonClasses),
});

const address = (held: ReturnAddress): ReturnAddress => ({
  recipient: held.recipient.trim(),
  phone: held.phone.trim(),
  province: held.province.trim(),
  city: held.city.trim(),
  district: held.district.trim(),
  street: held.street.trim(),
  instructions: held.instructions.trim(),
});

const trimmed = ({ zh, en }: Text): Text => ({ zh: zh.trim(), en: en.trim() });

const optionsOf = (field: Field): string[] => (field.options ?? []).map((option) => option.value);

/** The one spelling of a value that `checkValue` found fine: sets in the schema's order, no blanks around texts. */
export function normaliseValue(field: Field, value: FieldValue): FieldValue {
  if (value === null) return null;
  if (field.type === 'set') return inOrder(value as readonly string[], optionsOf(field)) as FieldValue;
  if (field.type === 'scope') return (value as readonly ScopeRow[]).map(scopeRow);
  if (field.type === 'bearers') return bearers(value as Bearers);
  if (field.type === 'categoryWindows') return (value as CategoryWindows).map(windowsRow);
  if (field.type === 'exclusions') return (value as readonly ExclusionRow[]).map(exclusionRow);
  if (field.type === 'conditions') return (value as readonly ConditionsRow[]).map(conditionsRow);
  if (field.type === 'autoApprove') return (value as readonly AutoApproveRow[]).map(autoApproveRow);
  if (field.type === 'returnRouting')
    return [...(value as ReturnRouting)].sort((one, other) => one.amountFrom - other.amountFrom);
  if (field.type === 'text') return trimmed(value as Text);
  return field.type === 'address' ? address(value as ReturnAddress) : value;
}

const guard = (field: Field, held: Guard): Guard =>
  'allowed' in held ? { allowed: inOrder(held.allowed, optionsOf(field)) } : held;

const directive = (field: Field, held: Directive): Directive => ({
  ...held,
  ...(held.set === undefined ? {} : { set: normaliseValue(field, held.set) }),
  ...(held.guard ? { guard: guard(field, held.guard) } : {}),
});

/** The one spelling of directives that `checkDirectives` found fine. Hash these. */
export const normaliseDirectives = (kind: KindKey, directives: Directives): Directives =>
  Object.fromEntries(
    Object.entries(directives).map(([key, held]) => {
      const field = fieldOf(kind, key);
      return [key, field ? directive(field, held) : held];
    }),
  );
