import type { Text } from '../kinds/field.js';
import type { FieldKey } from '../values/types.js';
import type { Finding, LintRule } from './finding.js';

/** A finding before it is said of which kind. */
export type Found = Omit<Finding, 'kind'>;

export const found = (rule: LintRule, field: FieldKey, text: Text, row: number | null = null): Found => ({
  rule,
  field,
  row,
  text,
});

export const when = (holds: boolean, made: () => Found): Found[] => (holds ? [made()] : []);
