import { afterSalesRules } from './after-sales-rules.js';
import type { Field, Kind } from './field.js';
import { riskLimits } from './risk-limits.js';
import { serviceScripts } from './service-scripts.js';
import { returnShippingSubsidy } from './subsidy.js';
import type { KindKey, RulesOf } from '../values/types.js';

/** P1: every kind of policy, in the order in which they are shown. */
export const kinds: readonly Kind[] = [returnShippingSubsidy, afterSalesRules, serviceScripts, riskLimits];

export const kindKeys: readonly KindKey[] = kinds.map((kind) => kind.key);

const byKey: Record<KindKey, Kind> = { returnShippingSubsidy, afterSalesRules, serviceScripts, riskLimits };

export const kindOf = (key: KindKey): Kind => byKey[key];

export const isKindKey = (key: string): key is KindKey => Object.hasOwn(byKey, key);

const fieldsByKey = new Map<KindKey, ReadonlyMap<string, Field>>(
  kinds.map((kind) => [kind.key, new Map(kind.fields.map((field) => [field.key, field]))]),
);

/** The field of a kind, or undefined for a key it does not have. */
export function fieldOf<K extends KindKey>(kind: K, key: keyof RulesOf[K] & string): Field;
export function fieldOf(kind: KindKey, key: string): Field | undefined;
export function fieldOf(kind: KindKey, key: string): Field | undefined {
  return fieldsByKey.get(kind)?.get(key);
}
