import type { Field, FieldGroup, Kind } from '../kinds/field.js';
import { kinds } from '../kinds/registry.js';
import type { Text } from '../values/text.js';
import type { FieldKey, KindKey } from '../values/types.js';
import { missingIn, render } from './render.js';
import { textValues, type TextGround, type TextValues } from './values.js';

/** Where a text shows: to buyers before and after payment, in the mouth of staff, on goods. */
export const textParts = ['notice', 'script', 'badge'] as const;
export type TextPart = (typeof textParts)[number];

/** Why a text does not show: it says nothing, free returns do not cover, a value that it names has no meaning here. */
export const hiddenReasons = ['blank', 'notCovered', 'valueMissing'] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

/** P18: a text as it shows at a place. */
export interface ServiceText {
  readonly kind: KindKey;
  readonly field: FieldKey;
  readonly part: TextPart;
  /** Null where it does not show. */
  readonly text: Text | null;
  readonly hidden: HiddenReason | null;
  /** The placeholders that have no value here. */
  readonly missing: readonly string[];
}

/** A text template of a kind. */
export interface TextField {
  readonly kind: KindKey;
  readonly field: Field;
  readonly part: TextPart;
}

const partOf: Readonly<Record<FieldGroup['key'], TextPart>> = { notices: 'notice', badge: 'badge' };

const textsOf = ({ key, fields }: Kind): TextField[] =>
  fields.filter(({ type }) => type === 'text').map((field) => ({ kind: key, field, part: partOf[field.group] ?? 'script' }));

/** Every text template of the product, in the schema's order. */
export const textFields: readonly TextField[] = kinds.flatMap(textsOf);

const isBlank = ({ zh, en }: Text): boolean => zh.trim() === '' && en.trim() === '';

function hiddenBy(field: Field, template: Text, ground: TextGround, missing: readonly string[]): HiddenReason | null {
  if (isBlank(template)) return 'blank';
  if (field.text?.whereCovered && ground.subsidy === null) return 'notCovered';
  return missing.length > 0 ? 'valueMissing' : null;
}

const filled = (template: Text, values: TextValues): Text => ({
  zh: render(template.zh, values, 'zh') ?? '',
  en: render(template.en, values, 'en') ?? '',
});

/** P18: one text where these rules hold. */
export function serviceText({ kind, field, part }: TextField, template: Text, ground: TextGround): ServiceText {
  const values = textValues(ground);
  const missing = missingIn(template, values);
  const hidden = hiddenBy(field, template, ground, missing);
  return { kind, field: field.key, part, hidden, missing, text: hidden === null ? filled(template, values) : null };
}
