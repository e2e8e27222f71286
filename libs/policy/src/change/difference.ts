import { sameValue } from '../canonical.js';
import type { Directive, Directives } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { kindOf } from '../kinds/registry.js';
import { wantedBy } from '../resolve/apply.js';
import { stateOf } from '../resolve/fold.js';
import type { PolicyDocument } from '../resolve/types.js';
import { areLongerWindows } from '../use/category-windows.js';
import { isKinder } from '../use/freight.js';
import { coversAll, limitsNoMore } from '../use/subsidy.js';
import { asksNoMore } from '../use/conditions.js';
import { asksNoMorePhotos } from '../use/evidence.js';
import { excludesNoMore } from '../use/exclusions.js';
import { costsNoMore } from '../use/restocking-fee.js';
import { amountOf } from '../values/amount.js';
import type {
  BuyerLimit,
  CategoryWindows,
  ConditionsTable,
  EvidenceTable,
  Exclusions,
  FieldKey,
  FieldValue,
  FreightPayerTable,
  KindKey,
  Mode,
  RestockingFees,
  Scope,
} from '../values/types.js';

/** What a change means to a buyer; `changed` where it is neither wholly kinder nor wholly stricter. */
export type BuyerEffect = 'kinder' | 'stricter' | 'changed' | 'internal';

/** A field whose value differs. */
export interface Difference {
  readonly field: FieldKey;
  readonly before: FieldValue;
  readonly after: FieldValue;
  readonly effect: BuyerEffect;
}

/** A field of which two versions say different things; null: the version leaves it to inherit. */
export interface DirectiveDifference {
  readonly field: FieldKey;
  readonly before: Directive | null;
  readonly after: Directive | null;
  /** Null where one of them gives no value: what it does depends on where it stands. */
  readonly effect: BuyerEffect | null;
}

/** P2, P9: the fields in which two effective documents of one kind differ, in the schema's order. */
export const documentDifferences = (before: PolicyDocument, after: PolicyDocument): Difference[] =>
  kindOf(before.kind).fields.flatMap((field) => {
    const [old, now] = [stateOf(before, field.key), stateOf(after, field.key)];
    if (!old || !now || sameValue(old.value, now.value)) return [];
    return [{ field: field.key, before: old.value, after: now.value, effect: effectOnBuyer(field, old.value, now.value) }];
  });

/** P2: the fields of which two versions of a kind say different things, in the schema's order. */
export const versionDifferences = (kind: KindKey, before: Directives, after: Directives): DirectiveDifference[] =>
  kindOf(kind).fields.flatMap((field) => {
    const [old, now] = [before[field.key] ?? null, after[field.key] ?? null];
    return sameValue(old, now)
      ? []
      : [{ field: field.key, before: old, after: now, effect: effectOfDirectives(field, old, now) }];
  });

function effectOfDirectives(field: Field, before: Directive | null, after: Directive | null): BuyerEffect | null {
  const [old, now] = [before && wantedBy(field, before), after && wantedBy(field, after)];
  if (old == null || now == null) return field.forBuyer === 'internal' ? 'internal' : null;
  return sameValue(old, now) ? 'internal' : effectOnBuyer(field, old, now);
}

/** What going from one value of a field to another means to a buyer. */
function effectOnBuyer(field: Field, before: FieldValue, after: FieldValue): BuyerEffect {
  if (field.forBuyer === 'internal') return 'internal';
  if (field.forBuyer === 'table') return named(inTable(field, before, after), inTable(field, after, before));
  const more = Number(after) > Number(before);
  return more === (field.forBuyer === 'more') ? 'kinder' : 'stricter';
}

/** Nobody worse off one way, nobody the other way: where both hold, no buyer meets a difference. */
function named(forwards: boolean, backwards: boolean): BuyerEffect {
  if (forwards && backwards) return 'internal';
  return forwards ? 'kinder' : backwards ? 'stricter' : 'changed';
}

/** Whether nobody is worse off after than before. */
function inTable({ type }: Field, before: FieldValue, after: FieldValue): boolean {
  switch (type) {
    case 'scope':
      return coversAll(after as Scope, before as Scope);
    case 'freightPayer':
      return isKinder(after as FreightPayerTable, before as FreightPayerTable);
    case 'categoryWindows':
      return areLongerWindows(after as CategoryWindows, before as CategoryWindows);
    case 'conditions':
      return asksNoMore(after as ConditionsTable, before as ConditionsTable);
    case 'evidence':
      return asksNoMorePhotos(after as EvidenceTable, before as EvidenceTable);
    case 'exclusions':
      return excludesNoMore(after as Exclusions, before as Exclusions);
    case 'restockingFee':
      return costsNoMore(after as RestockingFees, before as RestockingFees);
    case 'perBuyer':
      return limitsNoMore(after as BuyerLimit | null, before as BuyerLimit | null);
    case 'set':
      return (before as readonly string[]).every((entry) => (after as readonly string[]).includes(entry));
    case 'mode':
      return (before as Mode).kind === (after as Mode).kind && (amountOf(after) ?? 0) >= (amountOf(before) ?? 0);
    default:
      return false;
  }
}
