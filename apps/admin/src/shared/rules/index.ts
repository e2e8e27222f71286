export { changesBetween, sameValue, unfinished } from './directives';
export {
  kindKeys,
  rulesDocument,
  exemptionFields,
  sourceFields,
  withheldFields,
  type EffectiveRules,
  type FieldState,
  type RuleExemption,
  type KindKey,
  type RuleField,
  type RuleKind,
  type RuleSource,
} from './documents';
export { DirectiveText } from './DirectiveText';
export { FieldGroups } from './FieldGroups';
export { fieldIn } from './fieldIn';
export type { RowModel } from './model';
export { problemsIn, type Problem } from './problemText';
export { Notes, RowFrame } from './RowFrame';
export { LockOwner, RuleEditRow } from './RuleEditRow';
export { RuleValue } from './RuleValue';
export { useFieldLabel, useKinds } from './useKinds';
export { useRuleText } from './useRuleText';
export { wideValues, type Directive, type Directives } from './values';
export { useDirectives } from './useDirectives';
export { useInheritance } from './useInheritance';
export { weave } from './weave';
export { WithheldText } from './WithheldText';
