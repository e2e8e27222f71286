import type { RuleField } from '../documents';

/** What edits a value: whole, in its JSON shape. A number that was not typed as one is `NaN` there until it is. */
export interface EditorProps<Value> {
  readonly field: RuleField;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Element that names the field. */
  readonly labelId: string;
  /** Element that says what is allowed, or what is wrong. */
  readonly helpId: string;
  readonly invalid: boolean;
}
