import type { Text } from '../kinds/field.js';
import { fieldOf } from '../kinds/registry.js';
import type { FieldKey, KindKey } from '../values/types.js';
import type { Finding, LintRule } from './finding.js';

/** A finding before it is said of which kind. */
export type Found = Omit<Finding, 'kind'>;

export const found = (rule: LintRule, field: FieldKey, text: Text, row: number | null = null): Found => ({
  rule,
  field,
  row,
  text,
});

export const labelOf = (kind: KindKey, field: FieldKey): Text => fieldOf(kind, field)?.label ?? { zh: field, en: field };

export const when = (holds: boolean, made: () => Found): Found[] => (holds ? [made()] : []);
