import { sameValue } from '../canonical.js';
import type { Directive, Directives, Guard } from '../facts/types.js';
import { kindOf } from '../kinds/registry.js';
import type { Field } from '../kinds/field.js';
import { speaks } from '../resolve/apply.js';
import type { FieldKey, FieldValue, KindKey } from '../values/types.js';

/** The directives with one of them put in place of what the field had; null takes it out: back to inherit. */
export function withDirective(directives: Directives, field: FieldKey, directive: Directive | null): Directives {
  const { [field]: _replaced, ...others } = directives;
  return directive === null ? others : { ...others, [field]: directive };
}

/** A field as a form shows it: the value in the input, and whether the unit has a value of its own. */
export interface FormEntry {
  readonly value: FieldValue;
  readonly customised: boolean;
  readonly reset: boolean;
  readonly lock: boolean;
  readonly guard: Guard | null;
}
export type Form = Readonly<Record<string, FormEntry>>;

/** What is inherited: values by field, as in a document of the kind. */
export type Values = Readonly<Partial<Record<FieldKey, FieldValue>>>;

/** The form of a unit's own rules before anybody touches it. */
export const formOf = (kind: KindKey, inherited: Values, directives: Directives): Form =>
  Object.fromEntries(
    kindOf(kind).fields.map((field) => [
      field.key,
      entryOf(field, inherited[field.key] ?? field.default, directives[field.key] ?? {}),
    ]),
  );

const entryOf = (field: Field, inherited: FieldValue, directive: Directive): FormEntry => ({
  value: directive.set !== undefined ? directive.set : directive.reset ? field.default : inherited,
  customised: speaks(directive),
  reset: directive.reset === true,
  lock: directive.lock === true,
  guard: directive.guard ?? null,
});

/**
 * Law 10: the directives that a form asks for. A field that is not customised and still shows what it inherits says nothing;
 * one that is customised keeps its own value even where that equals the inherited one. Fields the form leaves out stay as they were.
 */
export function directivesFromForm(kind: KindKey, inherited: Values, previous: Directives, form: Form): Directives {
  return kindOf(kind).fields.reduce<Directives>((directives, field) => {
    const entry = form[field.key];
    return entry ? withDirective(directives, field.key, directiveOf(entry, inherited[field.key] ?? field.default)) : directives;
  }, previous);
}

function directiveOf(entry: FormEntry, inherited: FieldValue): Directive | null {
  const own = entry.customised || !sameValue(entry.value, inherited);
  const directive: Directive = {
    ...(entry.reset ? { reset: true } : own ? { set: entry.value } : {}),
    ...(entry.lock ? { lock: true } : {}),
    ...(entry.guard ? { guard: entry.guard } : {}),
  };
  return Object.keys(directive).length > 0 ? directive : null;
}
